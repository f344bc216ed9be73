/// What is wrong with a row of an edition's sheet.
public struct EditionRowProblem: Sendable, Hashable {
    public enum Reason: Sendable, Hashable {
        case numberMissing
        case numberUsed(row: Int)
        case textMissing
        case headingMissing
        case unknownMode(String)
        case notAWeight(String)
    }
    /// As the sheet shows it, from 1.
    public var row: Int
    public var column: String
    public var reason: Reason
}

/// Reads an edition out of the rows of a sheet: 一级指标, 二级指标, 序号, 三级指标, 方式 (optional), 分值 (optional). A heading that is left
/// blank is the one above, as merged cells leave it.
public struct EditionReader {
    public enum HeaderProblem: Error, Sendable, Hashable {
        case columnsMissing([String])
    }

    /// The columns of a sheet that is to be filled in, in their order; the last two may be blank.
    public static let columns = ["一级指标", "二级指标", "序号", "三级指标", "方式", "分值"]

    private static let names = [
        "一级指标": "一级指标", "一级": "一级指标", "二级指标": "二级指标", "二级": "二级指标", "序号": "序号", "编号": "序号", "指标序号": "序号",
        "三级指标": "三级指标", "指标内容": "三级指标", "指标": "三级指标", "内容": "三级指标", "方式": "方式", "评估方式": "方式", "分值": "分值", "权重": "分值",
    ]
    private static let modes: [String: EditionItem.Mode] = [
        "R": .figure, "数据": .figure, "台账": .figure, "E": .evidence, "材料": .evidence, "佐证": .evidence, "R+E": .both,
        "数据加材料": .both, "数据+材料": .both,
    ]

    private var columns: [String: Int] = [:]

    public init(header: [String]) throws(HeaderProblem) {
        for (place, title) in header.enumerated() {
            if let name = Self.names[Self.trimmed(title)], columns[name] == nil { columns[name] = place }
        }
        let missing = ["一级指标", "二级指标", "序号", "三级指标"].filter { columns[$0] == nil }
        guard missing.isEmpty else { throw .columnsMissing(missing) }
    }

    /// Rows that follow the header without a gap, the first being row 2.
    public func read(_ rows: [[String]]) -> (items: [EditionItem], problems: [EditionRowProblem]) {
        read(numbered: rows.enumerated().map { ($0 + 2, $1) })
    }

    /// - Parameter numbered: each row with its number as the sheet shows it.
    public func read(numbered rows: [(number: Int, cells: [String])]) -> (items: [EditionItem], problems: [EditionRowProblem]) {
        var items: [EditionItem] = []
        var problems: [EditionRowProblem] = []
        var seen: [String: Int] = [:]
        var first = ""
        var second = ""
        for (number, row) in rows where row.contains(where: { !Self.trimmed($0).isEmpty }) {
            func wrong(_ column: String, _ reason: EditionRowProblem.Reason) {
                problems.append(EditionRowProblem(row: number, column: column, reason: reason))
            }
            let one = cell("一级指标", row)
            if !one.isEmpty, one != first { (first, second) = (one, "") }
            let two = cell("二级指标", row)
            if !two.isEmpty { second = two }
            let key = cell("序号", row)
            let text = cell("三级指标", row)
            // A line that has headings alone opens a part and is no item.
            if key.isEmpty, text.isEmpty { continue }
            guard !first.isEmpty, !second.isEmpty else {
                wrong(first.isEmpty ? "一级指标" : "二级指标", .headingMissing)
                continue
            }
            guard !key.isEmpty else {
                wrong("序号", .numberMissing)
                continue
            }
            if let before = seen[key] {
                wrong("序号", .numberUsed(row: before))
                continue
            }
            guard !text.isEmpty else {
                wrong("三级指标", .textMissing)
                continue
            }
            let modeText = cell("方式", row)
            let mode = Self.modes[modeText.uppercased()]
            if mode == nil, !modeText.isEmpty {
                wrong("方式", .unknownMode(modeText))
                continue
            }
            let weightText = cell("分值", row)
            let weight = Self.hundredths(weightText)
            if weight == nil, !weightText.isEmpty {
                wrong("分值", .notAWeight(weightText))
                continue
            }
            seen[key] = number
            items.append(EditionItem(first: first, second: second, number: key, text: text, mode: mode, weight: weight))
        }
        return (items, problems)
    }

    private func cell(_ name: String, _ row: [String]) -> String {
        guard let place = columns[name], row.indices.contains(place) else { return "" }
        return Self.trimmed(row[place])
    }

    /// `2`, `1.5` and `0.25` in hundredths; nil for anything else, with `分` after it or not.
    public static func hundredths(_ text: String) -> Int? {
        let text = text.hasSuffix("分") ? String(text.dropLast()) : text
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let whole = Int(parts[0]), (0...10_000).contains(whole) else { return nil }
        guard parts.count == 2 else { return whole * 100 }
        guard (1...2).contains(parts[1].count), parts[1].allSatisfy(\.isWholeNumber), let rest = Int(parts[1]) else { return nil }
        return whole * 100 + (parts[1].count == 1 ? rest * 10 : rest)
    }

    static func trimmed(_ text: String) -> String {
        var text = Substring(text)
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}
