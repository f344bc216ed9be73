import Access
import Casework
import Definitions
import Examination
import Foundation
import Indicators
import LegalTime
import OfficeFormats
import Records
import Store
import Synchronization
import TestSupport
import Testing

/// A contest that is open, with a bank, and an office whose moments the test moves on.
private struct Contest {
    let bench: TestOffice
    let office: Office
    let clerk: Actor
    let seconds: Clockwork
    var id = ""

    final class Clockwork: Sendable {
        private let ahead = Mutex<Int64>(0)
        func pass(minutes: Int) { ahead.withLock { $0 += Int64(minutes) * 60_000 } }
        var milliseconds: Int64 { ahead.withLock { $0 } }
    }

    init(
        kind: String = "grand", rounds: String? = "2", minutes: String = "30", half: String = "是",
        catalogue: Catalogue = ExamCatalogue.catalogue
    ) async throws {
        let district = try #require(catalogue.district("reed-bay"))
        bench = try await TestOffice(catalogue: catalogue.forDistrict("reed-bay"), district: district)
        let plain = bench.office.clock
        let clockwork = Clockwork()
        seconds = clockwork
        office = Office(
            engine: bench.engine, catalogue: bench.office.catalogue, district: bench.office.district, keys: bench.office.keys,
            clock: OfficeClock(
                today: plain.today, now: { Instant(milliseconds: plain.now().milliseconds + clockwork.milliseconds) }))
        clerk = try await bench.actor(.clerk, at: "east")
        id = try await contest(kind: kind, rounds: rounds, minutes: minutes, half: half)
        let imported = try await office.importBank(
            "绳结题库", fileName: "绳结.xlsx", content: [1], questions: ExamCatalogue.questions, by: clerk)
        _ = try await office.setBank(try imported.get().entry.id, of: id, in: "contest", by: clerk).get()
    }

    func contest(kind: String = "grand", rounds: String?, minutes: String = "30", half: String = "是") async throws -> String {
        let today = office.clock.today()
        var texts = [
            "title": "秋季绳结", "host": "east", "kind": kind, "set_on": today.iso, "minutes": minutes, "enough": "60", "half": half,
        ]
        texts["rounds"] = rounds
        let rows = [
            "sheet": [
                RowInput(texts: ["kind": "single", "count": "2", "points": "20"]),
                RowInput(texts: ["kind": "multiple", "count": "2", "points": "20"]),
                RowInput(texts: ["kind": "judgement", "count": "2", "points": "10"]),
            ]
        ]
        let made = try await office.register("contest", RecordInput(texts: texts, rows: rows), by: clerk).done()
        let dates = RecordInput(texts: ["from_on": today.iso, "until_on": today.adding(days: 3).iso])
        _ = try await office.change(
            "contest", id: made.id,
            RecordChange(.move("begin"), revision: made.revision, input: dates, fields: ["from_on", "until_on"]), by: clerk
        ).done()
        return made.id
    }

    func persons(_ count: Int, unit: String = "东镇") async throws -> [ExamRun.Person] {
        let rows = (0..<count).map { CandidateRow(row: $0 + 2, unit: unit, name: "试某\($0)", number: "") }
        _ = try await office.addPersons(rows, to: id, in: "contest", by: clerk).get()
        return try #require(try await office.examRun("contest", id, by: clerk)).people
    }

    /// Right answers to the first `count` items of a paper, nothing to the others.
    func answers(_ view: ExamSittingView, right count: Int = .max) -> [GivenAnswer] {
        view.items.prefix(count).map { item in
            let right = ExamCatalogue.right[item.stem] ?? []
            return GivenAnswer(item: item.number, chosen: Set(item.options.indices.filter { right.contains(item.options[$0]) }))
        }
    }

    func sit(_ person: Examinee, right count: Int = .max, in exam: String? = nil) async throws -> ExamSittingView {
        let sitting = try await office.startExam("contest", exam ?? id, by: person).get()
        let view = try #require(try await office.examSitting(sitting, by: person))
        _ = try await office.submitExam(answers(view, right: count), of: sitting, by: person)
        return try #require(try await office.examSitting(sitting, by: person))
    }
}

@Suite("Exams")
struct ExamTests {
    @Test("a paper is drawn once for a person, saved answer by answer, handed in once and marked")
    func sitting() async throws {
        let contest = try await Contest()
        let person = Examinee.candidate(try await contest.persons(1)[0].id)
        let office = contest.office
        let first = try await office.startExam("contest", contest.id, by: person).get()
        #expect(try await office.startExam("contest", contest.id, by: person).get() == first)
        let view = try #require(try await office.examSitting(first, by: person))
        #expect(view.isRunning && view.items.count == 6 && view.answered == 0 && !view.showsAnswers)
        #expect(view.items.allSatisfy { $0.right.isEmpty && $0.got == nil && $0.explanation.isEmpty })
        let given = contest.answers(view)
        let saved = try #require(try await office.saveAnswers(Array(given.prefix(3)), of: first, by: person))
        #expect(saved.saved == [1, 2, 3] && saved.answered == 3 && !saved.isClosed)
        // A second window shows the same paper with what was saved.
        let again = try #require(try await office.examSitting(first, by: person))
        #expect(again.items.map(\.stem) == view.items.map(\.stem) && again.items.map(\.options) == view.items.map(\.options))
        #expect(again.items.prefix(3).map(\.chosen) == given.prefix(3).map(\.chosen))
        // Two choices of one, and a place that is not there, are not taken.
        let single = try #require(view.items.first { $0.kind == .single })
        let odd = try #require(
            try await office.saveAnswers(
                [
                    GivenAnswer(item: single.number, chosen: [0, 1]), GivenAnswer(item: single.number, chosen: [9]),
                    GivenAnswer(item: 77, chosen: [0]),
                ],
                of: first, by: person))
        #expect(odd.saved.isEmpty)
        _ = try await office.submitExam(Array(given.dropFirst(3)), of: first, by: person)
        let done = try #require(try await office.examSitting(first, by: person))
        #expect(done.sitting.state == .submitted && done.sitting.points == 100 && done.sitting.isPassed == true)
        #expect(!done.showsAnswers)
        // Twice is once: nothing is taken after the first.
        let wrong = view.items.map { GivenAnswer(item: $0.number, chosen: []) }
        let second = try #require(try await office.submitExam(wrong, of: first, by: person))
        #expect(second.isClosed && second.saved.isEmpty)
        #expect(try await office.examSitting(first, by: person)?.sitting.points == 100)
        #expect(try await office.startExam("contest", contest.id, by: person).refusal == .passedAlready)
        // When nobody sits any more, the reasons are shown.
        contest.bench.clock.set(today: office.clock.today().adding(days: 4))
        let later = try #require(try await office.examSitting(first, by: person))
        #expect(later.showsAnswers && later.items.allSatisfy { $0.got == $0.points && $0.explanation.hasPrefix("结谱") })
    }

    @Test("at its end the server closes a paper and marks what was saved; answers after that are refused and told")
    func end() async throws {
        let contest = try await Contest()
        let person = Examinee.candidate(try await contest.persons(1)[0].id)
        let sitting = try await contest.office.startExam("contest", contest.id, by: person).get()
        let view = try #require(try await contest.office.examSitting(sitting, by: person))
        let given = contest.answers(view)
        _ = try await contest.office.saveAnswers(Array(given.prefix(4)), of: sitting, by: person)
        contest.seconds.pass(minutes: 31)
        let late = try #require(try await contest.office.saveAnswers(given, of: sitting, by: person))
        #expect(late.isClosed && late.saved.isEmpty)
        let closed = try #require(try await contest.office.examSitting(sitting, by: person))
        #expect(closed.sitting.state == .ended && closed.sitting.submittedAt == closed.sitting.endsAt)
        #expect(closed.sitting.points == 80 && closed.answered == 4)
        let other = Examinee.candidate(try await contest.persons(2)[1].id)
        #expect(try await contest.office.examSitting(sitting, by: other) == nil)
        #expect(try await contest.office.saveAnswers(given, of: sitting, by: other) == nil)
    }

    @Test("a sitting that begins shortly before the period is over ends with it")
    func cap() async throws {
        let contest = try await Contest(minutes: "6000")
        let person = Examinee.candidate(try await contest.persons(1)[0].id)
        let sitting = try await contest.office.startExam("contest", contest.id, by: person).get()
        let view = try #require(try await contest.office.examSitting(sitting, by: person))
        let until = Instant(day: contest.office.clock.today().adding(days: 4))
        #expect(abs(view.sitting.endsAt.milliseconds - until.milliseconds) < 5000)
    }

    @Test("whoever fails sits again up to the number of tries, and the best counts")
    func tries() async throws {
        let contest = try await Contest()
        let people = try await contest.persons(3)
        let first = try await contest.sit(.candidate(people[0].id), right: 1)
        #expect(first.sitting.points == 20 && first.sitting.isPassed == false)
        #expect(try await contest.sit(.candidate(people[0].id), right: 0).sitting.points == 0)
        #expect(try await contest.office.startExam("contest", contest.id, by: .candidate(people[0].id)).refusal == .triesUsed(2))
        _ = try await contest.sit(.candidate(people[1].id))
        let run = try #require(try await contest.office.examRun("contest", contest.id, by: contest.clerk))
        #expect(run.people.map(\.best) == [20, 100, nil] && run.people.map(\.tries) == [2, 1, 0])
        #expect(run.total.due == 3 && run.total.sat == 2 && run.total.passed == 1)
        #expect(run.questions.reduce(0) { $0 + $1.asked } == 18)

        // The resit takes those who failed or missed, under their names, and nobody twice.
        let resit = try await contest.contest(rounds: "1")
        #expect(try await contest.office.addRetakers(from: contest.id, to: resit, in: "contest", by: contest.clerk).get() == 2)
        #expect(
            try await contest.office.addRetakers(from: contest.id, to: resit, in: "contest", by: contest.clerk).refusal
                == .nothingToTake)
        let again = try #require(try await contest.office.examRun("contest", resit, by: contest.clerk))
        #expect(Set(again.people.compactMap(\.name)) == ["试某0", "试某2"] && again.units.allSatisfy { $0.isResit && $0.due == 0 })
    }

    /// The district with 26 further towns.
    private static func towns() throws -> Catalogue {
        var files = ParcelCatalogue.files
        files["registers/yard/contest.yaml"] = ExamCatalogue.contest
        let path = try #require(files.keys.first { files[$0]?.contains("{ id: bay, label:") ?? false })
        let text = try #require(files[path])
        let rest = (1...26).map { "  - { id: town_\($0), label: 第\($0)镇, kind: town, parent: bay }" }.joined(separator: "\n")
        let first = String(try #require(text.split(separator: "\n").first { $0.contains("{ id: bay, label:") }))
        let indent = first.prefix { $0 == " " }.dropFirst(2)
        files[path] = text.replacing(
            first, with: first + "\n" + rest.split(separator: "\n").map { indent + $0 }.joined(separator: "\n"))
        let load = CatalogueLoader.load(files: files)
        return try #require(load.catalogue, "\(load.problems)")
    }

    @Test(
        "1,260 people of 26 units sit an exam, those who failed a second time, and all of them are counted",
        .enabled(if: ProcessInfo.processInfo.environment["ZHUNSHENG_LONG"] == "1"))
    func everybody() async throws {
        let catalogue = try Self.towns()
        let contest = try await Contest(catalogue: catalogue)
        let office = contest.office
        let rows = (0..<1260).map { CandidateRow(row: $0 + 2, unit: "第\($0 % 26 + 1)镇", name: "试某\($0)", number: "\($0)") }
        let added = try await office.addPersons(rows, to: contest.id, in: "contest", by: contest.clerk).get()
        #expect(added.added == 1260 && added.problems.isEmpty)
        let people = try #require(try await office.examRun("contest", contest.id, by: contest.clerk)).people
        for (place, person) in people.enumerated() {
            // One in fifteen fails and sits again; one in a hundred and five fails twice.
            if place % 15 == 0 { #expect(try await contest.sit(.candidate(person.id), right: 1).sitting.isPassed == false) }
            let last = try await contest.sit(.candidate(person.id), right: place % 105 == 0 ? 0 : .max)
            #expect(last.sitting.isPassed == (place % 105 != 0))
        }
        let total = try await office.countExam("contest", contest.id, by: contest.clerk).get()
        #expect(total.due == 1260 && total.sat == 1260 && total.passed == 1248)
        let run = try #require(try await office.examRun("contest", contest.id, by: contest.clerk))
        #expect(run.units.count == 26 && run.people.reduce(0) { $0 + $1.tries } == 1260 + 84)
        let record = try #require(try await office.records("contest", ids: [contest.id], by: contest.clerk).first)
        let teams = try #require(record.values["teams"]?.rows)
        #expect(teams.count == 26)
        for team in teams { #expect(team.values["due"] == team.values["came"]) }
        #expect(Set(teams.compactMap { $0.values["came"] }) == [.integer(48), .integer(49)])
        let statistics = Statistics(engine: contest.bench.engine, catalogue: office.catalogue, district: "reed-bay")
        let overseer = try await contest.bench.actor(.coordinator, at: "bay")
        let today = office.clock.today()
        let figures = try await statistics.figures(
            ["contest.came", "contest.turnout"].compactMap { FigureName($0) }, period: Period(year: today.year),
            scope: overseer.scope, today: today)
        #expect(figures.map(\.value.text) == ["1260", "100.0"])
        #expect(try await office.verifyLog().finding == nil)
    }

    @Test("counted results stand in the record, figures count them, and rows of other units stay")
    func count() async throws {
        let contest = try await Contest()
        let office = contest.office
        let hand = RowInput(
            texts: ["unit": "west", "held_on": office.clock.today().iso, "due": "7", "came": "7", "good": "6", "remark": "现场"])
        let stored = try #require(try await office.records("contest", ids: [contest.id], by: contest.clerk).first)
        _ = try await office.change(
            "contest", id: contest.id,
            RecordChange(.edit, revision: stored.revision, input: RecordInput(rows: ["teams": [hand]]), fields: ["teams"]),
            by: contest.clerk
        ).done()
        let people = try await contest.persons(4)
        for (place, person) in people.prefix(3).enumerated() {
            _ = try await contest.sit(.candidate(person.id), right: place == 0 ? 0 : .max)
        }
        // An examiner may not edit, but makes the move that writes the results.
        let examiner = try await contest.bench.actor(.examiner, at: "east")
        let total = try await office.countExam("contest", contest.id, by: examiner).get()
        #expect(total.due == 4 && total.sat == 3 && total.passed == 2)
        _ = try await contest.sit(.candidate(people[3].id))
        _ = try await office.countExam("contest", contest.id, by: contest.clerk).get()
        let record = try #require(try await office.records("contest", ids: [contest.id], by: contest.clerk).first)
        let rows = try #require(record.values["teams"]?.rows)
        #expect(rows.count == 2 && rows[0].values["remark"] == .text("现场") && rows[0].values["due"] == .integer(7))
        #expect(
            rows[1].values["due"] == .integer(4) && rows[1].values["came"] == .integer(4) && rows[1].values["good"] == .integer(3)
        )
        let moves = try await contest.bench.engine.read { try MoveTable.stamps(of: contest.id, district: "reed-bay", in: $0) }
        #expect(moves.map(\.transition).filter { $0 == "note_teams" }.count == 2)
        let stranger = try await contest.bench.actor(.leader, at: "bay")
        #expect(try await office.countExam("contest", contest.id, by: stranger).refusal == .notAllowed)
    }

    @Test("an exam that is over is counted by the office's own round, once")
    func round() async throws {
        let contest = try await Contest()
        let people = try await contest.persons(2)
        _ = try await contest.sit(.candidate(people[0].id))
        try await contest.office.sweep()
        #expect(try await contest.office.records("contest", ids: [contest.id], by: contest.clerk).first?.values["teams"] == nil)
        contest.bench.clock.set(today: contest.office.clock.today().adding(days: 5))
        try await contest.office.sweep()
        let record = try #require(try await contest.office.records("contest", ids: [contest.id], by: contest.clerk).first)
        #expect(record.values["teams"]?.rows?.first?.values["came"] == .integer(1))
        try await contest.office.sweep()
        #expect(
            try await contest.office.records("contest", ids: [contest.id], by: contest.clerk).first?.revision == record.revision)
    }

    @Test("a bank that was sat is never changed: a new import is the next edition, and the same file is known")
    func editions() async throws {
        let contest = try await Contest()
        let office = contest.office
        let same = try await office.importBank(
            "别的", fileName: "b.xlsx", content: [1], questions: ExamCatalogue.questions, by: contest.clerk)
        #expect(same.refusal == .sameFile(title: "绳结题库", edition: 1))
        let next = try await office.importBank(
            "绳结题库", fileName: "b.xlsx", content: [2], questions: Array(ExamCatalogue.questions.prefix(8)), by: contest.clerk
        ).get()
        #expect(next.entry.edition == 2 && next.known == 8)
        _ = try await contest.sit(.candidate(try await contest.persons(1)[0].id))
        #expect(try await office.setBank(next.entry.id, of: contest.id, in: "contest", by: contest.clerk).refusal == .begun)
        #expect(try await office.retireBank(next.entry.id, by: contest.clerk) == nil)
        let other = try await contest.contest(rounds: "1")
        #expect(try await office.setBank(next.entry.id, of: other, in: "contest", by: contest.clerk).refusal == .bankRetired)
        let leader = try await contest.bench.actor(.leader, at: "bay")
        #expect(try await office.examBanks(by: leader) == nil)
        // Another unit's clerk, who may be to sit the exam, sees no bank of this one, and has his own of the same name.
        let west = try await contest.bench.actor(.clerk, at: "west")
        #expect(try await office.examBanks(by: west) == [])
        #expect(try await office.examBank(next.entry.id, by: west) == nil)
        #expect(try await office.retireBank(next.entry.id, by: west) == .notFound)
        let theirs = try await office.importBank(
            "绳结题库", fileName: "b.xlsx", content: [1], questions: ExamCatalogue.questions, by: west
        ).get()
        #expect(theirs.entry.edition == 1 && theirs.entry.unit == "west")
        #expect(try await office.examBanks(by: contest.clerk)?.count == 2)
        #expect(try await office.startExam("contest", other, by: .account(contest.clerk)).refusal == .notFound)
    }

    @Test("people come in by codes of their own, names are sealed and masked, wrong rows are told")
    func people() async throws {
        let contest = try await Contest()
        let office = contest.office
        let rows = [
            CandidateRow(row: 2, unit: "东镇", name: "公孙拾玖", number: ""),
            CandidateRow(row: 3, unit: "东镇", name: "公孙拾玖", number: ""),
            CandidateRow(row: 4, unit: "南镇", name: "慕容廿二", number: ""), CandidateRow(row: 5, unit: "东镇", name: "", number: ""),
            CandidateRow(row: 6, unit: "", name: "慕容廿二", number: ""),
            CandidateRow(row: 7, unit: "东镇", name: "公孙拾玖", number: "2"),
        ]
        let added = try await office.addPersons(rows, to: contest.id, in: "contest", by: contest.clerk).get()
        #expect(added.added == 2)
        #expect(added.problems.map(\.reason) == [.twice(row: 2), .unitUnknown("南镇"), .nameMissing, .unitMissing])
        #expect(
            try await office.addPersons([rows[0]], to: contest.id, in: "contest", by: contest.clerk).get().problems.map(\.reason)
                == [.known])
        #expect(try await office.addAccounts(of: ["east"], to: contest.id, in: "contest", by: contest.clerk).get() == 1)
        #expect(
            try await office.addAccounts(of: ["east"], to: contest.id, in: "contest", by: contest.clerk).refusal == .nothingToTake
        )

        let codes = try await office.issueCodes(of: contest.id, in: "contest", by: contest.clerk).get()
        #expect(codes.count == 2 && Set(codes.map(\.code)).count == 2 && codes.allSatisfy { $0.code.count == 12 })
        let run = try #require(try await office.examRun("contest", contest.id, by: contest.clerk))
        let door = try #require(run.plan?.door)
        #expect(try await office.enter(door: door, code: "AAAA-AAAA-AAAA") == nil)
        #expect(try await office.enter(door: "nowhere", code: codes[0].code) == nil)
        let typed = codes[0].code.lowercased().prefix(4) + " - " + codes[0].code.dropFirst(4)
        let ticket = try #require(try await office.enter(door: door, code: String(typed)))
        let candidate = try #require(try await office.candidate(ticket: ticket))
        _ = try await contest.sit(.candidate(candidate))
        // New codes leave whoever has begun as he is, and end the others' old ones.
        let fresh = try await office.issueCodes(of: contest.id, in: "contest", by: contest.clerk).get()
        #expect(fresh.count == 1 && !codes.map(\.code).contains(fresh[0].code))
        #expect(try await office.enter(door: door, code: codes[1].code) == nil)

        let overseer = try await contest.bench.actor(.coordinator, at: "bay")
        let masked = try #require(try await office.examRun("contest", contest.id, by: overseer))
        #expect(!masked.seesNames && masked.people.compactMap(\.name).filter { $0.contains("拾玖") }.isEmpty)
        #expect(try await office.issueCodes(of: contest.id, in: "contest", by: overseer).refusal == .notAllowed)
        let west = try await contest.bench.actor(.clerk, at: "west")
        #expect(try await office.examRun("contest", contest.id, by: west) == nil)
        // Neither names nor codes lie open in the file.
        let bytes = try String(decoding: #require(ContentFile.bytes(contest.bench.path)), as: UTF8.self)
        #expect(!bytes.contains("公孙拾玖") && !bytes.contains(fresh[0].code))
    }

    @Test("a quiz is open to every account and to guests, shows its answers at once, and counts the papers handed in")
    func quiz() async throws {
        let contest = try await Contest(kind: "fun", rounds: nil)
        let anybody = try await contest.bench.actor(.leader, at: "bay")
        #expect(try await contest.office.examOffers(by: anybody).map(\.refusal) == [nil])
        for _ in 0..<3 {
            let view = try await contest.sit(.account(anybody), right: 2)
            #expect(view.showsAnswers && view.items.allSatisfy { !$0.right.isEmpty })
        }
        let door = try #require(try await contest.office.examRun("contest", contest.id, by: contest.clerk)?.plan?.door)
        let ticket = try #require(try await contest.office.enterAsGuest(door: door))
        let guest = try #require(try await contest.office.candidate(ticket: ticket))
        _ = try await contest.sit(.candidate(guest))
        _ = try await contest.office.countExam("contest", contest.id, by: contest.clerk).get()
        let record = try #require(try await contest.office.records("contest", ids: [contest.id], by: contest.clerk).first)
        #expect(record.values["hands"] == .integer(4) && record.values["teams"] == nil)
        let grand = try await Contest()
        let shut = try #require(try await grand.office.examRun("contest", grand.id, by: grand.clerk)?.plan?.door)
        #expect(try await grand.office.enterAsGuest(door: shut) == nil)
    }

    @Test("a connection cut at any point loses no answer that was saved, whatever is sent twice or in the wrong order")
    func cuts() async throws {
        let contest = try await Contest(rounds: "40")
        let person = Examinee.candidate(try await contest.persons(1)[0].id)
        var random = Dice(state: 20_260_101)
        for _ in 0..<12 {
            let sitting = try await contest.office.startExam("contest", contest.id, by: person).get()
            let view = try #require(try await contest.office.examSitting(sitting, by: person))
            // What the browser shows, what it has not heard of yet, and messages on their way.
            var shown: [Int: Set<Int>] = [:]
            var unsent: [Int: GivenAnswer] = [:]
            var delayed: [[GivenAnswer]] = []
            var acknowledged: [Int: (chosen: Set<Int>, sequence: Int64)] = [:]
            var sequence: Int64 = 1000
            func deliver(_ message: [GivenAnswer], hearsBack: Bool) async throws {
                let saved = try #require(try await contest.office.saveAnswers(message, of: sitting, by: person))
                guard hearsBack else { return }
                for answer in message where saved.saved.contains(answer.item) {
                    if unsent[answer.item]?.sequence == answer.sequence { unsent[answer.item] = nil }
                    if let number = answer.sequence, number >= acknowledged[answer.item]?.sequence ?? 0 {
                        acknowledged[answer.item] = (answer.chosen, number)
                    }
                }
            }
            for _ in 0..<30 {
                let item = view.items[random.next(view.items.count)]
                let chosen: Set<Int> = item.kind == .multiple ? [random.next(2), 2] : [random.next(item.options.count)]
                sequence += 1
                shown[item.number] = chosen
                unsent[item.number] = GivenAnswer(item: item.number, chosen: chosen, sequence: sequence)
                let message = Array(unsent.values)
                switch random.next(5) {
                case 0: break  // the connection is down: nothing leaves
                case 1: delayed.append(message)  // on its way, overtaken by later ones
                case 2: try await deliver(message, hearsBack: false)  // it arrives, the answer is lost
                default: try await deliver(message, hearsBack: true)
                }
                if random.next(4) == 0, let late = delayed.popLast() { try await deliver(late, hearsBack: random.next(2) == 0) }
                // Whatever was acknowledged is there, or something newer.
                let now = try #require(try await contest.office.examSitting(sitting, by: person))
                for (number, known) in acknowledged where shown[number] == known.chosen && unsent[number] == nil {
                    #expect(now.items[number - 1].chosen == known.chosen)
                }
            }
            for message in delayed { try await deliver(message, hearsBack: false) }
            try await deliver(Array(unsent.values), hearsBack: true)
            let whole = try #require(try await contest.office.examSitting(sitting, by: person))
            for (number, chosen) in shown { #expect(whole.items[number - 1].chosen == chosen) }
            #expect(whole.answered == shown.count)
            _ = try await contest.office.submitExam([], of: sitting, by: person)
            if try await contest.office.examSitting(sitting, by: person)?.sitting.isPassed == true { break }
        }
    }

    @Test("a key that names what is not there is told with its place and the near name")
    func definition() throws {
        func problems(_ old: String, _ new: String) -> [DefinitionProblem] {
            var files = ParcelCatalogue.files
            files["registers/yard/contest.yaml"] = ExamCatalogue.contest.replacing(old, with: new)
            return CatalogueLoader.load(files: files).problems
        }
        let cases: [(String, String, String)] = [
            ("starts: from_on", "starts: form_on", "from_on"), ("minutes: minutes", "minutes: title", ""),
            ("quiz: [fun]", "quiz: [fan]", "fun"), ("passed: good", "passed: god", "good"),
            ("move: note_teams", "move: note_team", "note_teams"), ("open: [going]", "open: [goin]", "going"),
            ("code: judgement, label: 判断 }]", "code: judgment, label: 判断 }]", "judgement"),
            ("tries: rounds", "trys: rounds", "tries"),
        ]
        for (old, new, near) in cases {
            let found = problems(old, new)
            #expect(
                found.contains { $0.place.file == "registers/yard/contest.yaml" && $0.place.line > 50 || $0.suggestion == near },
                "\(new): \(found)")
            if !near.isEmpty { #expect(found.contains { $0.suggestion == near }, "\(new): \(found)") }
        }
        let register = try #require(ExamCatalogue.catalogue.register("contest"))
        let reloaded = CatalogueLoader.load(
            files: ParcelCatalogue.files.merging(["registers/yard/contest.yaml": register.text]) { $1 })
        #expect(reloaded.catalogue?.register("contest")?.exam == register.exam, "\(reloaded.problems)")
    }

    @Test("a sheet is read below its titles, from a workbook and from CSV, with the rows numbered as it shows them")
    func sheet() throws {
        let csv = "题库\n\n题型,题干,选项A,选项B,答案\n单选,一,甲,乙,A\n单选,二,甲,,A\n判断,三,,,对\n"
        let table = try #require(try ExamSheet.read(Array(csv.utf8), isWorkbook: false) { (try? BankReader(header: $0)) != nil })
        let (questions, problems) = try BankReader(header: table.header).read(table.rows)
        #expect(questions.map(\.stem) == ["一", "三"] && problems.map(\.reason) == [.tooFewOptions(1)])
        #expect(try ExamSheet.read(Array("a,b\n1,2\n".utf8), isWorkbook: false) { $0 == ["c"] } == nil)
    }
}

private struct Dice {
    var state: UInt64
    mutating func next(_ below: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(below))
    }
}

private enum ContentFile {
    static func bytes(_ path: String) -> [UInt8]? {
        ["", "-wal"].reduce(into: [UInt8]?.none) { all, end in
            if let data = FileManager.default.contents(atPath: path + end) { all = (all ?? []) + [UInt8](data) }
        }
    }
}

extension Result {
    fileprivate var refusal: Failure? { if case .failure(let refusal) = self { refusal } else { nil } }
}
