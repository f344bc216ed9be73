import Definitions
import LegalTime

/// A report before it is written to a format: parts and sections with runs of text and figures, and the appendix of all figures.
public struct AnnualReport: Sendable, Equatable {
    public var header: ReportHeader
    public var title: String
    /// Without its colon.
    public var addressee: String?
    public var parts: [ReportPart]
    /// Texts for parts that the outline no longer has; nothing that somebody wrote gets lost.
    public var unplaced: [ReportContribution]
    public var appendix: [AppendixEntry]

    public init(
        header: ReportHeader, title: String, addressee: String?, parts: [ReportPart], unplaced: [ReportContribution] = [],
        appendix: [AppendixEntry]
    ) {
        self.header = header
        self.title = title
        self.addressee = addressee
        self.parts = parts
        self.unplaced = unplaced
        self.appendix = appendix
    }

    /// Every part and section, in reading order.
    public var allParts: [ReportPart] { parts.flatMap { [$0] + $0.sections } }

    /// Parts and sections that have still to be written.
    public var missing: [ReportPart] { allParts.filter { $0.placeholder != nil } }

    /// Characters of title, addressee, headings and text; blanks, placeholders and the appendix do not count.
    public var characters: Int {
        let head = [title, addressee ?? ""].reduce(0) { $0 + Self.characters(of: $1) }
        return head + allParts.reduce(0) { $0 + $1.characters }
    }

    static func characters(of text: String) -> Int { text.count { !$0.isWhitespace } }
}

/// A part (一、…) or a section (（一）…) of a report.
public struct ReportPart: Sendable, Equatable {
    /// `part`, or `part/section`; contributions name it.
    public var key: String
    public var title: String
    /// From 1 among its neighbours, those left out not counted.
    public var number: Int
    public var isRequired: Bool
    public var takesContributions: Bool
    public var basis: LegalBasis?
    public var paragraphs: [ReportParagraph]
    public var contributions: [ReportContribution]
    public var sections: [ReportPart]
    /// What is to be written here; nil where something stands.
    public var placeholder: String?

    /// How many figures stand in its own paragraphs.
    public var figureCount: Int {
        paragraphs.flatMap(\.runs).count { if case .figure = $0 { true } else { false } }
    }

    var characters: Int {
        let own = paragraphs.map(\.text) + contributions.flatMap(\.paragraphs)
        return AnnualReport.characters(of: title) + own.reduce(0) { $0 + AnnualReport.characters(of: $1) }
    }
}

/// The sentences that stand, one after the other.
public struct ReportParagraph: Sendable, Equatable {
    public var runs: [ReportRun]
    public var text: String { runs.map(\.text).joined() }
}

/// A stretch of text, or one figure as it is printed.
public enum ReportRun: Sendable, Equatable {
    case text(String)
    case figure(FigureName, printed: String)

    public var text: String {
        switch self {
        case .text(let text): text
        case .figure(_, let printed): printed
        }
    }
}

/// One figure in the appendix.
public struct AppendixEntry: Sendable, Equatable {
    /// 台账号: `register.indicator`.
    public var name: FigureName
    public var registerLabel: String
    public var label: String
    /// Printed with its unit.
    public var value: String
    public var rule: String
    public var cutOff: Instant
    /// Records behind the figure.
    public var rows: Int
    /// Whether it stands in the text.
    public var isUsed: Bool
}
