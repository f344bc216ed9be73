import Foundation
import Records

/// Which record, row or unit stands behind each id of a draw's lists; kept beside the draw and not published.
struct DrawSources: Codable {
    var things: [String: String] = [:]
    var people: [String: String] = [:]

    init(things: [String: String], people: [String: String]) {
        self.things = things
        self.people = people
    }

    init(text: String) {
        self = (try? JSONDecoder().decode(DrawSources.self, from: Data(text.utf8))) ?? Self(things: [:], people: [:])
    }

    var text: String { DrawnRows.encoded(self) }
}

/// The rows that a draw wrote into its record, as they were then: by row id, of each field its text.
struct DrawnRows: Codable {
    var rows: [String: [String: String]]

    init(_ rows: [Row]) {
        self.rows = Dictionary(rows.map { ($0.id, Self.texts($0)) }, uniquingKeysWith: { first, _ in first })
    }

    init(text: String?) {
        self = text.flatMap { try? JSONDecoder().decode(DrawnRows.self, from: Data($0.utf8)) } ?? DrawnRows([])
    }

    var text: String { Self.encoded(self) }

    static func texts(_ row: Row) -> [String: String] { row.values.mapValues(PersonalFields.encode) }

    static func encoded(_ value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
}
