import LegalTime

/// Sentences of the pages of exams with numbers or names in them.
extension Wording {
    public func questionNumber(_ number: Int) -> String { say("第 \(number) 题", "Question \(number)") }
    public func marks(_ points: Int) -> String { say("\(points) 分", plural(points, "point")) }
    public func points(_ points: Int, of full: Int) -> String { say("\(points) 分，满分 \(full) 分", "\(points) of \(full) points") }
    public func minutes(_ minutes: Int) -> String { say("\(minutes) 分钟", plural(minutes, "minute")) }
    public func answered(_ count: Int, of all: Int) -> String { say("已答 \(count) 题，共 \(all) 题", "\(count) of \(all) answered") }
    public func edition(_ edition: Int) -> String { say("第 \(edition) 版", "Edition \(edition)") }

    /// 1260/1260 = 100.0%; a dash where nobody is counted.
    public func rate(_ part: Int, _ whole: Int) -> String {
        guard whole > 0 else { return "—" }
        let tenths = (part * 2000 + whole) / (2 * whole)
        return "\(part)/\(whole) = \(tenths / 10).\(tenths % 10)%"
    }

    /// 12:05, or 1:02:05 with hours.
    public func clockTime(seconds: Int) -> String {
        let seconds = max(seconds, 0)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
        let short = "\(two(seconds / 60 % 60)):\(two(seconds % 60))"
        return seconds >= 3600 ? "\(seconds / 3600):\(short)" : short
    }

    public func examPeriod(_ from: Instant?, _ until: Instant?) -> String {
        func text(_ moment: Instant, isEnd: Bool) -> String {
            let local = isEnd && moment.minuteOfDay == 0 ? Instant(milliseconds: moment.milliseconds - 1) : moment
            return moment.minuteOfDay == 0 ? local.day.iso : self.moment(local)
        }
        let start = from.map { text($0, isEnd: false) } ?? ""
        let end = until.map { text($0, isEnd: true) } ?? ""
        return start == end ? start : start + say(" 至 ", " to ") + end
    }

    public func notYet(_ moment: Instant) -> String {
        let text = moment.minuteOfDay == 0 ? moment.day.iso : self.moment(moment)
        return say("还没有到时间，\(text) 开始。", "It begins \(text).")
    }

    public func triesUsed(_ tries: Int) -> String { say("已经考满 \(tries) 次。", "All \(plural(tries, "try", "tries")) are used.") }

    public func shortage(_ kind: ExamText, needs: Int, has: Int) -> String {
        say(
            "题库里的\(text(kind))不够：要 \(needs) 道，只有 \(has) 道。请改试卷组成或换题库。",
            "The bank has \(has) questions of the kind “\(text(kind))”, the paper needs \(needs).")
    }

    public func sameBank(_ title: String, edition: Int) -> String {
        say(
            "这个文件已经导入过，就是“\(title)”\(self.edition(edition))。",
            "This very file is there already: “\(title)”, \(self.edition(edition)).")
    }

    public func bankImported(_ count: Int, edition: Int, known: Int) -> String {
        let more = known > 0 ? say("其中 \(known) 道与上一版相同。", " \(known) of them stood in the edition before.") : ""
        return say("已导入 \(count) 道题，为\(self.edition(edition))。", "\(plural(count, "question")) taken as edition \(edition).")
            + more
    }

    public func personsAdded(_ count: Int) -> String { say("已加入 \(count) 人。", "\(plural(count, "person", "people")) added.") }
    public func unitUnknown(_ name: String) -> String { say("没有单位“\(name)”", "There is no unit “\(name)”") }
    public func repeatsRow(_ row: Int) -> String { say("与第 \(row) 行重复", "Same as row \(row)") }
    public func unknownQuestionKind(_ text: String) -> String {
        say("题型“\(text)”不认识，应为单选、多选或判断", "“\(text)” is no kind of question")
    }
    public func tooFewOptions(_ count: Int) -> String { say("只有 \(count) 个选项", "Only \(plural(count, "option"))") }
    public func sameOptionTwice(_ text: String) -> String { say("选项“\(text)”重复", "The option “\(text)” stands twice") }
    public func noSuchOption(_ text: String) -> String { say("答案“\(text)”没有对应的选项", "The answer “\(text)” names no option") }
    public func wrongAnswerCount(_ kind: ExamText, _ count: Int) -> String {
        say("\(text(kind))的答案有 \(count) 个", "\(plural(count, "answer")) to a question of the kind “\(text(kind))”")
    }
}
