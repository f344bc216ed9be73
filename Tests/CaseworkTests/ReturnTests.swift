import Access
import Casework
import Definitions
import LegalTime
import Records
import Store
import TestSupport
import Testing

extension ReturnOutcome {
    fileprivate var revision: Int64? { if case .done(let revision) = self { revision } else { nil } }
    fileprivate var refusal: ReturnRefusal? { if case .refused(let refusal) = self { refusal } else { nil } }
    fileprivate var problems: [ReturnProblem]? { if case .problems(let problems) = self { problems } else { nil } }
    fileprivate var conflict: Int64? { if case .conflict(let current, _) = self { current } else { nil } }
}

extension ReturnOffice {
    static let october = Month(of: Day("2021-10-01"))
    static let november = Month(of: Day("2021-11-01"))
    static let nothing = ReturnInput(declaresZero: true)

    /// Two heavy parcels of 12.50 yuan in October.
    fileprivate func send(_ unit: String = "east_one", on day: String = "2021-10-12") async throws {
        _ = try await parcels.parcel(unit, ["sent_on": day])
    }

    fileprivate func submit(
        _ unit: String = "east_one", _ month: Month = october, _ entered: [String: String] = ["walks": "0"],
        _ remarks: [String: String] = [:], zero: Bool = false, over revision: Int64 = 0, by actor: Actor? = nil
    ) async throws -> ReturnOutcome {
        try await office.submitReturn(
            "tally", month: month, unit: unit, ReturnInput(entered: entered, remarks: remarks, declaresZero: zero),
            over: revision,
            by: actor ?? eastOne)
    }

    fileprivate func sheet(_ unit: String = "east_one", _ month: Month = october, by actor: Actor? = nil) async throws
        -> ReturnSheetView
    {
        try #require(try await office.returnSheet("tally", month: month, unit: unit, by: actor ?? coordinator))
    }

    fileprivate func counts(_ month: Month = october) async throws -> ReturnCounts {
        try #require(try await office.returnBoard("tally", months: [month], by: coordinator)).counts(of: month)
    }
}

@Suite("Monthly returns")
struct ReturnTests {
    private typealias Book = ReturnOffice

    @Test("what is submitted is frozen; later rows stand beside it until the unit submits again")
    func frozen() async throws {
        let book = try await ReturnOffice()
        try await book.send()
        try await book.send()
        #expect(try await book.submit().revision == 1)
        try await book.send(on: "2021-10-20")
        try await book.send(on: "2021-11-02")
        let moved = try await book.sheet()
        #expect(moved.numbers.map(\.counted) == [2, 2, 2500, nil] && moved.numbers.map(\.now) == [3, 3, 3750, nil])
        #expect(moved.hasMoved && moved.cell.standing == .submitted && moved.cell.isOnTime)
        #expect(try await book.submit(over: 1).revision == 2)
        let again = try await book.sheet()
        #expect(again.numbers.map(\.counted) == [3, 3, 3750, nil] && !again.hasMoved)
        #expect(again.events.map(\.act) == ["submit", "submit"])
        #expect(try await book.submit(over: 2).refusal == .nothingChanged)
    }

    @Test("a unit counts its own rows and those of units that owe nothing, so the total counts every row once")
    func partition() async throws {
        let book = try await ReturnOffice()
        for unit in ["east_one", "east_one", "east_two", "west_one"] { try await book.send(unit) }
        let clerk = try #require(try await book.office.actor(login: book.parcels.clerk.account))
        for unit in ["east_one", "east_two", "west"] {
            #expect(try await book.submit(unit, by: clerk).revision == 1, "\(unit)")
        }
        // The town keeps no rows of its own.
        #expect(
            try await book.submit("east", Book.october, ["parcels": "5", "fees": "60.5", "walks": "0"], by: book.east).revision
                == 1)
        let table = try #require(try await book.office.returnTable("tally", months: [Book.october], by: book.coordinator))
        #expect(table.rows.map(\.unit.id) == ["east", "east_one", "east_two", "west"])
        #expect(table.totals.map(\.value) == [9, 4, 11050, 0] && table.totals.map(\.onlyEntered) == [5, 0, 6050, 0])
        #expect(table.totals[0].enteringUnits == 1 && table.rows[0].numbers[0].isOnlyEntered)
        let year = try #require(
            try await book.office.returnTable(
                "tally", months: [Book.october, Book.november], unit: "west", by: book.coordinator))
        #expect(year.rows.map(\.cell.month) == [Book.october, Book.november] && year.rows[0].numbers[0].value == 1)
        #expect(year.rows[1].numbers[0].value == nil)
    }

    @Test("nothing at all is returned only by declaring it, and is something else than a missing sheet")
    func zero() async throws {
        let book = try await ReturnOffice()
        let numbers = ["parcels": "0", "fees": "", "walks": "0"]
        #expect(try await book.submit("east_one", Book.october, numbers).problems == [ReturnProblem(nil, .zeroNotDeclared)])
        #expect(
            try await book.submit("east_one", Book.october, ["walks": "1.5"], ["walks": "夜间"], zero: true).problems
                == [ReturnProblem("walks", .notZero)])
        #expect(try await book.submit("east_one", Book.october, [:], zero: true).revision == 1)
        let sheet = try #require(try await book.sheet().cell.sheet)
        #expect(sheet.isZero && sheet.zeroBy == book.eastOne.account && sheet.zeroAt != nil)
        book.set("2021-11-08")
        let counts = try await book.counts()
        #expect(counts.due == 4 && counts.submitted == 1 && counts.zero == 1 && counts.missing == 3 && counts.onTime == 1)
        // A row that comes in afterwards is told, and the declaration falls with the next submission.
        try await book.send()
        #expect(try await book.sheet().hasMoved)
        #expect(try await book.submit(zero: true, over: 1).problems?.first == ReturnProblem("parcels", .notZero))
        #expect(try await book.submit(over: 1).revision == 2)
        #expect(try await book.counts().zero == 0)
    }

    @Test("late is late for ever, and what was on time stays on time")
    func late() async throws {
        let book = try await ReturnOffice(today: Day("2021-11-05"))
        try await book.send()
        try await book.send("west_one")
        #expect(try await book.submit().revision == 1)
        book.set("2021-11-08")
        #expect(try await book.submit("west", by: book.west).revision == 1)
        for unit in ["east_one", "west"] {
            #expect(
                try await book.office.sendBackReturn(
                    "tally", month: Book.october, unit: unit, reason: "漏了一件", over: 1, by: book.coordinator
                ).revision == 2)
        }
        #expect(try await book.counts().returned == 2)
        book.set("2021-11-10")
        #expect(try await book.submit(over: 2).revision == 3)
        #expect(try await book.submit("west", over: 2, by: book.west).revision == 3)
        let (own, other) = (try await book.sheet().cell, try await book.sheet("west").cell)
        #expect(own.isOnTime && own.sheet?.firstOn == Day("2021-11-05") && !other.isOnTime && other.isLate)
        let counts = try await book.counts()
        #expect(counts.onTime == 1 && counts.late == 1 && counts.submitted == 2 && counts.missing == 2)
    }

    @Test("sending back needs a reason, approval another person, and each step the sheet as it stands")
    func judged() async throws {
        let book = try await ReturnOffice()
        let office = book.office
        try await book.send()
        #expect(
            try await office.approveReturn("tally", month: Book.october, unit: "east_one", over: 0, by: book.coordinator).refusal
                == .wrongState(.due))
        #expect(try await book.submit().revision == 1)
        let empty = try await office.sendBackReturn(
            "tally", month: Book.october, unit: "east_one", reason: " ", over: 1, by: book.coordinator)
        #expect(empty.refusal == .reasonMissing)
        #expect(
            try await office.sendBackReturn(
                "tally", month: Book.october, unit: "east_one", reason: "再查", over: 0, by: book.coordinator
            ).conflict == 1)
        #expect(
            try await office.approveReturn("tally", month: Book.october, unit: "east_one", over: 1, by: book.eastOne).refusal
                == .notAllowed)
        #expect(
            try await office.sendBackReturn(
                "tally", month: Book.october, unit: "east_one", reason: "再查", over: 1, by: book.coordinator
            ).revision == 2)
        #expect(try await book.sheet().cell.standing == .returned)
        #expect(try await book.submit(over: 1).conflict == 2)
        #expect(try await book.submit(over: 2).revision == 3)
        #expect(
            try await office.approveReturn("tally", month: Book.october, unit: "east_one", over: 3, by: book.coordinator).revision
                == 4)
        let view = try await book.sheet()
        #expect(view.cell.standing == .approved && view.cell.sheet?.approvedBy == book.coordinator.account)
        #expect(view.events.map(\.act) == ["submit", "send_back", "submit", "approve"] && view.events[1].reason == "再查")
        // Submitting again takes the approval away.
        try await book.send(on: "2021-10-30")
        #expect(try await book.submit(over: 4).revision == 5)
        #expect(try await book.sheet().cell.standing == .submitted)
        let both = try await book.parcels.bench.actor(.clerk, .coordinator, at: "bay")
        let self_ = try #require(try await office.actor(login: both.account))
        #expect(try await book.submit("east_two", Book.october, [:], zero: true, by: self_).revision == 1)
        #expect(
            try await office.approveReturn("tally", month: Book.october, unit: "east_two", over: 1, by: self_).refusal
                == .ownSubmission)
    }

    @Test("a locked month or sheet refuses with its reason until it is unlocked with another")
    func locked() async throws {
        let book = try await ReturnOffice()
        let office = book.office
        try await book.send()
        #expect(try await book.submit().revision == 1)
        #expect(
            try await office.lockReturn("tally", month: Book.october, unit: nil, reason: "", by: book.coordinator).refusal
                == .reasonMissing)
        #expect(
            try await office.lockReturn("tally", month: Book.october, unit: nil, reason: "已上报", by: book.east).refusal
                == .notAllowed)
        #expect(
            try await office.lockReturn("tally", month: Book.october, unit: nil, reason: "已上报", by: book.coordinator).revision
                == 0)
        try await book.send(on: "2021-10-20")
        for outcome in [
            try await book.submit(over: 1), try await book.submit("west", by: book.west),
            try await office.sendBackReturn(
                "tally", month: Book.october, unit: "east_one", reason: "再查", over: 1, by: book.coordinator),
        ] {
            guard case .locked(let lock) = outcome.refusal else {
                Issue.record("\(outcome)")
                continue
            }
            #expect(lock.reason == "已上报" && lock.by == book.coordinator.account && lock.unit == nil)
        }
        #expect(try await book.sheet("west").cell.lock?.reason == "已上报")
        #expect(
            try await office.unlockReturn("tally", month: Book.october, unit: nil, reason: "补报", by: book.coordinator).revision
                == 0)
        #expect(
            try await office.lockReturn("tally", month: Book.october, unit: "west", reason: "单独", by: book.coordinator).revision
                == 0
        )
        #expect(try await book.submit(over: 1).revision == 2)
        #expect(try await book.submit("west", by: book.west).refusal != nil)
        #expect(
            try await office.unlockReturn("tally", month: Book.october, unit: nil, reason: "补报", by: book.coordinator).refusal
                == .notLocked)
        #expect(try await book.sheet("west").events.map(\.act) == ["lock", "unlock", "lock"])
    }

    @Test("an excepted unit owes nothing until the last month of the exception")
    func excepted() async throws {
        let book = try await ReturnOffice(today: Day("2021-12-07"))
        let office = book.office
        let except = { (from: Month, until: Month, unit: String) in
            try await office.exceptFromReturn("tally", unit: unit, from: from, until: until, reason: "搬迁", by: book.coordinator)
        }
        #expect(try await except(Book.november, Book.october, "west").refusal == .monthsReversed)
        #expect(try await except(Book.october, Book.october, "west_one").refusal == .notOwed)
        #expect(try await except(Book.october, Book.october, "west").revision == 0)
        #expect(try await book.counts().due == 3)
        #expect(try await book.counts().excepted == 1)
        #expect(try await book.counts(Book.november).due == 4)
        guard case .excepted(let exception) = try await book.submit("west", by: book.west).refusal else {
            Issue.record("not refused")
            return
        }
        #expect(exception.reason == "搬迁" && exception.until == Book.october)
        #expect(
            try await office.endException(exception.id, of: "tally", reason: "", by: book.coordinator).refusal == .reasonMissing)
        #expect(try await office.endException(exception.id, of: "tally", reason: "写错", by: book.coordinator).revision == 0)
        #expect(try await book.counts().due == 4)
    }

    @Test("numbers that do not fit are told each, and nothing is stored")
    func problems() async throws {
        let book = try await ReturnOffice()
        try await book.send()
        let before = try await book.parcels.bench.rowCounts()
        let wrong = try await book.submit("east_one", Book.october, ["parcels": "两件", "fees": "1.234", "walks": "-1"])
        #expect(
            wrong.problems == [
                ReturnProblem("parcels", .notANumber), ReturnProblem("fees", .tooFine(decimals: 2)),
                ReturnProblem("walks", .belowZero),
            ])
        #expect(try await book.submit("east_one", Book.october, [:]).problems == [ReturnProblem("walks", .missing)])
        #expect(
            try await book.submit("east_one", Book.october, ["parcels": "3", "walks": "２.５"]).problems == [
                ReturnProblem("parcels", .differenceUnexplained(counted: 1, entered: 3)), ReturnProblem("walks", .remarkMissing),
            ])
        #expect(try await book.parcels.bench.rowCounts() == before)
        #expect(
            try await book.submit(
                "east_one", Book.october, ["parcels": "3", "walks": "2.5"], ["parcels": "两件未登记", "walks": "夜间"]
            ).revision == 1)
        let number = try await book.sheet().numbers[0]
        #expect(number.value == 1 && number.difference == 2 && !number.isOnlyEntered && number.remark == "两件未登记")
    }

    @Test("parts may not be more than their total")
    func sums() async throws {
        var files = ParcelCatalogue.files
        files[ParcelReturns.path] = ParcelReturns.text.replacing(
            "parts: [heavy], total: parcels", with: "parts: [parcels], total: walks")
        let catalogue = try #require(CatalogueLoader.load(files: files).catalogue).forDistrict("reed-bay")
        let book = try await ReturnOffice()
        try await book.send()
        let office = book.parcels.bench.office(under: catalogue)
        let input = ReturnInput(entered: ["walks": "0.9"], remarks: ["walks": "短"])
        let outcome = try await office.submitReturn(
            "tally", month: Book.october, unit: "east_one", input, over: 0, by: book.eastOne)
        #expect(outcome.problems == [ReturnProblem("parcels", .partsExceed(parts: ["parcels"], total: "walks"))])
    }

    @Test("a sheet opens on the month's last day, and is kept before that; what is kept is not submitted")
    func drafts() async throws {
        let book = try await ReturnOffice(today: Day("2021-11-15"))
        #expect(try await book.submit("east_one", Book.november).refusal == .monthNotOver(Day("2021-11-30")))
        let kept = try await book.office.saveReturn(
            "tally", month: Book.november, unit: "east_one", ReturnInput(entered: ["walks": "4"]), over: 0, by: book.eastOne)
        #expect(kept.revision == 1)
        #expect(try await book.sheet("east_one", Book.november).cell.standing == .notYet)
        let expected: [(String, ReturnCell.Standing)] = [
            ("2021-11-30", .due), ("2021-12-01", .dueSoon), ("2021-12-06", .dueSoon), ("2021-12-07", .missing),
        ]
        for (day, standing) in expected {
            book.set(day)
            #expect(try await book.sheet("east_one", Book.november).cell.standing == standing, "\(day)")
        }
        #expect(try await book.sheet("east_one", Book.november).cell.dueOn == Day("2021-12-06"))
        #expect(try await book.counts(Book.november).submitted == 0)
    }

    @Test("nobody sees or fills in the sheet of a unit that is not his")
    func strangers() async throws {
        let book = try await ReturnOffice()
        let office = book.office
        #expect(try await office.returnSheet("tally", month: Book.october, unit: "west", by: book.eastOne) == nil)
        #expect(try await book.submit("west").refusal == .notFound)
        #expect(
            try await office.returnBoard("tally", months: [Book.october], by: book.eastOne)?.rows.map(\.unit.id) == ["east_one"])
        #expect(
            try await office.returnBoard("tally", months: [Book.october], by: book.east)?.rows.map(\.unit.id)
                == ["east", "east_one", "east_two"])
        let auditor = try await book.parcels.bench.actor(.auditAdministrator, at: "bay")
        let seen = try #require(try await office.actor(login: auditor.account))
        #expect(try await office.returnBoard("tally", months: [Book.october], by: seen) == nil)
        let leader = try await book.parcels.bench.actor(.leader, at: "bay")
        let reader = try #require(try await office.actor(login: leader.account))
        #expect(try await office.returnBoard("tally", months: [Book.october], by: reader)?.rows.count == 4)
        #expect(try await book.submit("west", by: reader).refusal == .notAllowed)
        #expect(try await office.returnSheet("tally", month: Book.october, unit: "west_one", by: book.coordinator) == nil)
    }

    @Test("every act stands in the log, whose chain stays whole")
    func logged() async throws {
        let book = try await ReturnOffice()
        try await book.send()
        let before = try await book.office.verifyLog().entries
        _ = try await book.submit()
        _ = try await book.office.sendBackReturn(
            "tally", month: Book.october, unit: "east_one", reason: "再查", over: 1, by: book.coordinator)
        _ = try await book.submit("east_one", Book.october, [:], zero: true, over: 2)
        let log = try await book.office.verifyLog()
        #expect(log.entries == before + 2 && log.finding == nil)
    }
}
