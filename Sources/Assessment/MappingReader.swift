/// What is wrong with a row of a mapping.
public struct MappingRowProblem: Sendable, Hashable {
    public enum Reason: Sendable, Hashable {
        case oldMissing
        case unknownOld(String)
        case unknownNew(String)
    }
    /// As the sheet shows it, from 1.
    public var row: Int
    public var column: String
    public var reason: Reason
}

/// Reads a mapping out of the rows of a sheet: 原序号, 新序号. Several new numbers stand in one cell with 、 between them, or in rows
/// of their own; none means that the item falls away.
public struct MappingReader {
    public static let columns = ["原序号", "新序号"]
    private static let names = [
        "原序号": "原序号", "旧序号": "原序号", "原编号": "原序号", "旧编号": "原序号", "新序号": "新序号", "新编号": "新序号", "现序号": "新序号",
    ]
    private var places: [String: Int] = [:]

    public init(header: [String]) throws(EditionReader.HeaderProblem) {
        for (place, title) in header.enumerated() {
            if let name = Self.names[EditionReader.trimmed(title)], places[name] == nil { places[name] = place }
        }
        let missing = Self.columns.filter { places[$0] == nil }
        guard missing.isEmpty else { throw .columnsMissing(missing) }
    }

    public func read(numbered rows: [(number: Int, cells: [String])], from old: Edition, to new: Edition) -> (
        mapping: EditionMapping, problems: [MappingRowProblem]
    ) {
        var forward: [String: [String]] = [:]
        var problems: [MappingRowProblem] = []
        let oldNumbers = Set(old.items.map(\.number))
        let newNumbers = Set(new.items.map(\.number))
        for (number, row) in rows where row.contains(where: { !EditionReader.trimmed($0).isEmpty }) {
            let from = cell("原序号", row)
            let targets = Self.numbers(cell("新序号", row))
            // A line of an item that is new, without an old one.
            if from.isEmpty, targets.allSatisfy(newNumbers.contains) { continue }
            guard oldNumbers.contains(from) else {
                let reason: MappingRowProblem.Reason = from.isEmpty ? .oldMissing : .unknownOld(from)
                problems.append(MappingRowProblem(row: number, column: "原序号", reason: reason))
                continue
            }
            if let unknown = targets.first(where: { !newNumbers.contains($0) }) {
                problems.append(MappingRowProblem(row: number, column: "新序号", reason: .unknownNew(unknown)))
                continue
            }
            for target in targets where !forward[from, default: []].contains(target) { forward[from, default: []].append(target) }
        }
        return (EditionMapping(forward: forward), problems)
    }

    /// Numbers that stand in one text, parted by 、 or a comma.
    public static func numbers(_ text: String) -> [String] {
        text.split(whereSeparator: { "、,，;；".contains($0) || $0.isNewline }).map { EditionReader.trimmed(String($0)) }
            .filter { !$0.isEmpty }
    }

    private func cell(_ name: String, _ row: [String]) -> String {
        guard let place = places[name], row.indices.contains(place) else { return "" }
        return EditionReader.trimmed(row[place])
    }
}
