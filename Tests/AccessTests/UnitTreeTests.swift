import LegalTime
import TestSupport
import Testing

@testable import Access

@Suite("Unit tree")
struct UnitTreeTests {
    let tree: UnitTree

    init() throws { tree = try UnitTree.sample() }

    @Test("a subtree is the tree of that day")
    func dated() {
        #expect(tree.sortedSubtree(of: "town", on: "2020-06-01") == ["town", "village_a", "village_b", "village_c"])
        #expect(tree.sortedSubtree(of: "town", on: "2021-12-31") == ["town", "village_a", "village_b"])
        #expect(tree.sortedSubtree(of: "town", on: "2022-01-01") == ["town", "village_a"])
        #expect(tree.sortedSubtree(of: "town", on: "2023-01-01") == ["town", "village_a", "village_d"])
        #expect(tree.sortedSubtree(of: "agency", on: "2022-01-01") == ["agency", "village_b"])
        #expect(tree.subtree(of: "district", on: "2022-01-01") == ["district", "town", "agency", "village_a", "village_b"])
    }

    @Test("a unit that has ended counts where it last stood, if asked for; one that has not begun never does")
    func ended() {
        #expect(tree.sortedSubtree(of: "town", on: "2022-01-01", includingEnded: true) == ["town", "village_a", "village_c"])
        #expect(tree.subtree(of: "village_c", on: "2022-01-01") == [])
        #expect(tree.subtree(of: "village_c", on: "2022-01-01", includingEnded: true) == ["village_c"])
        #expect(tree.subtree(of: "village_d", on: "2022-12-31", includingEnded: true) == [])
        #expect(tree.subtree(of: "nobody", on: "2022-12-31", includingEnded: true) == [])
    }

    @Test("the path leads from the district down, and the history keeps each place")
    func paths() {
        #expect(tree.path(to: "village_b", on: "2021-12-31").map(\.id) == ["district", "town", "village_b"])
        #expect(tree.path(to: "village_b", on: "2022-01-01").map(\.id) == ["district", "agency", "village_b"])
        #expect(tree.path(to: "village_d", on: "2022-01-01").isEmpty)
        #expect(tree.history(of: "village_b").map(\.parent) == ["town", "agency"])
        #expect(tree.unit("village_c", on: "2021-01-01") == nil)
        #expect(tree.lastUnit("village_c", on: "2021-01-01")?.parent == "town")
        #expect(tree.children(of: "district", on: "2021-01-01").map(\.id) == ["agency", "town"])
    }

    @Test("the district is the one unit under no other; beside a second such unit neither is")
    func root() throws {
        #expect(tree.isRoot("district", on: "2021-01-01"))
        #expect(!tree.isRoot("town", on: "2021-01-01"))
        #expect(!tree.isRoot("district", on: "1999-12-31"))
        let two = try UnitTree(
            district: "d",
            units: ["a", "b"].map { UnitEntry(id: $0, name: $0, parent: nil, kind: "district", from: "2000-01-01") })
        #expect(!two.isRoot("a", on: "2021-01-01") && !two.isRoot("b", on: "2021-01-01"))
    }

    static func entry(_ id: String, _ parent: String?, _ from: Day = "2000-01-01", _ until: Day? = nil) -> UnitEntry {
        UnitEntry(id: id, name: id, parent: parent, kind: "k", from: from, until: until)
    }

    @Test("every problem of a list is reported at once")
    func problems() throws {
        let refusal = try #require(throws: UnitTreeRefusal.self) {
            try UnitTree(
                district: "d",
                units: [
                    Self.entry("root", nil), Self.entry("", "root"), Self.entry("a", "nowhere"),
                    Self.entry("b", "root", "2020-01-01", "2019-01-01"), Self.entry("c", "root"),
                    Self.entry("c", "root", "2010-01-01"),
                ])
        }
        #expect(
            refusal.problems == [
                .idEmpty(name: ""), .parentUnknown(unit: "a", parent: "nowhere"),
                .endsBeforeStart(unit: "b", from: "2020-01-01", until: "2019-01-01"),
            ] || refusal.problems.contains(.overlapping(unit: "c", on: "2010-01-01")))
        #expect(refusal.problems.count == 4)
    }

    @Test("a cycle is refused on whichever day it begins, and a unit under itself too")
    func cycles() {
        #expect(throws: UnitTreeRefusal(problems: [.cycle(unit: "a", on: "2000-01-01")])) {
            try UnitTree(district: "d", units: [Self.entry("a", "a")])
        }
        #expect(throws: UnitTreeRefusal(problems: [.cycle(unit: "a", on: "2010-01-01")])) {
            try UnitTree(
                district: "d",
                units: [
                    Self.entry("root", nil), Self.entry("a", "root", "2000-01-01", "2009-12-31"), Self.entry("b", "a"),
                    Self.entry("c", "b"), Self.entry("a", "c", "2010-01-01"),
                ])
        }
    }

    @Test("a unit may trade places with the one above it from one day to the next")
    func exchange() throws {
        let tree = try UnitTree(
            district: "d",
            units: [
                Self.entry("root", nil), Self.entry("a", "root", "2000-01-01", "2009-12-31"),
                Self.entry("b", "a", "2000-01-01", "2009-12-31"), Self.entry("b", "root", "2010-01-01"),
                Self.entry("a", "b", "2010-01-01"),
            ])
        #expect(tree.sortedSubtree(of: "a", on: "2009-12-31") == ["a", "b"])
        #expect(tree.sortedSubtree(of: "b", on: "2010-01-01") == ["a", "b"])
        #expect(tree.sortedSubtree(of: "a", on: "2010-01-01") == ["a"])
    }

    @Test("a unit is in a subtree exactly when its path leads through the top, in every random tree")
    func subtreeIsPath() throws {
        var random = Seeded(21)
        for _ in 0..<rounds(60, long: 3_000) {
            let tree = try RandomTree.make(&random)
            for _ in 0..<20 {
                let day = RandomTree.day(&random)
                let top = tree.ids.randomElement(using: &random) ?? ""
                let below = tree.subtree(of: top, on: day, includingEnded: true)
                let through = tree.ids.filter { tree.path(to: $0, on: day).contains { $0.id == top } }
                #expect(below == Set(through), "\(top) \(day.iso)")
            }
        }
    }

    @Test("ten thousand units answer within the blink of an eye")
    func fast() throws {
        let units = (0..<10_000).map { index in
            UnitEntry(id: "u\(index)", name: "", parent: index == 0 ? nil : "u\((index - 1) / 8)", kind: "k", from: "2000-01-01")
        }
        let tree = try UnitTree(district: "d", units: units)
        let time = processorTime { #expect(tree.subtree(of: "u0", on: "2020-01-01").count == 10_000) }
        #expect(time < .seconds(2))
    }
}

/// Trees whose units move about and end, for properties.
enum RandomTree {
    static func day(_ random: inout Seeded) -> Day { Day(daysSince1970: 18_000 + Int.random(in: 0..<400, using: &random)) }

    static func make(_ random: inout Seeded, district: String = "d") throws -> UnitTree {
        while true {
            var units = [UnitEntry(id: "u0", name: "", parent: nil, kind: "k", from: Day(daysSince1970: 17_000))]
            for index in 1..<Int.random(in: 3..<14, using: &random) {
                var from = Day(daysSince1970: 17_900 + Int.random(in: 0..<200, using: &random))
                for _ in 0..<Int.random(in: 1...3, using: &random) {
                    let until = from.adding(days: Int.random(in: 0..<200, using: &random))
                    let isOpen = Int.random(in: 0..<3, using: &random) == 0
                    units.append(
                        UnitEntry(
                            id: "u\(index)", name: "", parent: "u\(Int.random(in: 0..<index, using: &random))", kind: "k",
                            from: from,
                            until: isOpen ? nil : until))
                    if isOpen { break }
                    from = until.adding(days: Int.random(in: 1..<60, using: &random))
                }
            }
            return try UnitTree(district: district, units: units)
        }
    }
}
