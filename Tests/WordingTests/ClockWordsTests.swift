import Deadlines
import Definitions
import LegalTime
import Testing
import Wording

struct ClockWordsTests {
    let zh = Fixture.chinese
    let en = Fixture.english

    /// The case of look/record.html: received 2021-11-12, suspended 2021-12-01 to 2021-12-20, sixty days.
    static let due = Reckoning(
        from: day("2021-11-12"), .calendarDays(60), roll: .nextWorkingDay,
        pauses: [Pause(from: day("2021-12-01"), resumed: day("2021-12-21"), cause: "以其他案件审理结果为依据")]
    ).explain(by: Fixture.calendar)
    static let period = ReckonedPeriod(term: .length(.calendarDays(60)), startLabel: "收到申请日期")

    @Test("a reckoning reads line by line as the record's page has it")
    func record() {
        let lines = zh.lines(of: Self.due, Self.period)
        #expect(
            lines.map(\.dates) == [
                "2021-11-12 星期五", "11-13 至 11-30", "12-01 至 12-20", "12-21 至 2022-01-31", "01-31 至 02-06", "2022-02-07 星期一",
            ])
        #expect(
            lines.map(\.why) == [
                "收到申请，起算；当日不计入。", "计 18 天，休息日照算：六十日是自然日。", "中止 20 天不计：以其他案件审理结果为依据。", "恢复后计 42 天，满六十日。",
                "届满日是休息日，顺延到休假后第一个工作日。", "最后一天。当日办结仍为按期。",
            ])
        #expect(lines.map(\.sum) == ["0 天", "18 天", "18 天", "60 天", "顺延", ""])
        let english = en.lines(of: Self.due, ReckonedPeriod(term: .length(.calendarDays(60)), startLabel: "Accepted on"))
        #expect(english[0].why == "The period starts (Accepted on); this day is not counted.")
        #expect(english[1].why == "18 days, rest days among them: the 60 days are calendar days.")
        #expect(english[3].why == "After the pause 42 days, which makes up the 60 days.")
        #expect(english[3].dates == "12-21 to 2022-01-31" && english[3].sum == "60 days")
    }

    @Test("working days say what they pass over and which make-up workdays they take in")
    func workingDays() {
        let due = Reckoning(from: day("2022-01-27"), .workingDays(6), roll: .nextWorkingDay).explain(by: Fixture.calendar)
        let lines = zh.lines(of: due, ReckonedPeriod(term: .length(.workingDays(6))))
        #expect(lines[1].why == "计 6 个工作日，跳过休息日 7 天，其中调休上班 2 天。")
        #expect(lines[1].sum == "6 个工作日")
        #expect(lines[0].why == "从这一天起算；当日不计入。")
        let english = en.lines(of: due, ReckonedPeriod(term: .length(.workingDays(6))))
        #expect(english[1].why == "6 working days, 7 rest days passed over, 2 make-up workdays among them.")
    }

    @Test("an extension in another unit is counted anew in that unit")
    func extended() {
        let due = Reckoning(from: day("2021-11-12"), .workingDays(5), roll: .nextWorkingDay, extendedBy: .calendarDays(10))
            .explain(by: Fixture.calendar)
        let lines = zh.lines(of: due, ReckonedPeriod(term: .length(.workingDays(5))))
        #expect(lines.map(\.sum).contains("5 个工作日") && lines.map(\.sum).contains("10 天"))
        #expect(lines.contains { $0.why == "经批准延长 10 日，接着计算。" } && lines.contains { $0.why == "计 10 天，满十日。" })
    }

    static let reasons: [StepReason] = [
        .startNotCounted, .eventNotCounted, .counted(days: 1), .countedWorkingDays(days: 5, restDays: 2, makeUpWorkdays: 1),
        .countedMinutes(
            from: Instant(day: day("2022-01-18"), hour: 9), to: Instant(day: day("2022-01-18"), hour: 11, minute: 30),
            minutes: 150),
        .sameNumberedDay(.months(1)), .monthEndClamped(.months(1), missing: 31), .paused(days: 1, cause: nil),
        .stillPaused(cause: "补正"),
        .extended(.months(1)), .annualDay(annualDay("03-01")), .expiryOnRestDay(rolledTo: day("2022-02-07")),
        .restDayKept,
        .provisionalFrom(year: 2027), .lastDay, .fullyRun,
    ]

    @Test("every reason of a step has a whole sentence in both languages, under every term and sense")
    func everyReason() {
        let terms: [Term] = [
            .length(.minutes(90)), .length(.hours(2)), .length(.workingDays(5)), .length(.calendarDays(60)), .length(.months(1)),
            .length(.years(2)),
            .on(annualDay("03-01")),
        ]
        for (term, sense) in terms.flatMap({ term in Sense.allCases.map { (term, $0) } }) {
            for (label, reason) in Self.reasons.flatMap({ [("受理日期", $0), (nil, $0)] }) {
                let step = Step(from: day("2022-01-18"), to: day("2022-01-19"), counts: true, reason: reason, total: 1)
                let period = ReckonedPeriod(term: term, sense: sense, startLabel: label)
                let chinese = zh.why(step: step, period)
                #expect(endsProperly(chinese) && isChinese(chinese) && leaks(chinese) == nil, "\(chinese)")
                let english = en.why(
                    step: step, ReckonedPeriod(term: term, sense: sense, startLabel: label == nil ? nil : "Accepted on"))
                #expect(endsProperly(english) && leaks(english) == nil && !english.contains("1 days"), "\(english)")
                if case .stillPaused = reason { continue }
                #expect(!isChinese(english), "\(english)")
                #expect(!zh.sum(of: step, period).contains("Optional"))
            }
        }
    }

    @Test("a day that leans on a year without rest days is said to be provisional")
    func provisional() {
        let step = Step(
            from: day("2027-01-01"), to: day("2027-01-08"), counts: false, reason: .provisionalFrom(year: 2027), total: 5)
        #expect(zh.why(step: step, ReckonedPeriod(term: .length(.workingDays(5)))) == "2027 年休假日安排尚未公布，暂按周末推算。")
        #expect(zh.sum(of: step, ReckonedPeriod(term: .length(.workingDays(5)))) == "暂定")
    }

    @Test(
        "lengths are written in digits for registers and in numerals as the law has them",
        arguments: [
            (Length.workingDays(5), "5 个工作日", "五个工作日", "5 working days"), (.calendarDays(60), "60 日", "六十日", "60 days"),
            (.months(3), "3 个月", "三个月", "3 months"), (.months(1), "1 个月", "一个月", "1 month"), (.years(2), "2 年", "二年", "2 years"),
            (.hours(24), "24 小时", "二十四小时", "24 hours"), (.minutes(20), "20 分钟", "二十分钟", "20 minutes"),
        ])
    func lengths(_ length: Length, _ digits: String, _ words: String, _ english: String) {
        #expect(
            zh.length(length) == digits && zh.lengthInWords(length) == words && en.length(length) == english
                && en.lengthInWords(length) == english)
    }

    @Test("terms say which way they bind")
    func terms() {
        #expect(zh.term(.length(.calendarDays(60))) == "60 日内")
        #expect(zh.term(.length(.calendarDays(30)), sense: .atLeast) == "不少于 30 日")
        #expect(zh.term(.length(.workingDays(5)), sense: .before) == "提前 5 个工作日")
        #expect(zh.term(.on(annualDay("03-01"))) == "每年 3 月 1 日前")
        #expect(en.term(.on(annualDay("03-01"))) == "by 1 March each year")
    }

    @Test(
        "articles are written in Chinese numerals",
        arguments: [
            ("31", "第三十一条"), ("64(1)", "第六十四条第一款"), ("10", "第十条"), ("102", "第一百零二条"), ("110", "第一百一十条"), ("17-1", "第十七条之一"),
            ("12(2)(3)", "第十二条第二款第三项"), ("22、23", "第二十二条、第二十三条"), ("附则", "附则"), ("64(x)", "64(x)"),
        ])
    func articles(_ text: String, _ chinese: String) {
        #expect(zh.article(text) == chinese)
    }

    @Test(
        "numerals",
        arguments: [
            (0, "零"), (7, "七"), (10, "十"), (11, "十一"), (20, "二十"), (31, "三十一"), (100, "一百"), (101, "一百零一"), (115, "一百一十五"),
            (1001, "一千零一"), (1010, "一千零一十"), (10_000, "一万"), (10_500, "一万零五百"), (12_034, "一万二千零三十四"), (100_010, "十万零一十"),
        ])
    func numerals(_ value: Int, _ text: String) {
        #expect(Wording.chineseNumeral(value) == text)
    }

    @Test("a citation names the version only where the catalogue knows several")
    func citations() {
        #expect(zh.citation(LegalBasis("行政复议法#31"), in: Fixture.catalogue, on: day("2021-11-12")) == "行政复议法（2017）第三十一条")
        #expect(zh.citation(LegalBasis("行政复议法#62"), in: Fixture.catalogue, on: day("2024-03-01")) == "行政复议法（2023）第六十二条")
        #expect(zh.citation(LegalBasis("人民调解法#28"), in: Fixture.catalogue, on: day("2021-11-12")) == "人民调解法第二十八条")
        #expect(zh.citation(LegalBasis("人民调解法")) == "人民调解法")
        #expect(en.citation(LegalBasis("行政复议法#31"), in: Fixture.catalogue, on: day("2021-11-12")) == "行政复议法 (2017), art. 31")
    }

    @Test("a clock says its status and what is left of it")
    func statuses() {
        let today = day("2022-01-18")
        func clock(_ status: ClockStatus, _ due: String?, stopped: String? = nil) -> String {
            zh.clock(status, due: due.map(day), today: today, stoppedOn: stopped.map(day)).text
        }
        #expect(clock(.open, "2022-02-07") == "正常 余 20 天")
        #expect(clock(.dueSoon, "2022-01-20") == "临期 余 2 天")
        #expect(clock(.dueSoon, "2022-01-18") == "临期 今天")
        #expect(clock(.overdue, "2022-01-14") == "超期 4 天")
        #expect(clock(.late, "2021-11-29", stopped: "2021-11-30") == "逾期办结 1 天")
        #expect(clock(.met, "2021-11-29", stopped: "2021-11-20") == "按期办结")
        #expect(clock(.paused, nil) == "已暂停" && clock(.idle, nil) == "未起算")
        #expect(en.clock(.overdue, due: day("2022-01-17"), today: today).text == "overdue 1 day")
        #expect(zh.clock(.open, due: day("2022-01-27"), today: today, sense: .atLeast).text == "期间未满 还差 9 天")
        let words = ClockStatus.allCases.flatMap { status in Sense.allCases.map { en.name(of: status, sense: $0) } }
        #expect(words.allSatisfy { !isChinese($0) && leaks($0) == nil && !$0.isEmpty })
    }

    @Test("a run in minutes counts by the clock")
    func minutes() {
        let start = day("2022-01-18")
        let run = DeadlineRun(
            deadline: "zz", row: "", occurrence: 0, clock: "x", law: "x", article: "1", versionFrom: start, startsOn: start,
            dueOn: start,
            dueAt: Instant(day: start, hour: 12), isProvisional: false, stoppedOn: nil, stoppedAt: nil, phase: .running,
            soonDays: 0)
        let now = Instant(day: start, hour: 9, minute: 30)
        #expect(zh.clock(of: run, today: start, now: now).text == "正常 余 2 小时 30 分钟")
        #expect(en.clock(of: run, today: start, now: Instant(day: start, hour: 13)).text == "overdue 1 hour")
        var paused = run
        paused.phase = .paused
        #expect(zh.clock(of: paused, today: start, now: now, pausedSince: day("2022-01-05")).text == "已暂停 自 01-05")
    }

    @Test("a version of a clock is summed up, with the mark that it has to be confirmed")
    func version() {
        let version = ClockVersion(
            law: "行政复议法", article: "31", from: day("2018-01-01"), until: nil, term: .length(.calendarDays(60)),
            extendAtMost: .calendarDays(30),
            needsConfirmation: true)
        #expect(zh.summary(of: version) == "60 日内，可以延长，至多 30 日，法定，待确认")
        #expect(en.summary(of: version) == "within 60 days, may be extended by at most 30 days, statutory, to be confirmed")
        #expect(zh.extensionCap(nil) == "不得延长")
        let period = zh.reckonedPeriod(of: Fixture.register.deadlines[0], version: version, in: Fixture.register)
        #expect(period.startLabel == "受理日期" && period.pauseLabel == "中止")
    }

    @Test("what cannot be right in a calendar is said")
    func editions() {
        for problem: EditionProblem in [
            .outsideYear(day("2023-05-01")), .restAndWork(day("2022-01-29")), .workDayOnWeekday(day("2022-01-26")),
        ] {
            #expect(
                endsProperly(zh.sentence(for: problem)) && endsProperly(en.sentence(for: problem))
                    && !isChinese(en.sentence(for: problem)))
        }
        for wording in [zh, en] {
            let names =
                DayKind.allCases.map(wording.name(of:)) + RollRule.allCases.map(wording.name(of:))
                + Sense.allCases.map(wording.name(of:))
            #expect(names.allSatisfy { !$0.isEmpty && isChinese($0) == (wording.language == .chinese) })
        }
    }
}
