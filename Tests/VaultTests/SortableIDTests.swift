import Testing

@testable import Vault

@Suite("Sortable ids")
struct SortableIDTests {
    @Test("text and bytes come back as the same id, and sort as ids do")
    func forms() throws {
        let source = SortableIDSource(random: Seeded(1))
        var random = Seeded(2)
        var ids = (0..<300).map { _ in source.next(at: Int64.random(in: 0..<1 << 44, using: &random)) }
        ids.shuffle(using: &random)
        for id in ids {
            #expect(id.description.utf8.count == 26 && id.bytes.count == 16)
            #expect(SortableID(id.description) == id)
            #expect(SortableID(id.description.lowercased()) == id)
            #expect(SortableID(bytes: id.bytes) == id)
        }
        let sorted = ids.sorted()
        #expect(ids.sorted { $0.description < $1.description } == sorted)
        #expect(ids.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) } == sorted)
    }

    @Test("each id is greater than the one before, within a millisecond and when the clock steps back")
    func monotonic() {
        let source = SortableIDSource()
        var last = source.next(at: 1_000)
        for step in 0..<5_000 {
            let id = source.next(at: step < 2_500 ? 1_000 : 500)
            #expect(id > last)
            last = id
        }
        #expect(last.milliseconds == 1_000)
        #expect(source.next(at: 2_000).milliseconds == 2_000)
    }

    @Test("many tasks at once never get the same id")
    func concurrent() async {
        let source = SortableIDSource()
        let ids = await withTaskGroup(of: [SortableID].self) { group in
            for _ in 0..<8 { group.addTask { (0..<2_000).map { _ in source.next(at: 7) } } }
            return await group.reduce(into: []) { $0 += $1 }
        }
        #expect(Set(ids).count == 16_000)
    }

    @Test("a given generator gives the same ids again")
    func repeatable() {
        let first = SortableIDSource(random: Seeded(9))
        let second = SortableIDSource(random: Seeded(9))
        for index in 0..<100 { #expect(first.next(at: Int64(index / 10)) == second.next(at: Int64(index / 10))) }
    }

    @Test(
        "what is no id is refused",
        arguments: [
            "", "0", "8ZZZZZZZZZZZZZZZZZZZZZZZZZ", "01ARZ3NDEKTSV4RRFFQ69G5FAU", "01ARZ3NDEKTSV4RRFFQ69G5FA",
            "01ARZ3NDEKTSV4RRFFQ69G5FAV0", "０1ARZ3NDEKTSV4RRFFQ69G5F",
        ])
    func refused(text: String) { #expect(SortableID(text) == nil) }

    @Test("letters that are easily mistaken are read as digits")
    func mistaken() {
        #expect(SortableID("OIARZ3NDEKTSV4RRFFQ69G5FAl")?.description == "01ARZ3NDEKTSV4RRFFQ69G5FA1")
        #expect(SortableID("7ZZZZZZZZZZZZZZZZZZZZZZZZZ")?.bytes == [UInt8](repeating: 0xFF, count: 16))
        #expect(SortableID(bytes: [1, 2]) == nil)
    }
}
