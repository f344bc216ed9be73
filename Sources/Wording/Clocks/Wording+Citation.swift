import Definitions
import LegalTime

extension Wording {
    /// 行政复议法（2017）第三十一条. The version is given where the reader has to know which text is meant.
    public func citation(_ basis: LegalBasis, version: String? = nil) -> String {
        let law = lawTitle(basis.law)
        let edition = version.map { say("（\($0)）", " (\($0))") } ?? ""
        return law + edition + (basis.article.map { say(article($0), ", " + article($0)) } ?? "")
    }

    /// The citation with the version in force on a day, where the catalogue knows more than one text of the law.
    public func citation(_ basis: LegalBasis, in catalogue: Catalogue, on day: Day) -> String {
        let texts = catalogue.laws.flatMap(\.texts).filter { $0.law == basis.law }
        return citation(basis, version: texts.count > 1 ? catalogue.lawText(basis.law, on: day)?.version : nil)
    }

    /// A law's title; Chinese unless a label gives an English one.
    public func lawTitle(_ law: String) -> String { labels.label("laws/\(law)", chinese: law, in: language) }

    /// 31 → 第三十一条, 64(1) → 第六十四条第一款, 17-1(2)(3) → 第十七条之一第二款第三项, 22、23 → 第二十二条、第二十三条.
    ///
    /// Anything else stands as it is written. In English art. 31, arts. 22, 23.
    public func article(_ text: String) -> String {
        let numbers = text.split(whereSeparator: { "、,，".contains($0) }).map { $0.filter { !$0.isWhitespace } }
        guard language == .chinese else { return (numbers.count > 1 ? "arts. " : "art. ") + numbers.joined(separator: ", ") }
        return numbers.map { chineseArticle($0) ?? $0 }.joined(separator: "、")
    }

    private func chineseArticle(_ text: String) -> String? {
        let plain = text.replacing("）", with: ")").replacing("（", with: "(")
        let pieces = plain.split(separator: "(", omittingEmptySubsequences: false)
        guard let head = pieces.first, pieces.count <= 3 else { return nil }
        let number = head.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard (1...2).contains(number.count), let article = number.first ?? nil else { return nil }
        var result = "第" + Self.chineseNumeral(article) + "条"
        if number.count == 2 {
            guard let inserted = number[1] else { return nil }
            result += "之" + Self.chineseNumeral(inserted)
        }
        for (piece, name) in zip(pieces.dropFirst(), ["款", "项"]) {
            guard piece.hasSuffix(")"), let value = Int(piece.dropLast()) else { return nil }
            result += "第" + Self.chineseNumeral(value) + name
        }
        return result
    }

    /// One line on a version of a clock: length, extension, force and whether it has to be confirmed.
    public func summary(of version: ClockVersion) -> String {
        var parts = [term(of: version)]
        if version.extendAtMost != nil { parts.append(extensionCap(version.extendAtMost)) }
        parts.append(name(of: version.force))
        if version.needsConfirmation { parts.append(confirmMark) }
        return parts.joined(separator: say("，", ", "))
    }

    /// Beside a value that the office's lawyer has still to confirm.
    public var confirmMark: String { say("待确认", "to be confirmed") }

    /// Beside a day that may still move because a year's rest days are not out.
    public var provisionalMark: String { say("暂定", "provisional") }
}
