import Foundation
import LegalTime
import Testing
import Yams

/// The cases that a lawyer reviews. Cases that name a clock of the laws (`clock:`) are run where the laws are known.
@Suite("The reviewed cases in cases/deadlines")
struct DeadlineCaseTests {
    @Test("there are cases for every kind of length, sense and rule")
    func reach() throws {
        let cases = try Repository.yamlFiles(in: "cases/deadlines").flatMap(DeadlineCase.all)
        #expect(cases.count >= 40)
        #expect(Set(cases.compactMap(\.length?.unit)) == Set(LengthUnit.allCases))
        #expect(Set(cases.map { $0.sense ?? .atMost }) == Set(Sense.allCases))
        #expect(
            cases.contains { $0.on != nil } && cases.contains { $0.provisional == true } && cases.contains { $0.extend != nil })
        #expect(Set(cases.map(\.name)).count == cases.count)
    }

    @Test("every case comes out as written", arguments: Repository.yamlFiles(in: "cases/deadlines"))
    func outcome(file: URL) throws {
        for deadline in try DeadlineCase.all(in: file) {
            let reckoning = try deadline.reckoning()
            let due = reckoning.due(by: Repository.calendar)
            #expect(due.text == deadline.due.normalised, "\(deadline.name)")
            #expect(due.point?.provisional ?? false == deadline.provisional ?? false, "\(deadline.name)")
            #expect(reckoning.explain(by: Repository.calendar).text == due.text, "\(deadline.name)")
        }
    }
}

private struct DeadlineCase: Decodable {
    var name: String
    var from: String
    var length: Length?
    var on: AnnualDay?
    var sense: Sense?
    var pauses: [[String]]?
    var extend: Length?
    var roll: RollRule?
    var due: String
    var provisional: Bool?

    static func all(in file: URL) throws -> [DeadlineCase] {
        let node = try #require(try Yams.compose(yaml: String(contentsOf: file, encoding: .utf8))?.sequence)
        return try node.filter { $0.mapping?["clock"] == nil }.map { try YAMLDecoder().decode(DeadlineCase.self, from: $0) }
    }

    func reckoning() throws -> Reckoning {
        let start: Reckoning.Start =
            try from.contains("T") ? .instant(#require(Instant(iso: from))) : .day(#require(Day(iso: from)))
        return Reckoning(
            from: start, term: try on.map(Term.on) ?? .length(#require(length)), sense: sense ?? .atMost, roll: roll ?? .none,
            pauses: try (pauses ?? []).map {
                Pause(from: try #require(Day(iso: $0[0])), resumed: $0.count > 1 ? Day(iso: $0[1]) : nil)
            },
            extendedBy: extend)
    }
}

extension Due {
    fileprivate var text: String { point.map { $0.instant?.iso ?? $0.day.iso } ?? "paused" }
}

extension String {
    fileprivate var normalised: String { Instant(iso: self)?.iso ?? self }
}
