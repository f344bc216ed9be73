import Definitions
import LegalTime
import Records
import TestSupport
import Testing

@Suite("Whatever is typed")
struct InputFuzzTests {
    private static let pieces: [String] =
        [
            "", " ", "\u{3000}", "\n", "\r\n", "\t", "\u{0}", "\u{7F}", "\u{FEFF}", "\u{200B}", "0", "1", "9", "１", "年", "月", "日",
            "-", "－", ".", ",", "，", ":", "：", "万", "亿", "元", "¥", "是", "否",
            "x", "X", "E", "+", "(", "）", "、", ";", "2021", "13", "02", "29", "box", "箱件", "易碎", "易碎、易漏", "东镇", "east", "服务站",
            "公孙", "é",
            "e\u{301}", "👨‍👩‍👧", "𠮷", "\u{202E}", "'", "\"", "--", "%", "_",
            "2021-03-05", "10:42", "T", "99999999999999999999", "000000199001011001", "13800000000",
        ]

    private static func text(_ chance: inout Chance) -> String {
        switch chance.number(0...9) {
        case 0:
            let scalars = (0..<chance.number(0...12)).compactMap { _ in
                Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &chance))
            }
            return String(String.UnicodeScalarView(scalars))
        case 1: return String(repeating: chance.one(of: pieces), count: chance.number(1...500))
        default: return (0..<chance.number(1...6)).map { _ in chance.one(of: pieces) }.joined()
        }
    }

    @Test("no text in any field stops the reader, and what it takes reads back as the same", arguments: [1, 2, 3, 4])
    func randomTexts(seed: UInt64) {
        var chance = Chance(seed: seed)
        var reading = FieldReading()
        reading.references = ["east": .one("id-1"), "id-1": .one("id-1")]
        let register = reading.register
        let writer = ValueText(
            register: register, labels: Labels(), language: .chinese,
            unitLabel: { $0 }, referenceLabel: { $1 })
        var accepted = 0
        for _ in 0..<Repository.rounds(120, long: 20_000) {
            for field in register.fields where field.type != .rows && field.type != .attachment {
                let typed = Self.text(&chance)
                let (value, problems) = reading.read(typed, into: field.name)
                guard problems.isEmpty, let value else { continue }
                accepted += 1
                let written = writer.input(value, of: field)
                let again = reading.read(written, into: field.name)
                #expect(again.value == value, "\(field.name): \(typed.debugDescription) → \(written.debugDescription)")
                #expect(again.problems.isEmpty)
            }
        }
        #expect(accepted > 300)
    }

    @Test("no child row of any shape stops the reader, and no row with something in it goes missing", arguments: [5, 6])
    func randomRows(seed: UInt64) {
        var chance = Chance(seed: seed)
        let reading = FieldReading()
        for _ in 0..<Repository.rounds(400, long: 20_000) {
            let rows = (0..<chance.number(0...4)).map { _ in
                var texts: [String: String] = [:]
                for name in ["name", "receiver", "grade", "value", "amount", "checked_on", "claimed_on", "photo", "unknown"]
                where chance.once(in: 2) {
                    texts[name] = Self.text(&chance)
                }
                return RowInput(id: chance.once(in: 2) ? Self.text(&chance) : nil, texts: texts)
            }
            let (values, problems) = reading.read(RecordInput(rows: ["items": rows]), fields: ["items"])
            #expect((values["items"]?.rows?.count ?? 0) == rows.filter { !$0.isBlank }.count)
            #expect(problems.allSatisfy { $0.place.row.map(rows.indices.contains) ?? true })
        }
    }
}
