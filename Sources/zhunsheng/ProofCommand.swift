import ArgumentParser
import Foundation
import Proofreading
import TextReading

struct Proof: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Proof-reads a report: figures, structure, text, personal data. Needs no database.",
        discussion: """
            Example: zhunsheng proof 法治政府建设报告.docx
                     zhunsheng proof report.docx --annotate with-comments.docx
                     zhunsheng proof this-year.pdf --previous last-year.docx --format html > proof.html
                     zhunsheng proof - < report.txt
                     zhunsheng proof --rules
            Exit status: 0 nothing found, 1 something found, 2 a file could not be read.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case json
        case html
    }

    enum Tongue: String, ExpressibleByArgument, CaseIterable {
        case zh
        case en
    }

    @Argument(help: "Files: txt, md, html, docx, pdf; doc, wps, odt, rtf with LibreOffice. “-” is standard input.") var files:
        [String] = []
    @Option(help: "text, json or html.") var format: Format = .text
    @Option(help: "zh or en.") var lang: Tongue = .zh
    @Option(help: "Writes a copy of the one DOCX given, with each finding as a comment.") var annotate: String?
    @Option(help: "Last year's report, to show what was carried over.") var previous: String?
    @Option(help: "Known figures, as `zhunsheng figures --format json` writes them.") var figures: String?
    @Option(help: "A database whose registers the figures are compared with.") var against: String?
    @Option(help: "The district of --against; not needed where there is one only.") var district: String?
    @Option(help: "The year of --against; else the one whose report is being written.") var year: Int?
    @Option(name: [.customLong("without"), .customLong("off")], parsing: .upToNextOption, help: "Rules to leave out, by name.")
    var without: [String] = []
    @Flag(help: "Lists the rules with an example each.") var rules = false
    @Flag(name: .customLong("text"), help: "Prints the extracted text, to which positions refer.") var printsText = false

    private var left: [String] { without.flatMap { $0.split(separator: ",").map(String.init) } }

    private var language: FindingWording.Language { lang == .zh ? .chinese : .english }

    func validate() throws {
        if !rules, files.isEmpty {
            throw ValidationError(lang == .zh ? "请给出要校对的文件，或用 --rules 列出规则。" : "Give a file to proof-read, or --rules.")
        }
        if annotate != nil, files.count != 1 {
            throw ValidationError(lang == .zh ? "--annotate 一次处理一个 DOCX 文件。" : "--annotate takes one DOCX file.")
        }
        if let unknown = left.first(where: { Rule(rawValue: $0) == nil }) {
            throw ValidationError(
                lang == .zh ? "没有规则“\(unknown)”；用 --rules 查看规则名。" : "No rule is named “\(unknown)”; see --rules.")
        }
    }

    func run() async throws {
        if rules { return listRules() }
        let reader = Proofreader(disabled: Set(left.compactMap(Rule.init)))
        var known = try figures.map { try KnownFigureFile(path: $0).figures } ?? []
        if let against { known += try await registerFigures(against) }
        let last = try previous.map { try text(of: $0).text }
        var isUnreadable = false
        var hasFindings = false
        var objects: [String] = []
        for file in files {
            do throws(TextReadingError) {
                let source = try source(file)
                if printsText {
                    Terminal.say(source.read.text)
                    continue
                }
                let result = reader.proof(source.read.text, previous: last, known: known)
                hasFindings = hasFindings || !result.findings.isEmpty
                switch format {
                case .text:
                    Terminal.say(
                        TextListing(language: language, coloured: isatty(1) == 1).written(
                            result, file: name(file), text: source.read.text))
                case .json: objects.append(JSONListing(language: language).written(result, file: file))
                case .html: Terminal.say(ProofPage(language: language).written(result, file: name(file), text: source.read.text))
                }
                if let annotate { try write(annotate, source, result) }
            } catch {
                isUnreadable = true
                Terminal.complain(name(file) + (lang == .zh ? "：" : ": ") + error.sentence(isChinese: lang == .zh))
            }
        }
        if format == .json, !objects.isEmpty {
            Terminal.say(files.count == 1 ? objects[0] : "[\(objects.joined(separator: ",\n"))]")
        }
        if isUnreadable { throw ExitCode(2) }
        if hasFindings { throw ExitCode(1) }
    }

    // MARK: files

    private struct Source {
        let bytes: [UInt8]
        let read: ReadText
    }

    private func name(_ file: String) -> String { file == "-" ? (lang == .zh ? "标准输入" : "standard input") : file }

    private func source(_ file: String) throws(TextReadingError) -> Source {
        if file == "-" {
            let bytes = Array(FileHandle.standardInput.readDataToEndOfFile())
            return Source(bytes: bytes, read: try TextReader().read(bytes: bytes))
        }
        let read = try TextReader().read(path: file)
        let bytes = annotate == nil ? [] : (try? Data(contentsOf: URL(filePath: file))).map(Array.init) ?? []
        return Source(bytes: bytes, read: read)
    }

    private func text(of file: String) throws -> ReadText {
        do {
            return try source(file).read
        } catch {
            Terminal.complain(name(file) + (lang == .zh ? "：" : ": ") + error.sentence(isChinese: lang == .zh))
            throw ExitCode(2)
        }
    }

    private func write(_ path: String, _ source: Source, _ result: ProofResult) throws(TextReadingError) {
        guard source.read.format == .docx else { throw .notDocx }
        let wording = FindingWording(language: language)
        let comments = result.findings.map { finding in
            let suggestion = wording.suggestion(finding)
            let head = "［\(wording.name(finding.severity))］\(wording.message(finding))"
            return MarginComment(
                start: finding.start, end: finding.end, text: suggestion.isEmpty ? head : head + "\n" + suggestion)
        }
        let date = Date.now.formatted(.iso8601)
        let bytes = try DocxAnnotation(author: lang == .zh ? "准绳" : "Zhunsheng", date: date).annotated(
            source.bytes, text: source.read.text, comments: comments)
        do {
            try Data(bytes).write(to: URL(filePath: path))
        } catch {
            throw .office(.unreadable(path: path, code: errno))
        }
    }

    private func listRules() {
        let wording = FindingWording(language: language)
        if format == .json {
            let items = Rule.allCases.map { rule in
                JSONText.object([
                    ("rule", .text(rule.rawValue)), ("group", .text(rule.group.rawValue)), ("name", .text(wording.name(rule))),
                    ("example", .text(wording.example(rule))),
                ])
            }
            return Terminal.say(JSONText.list(items).written())
        }
        Terminal.say(Terminal.table(Rule.allCases.map { [$0.rawValue, wording.name($0), wording.example($0)] }))
    }
}

/// The figures of `zhunsheng figures --format json`.
private struct KnownFigureFile {
    private struct Listing: Decodable {
        struct Figure: Decodable {
            let label: String
            let value: String?
            let unit: String?
        }

        let figures: [Figure]
    }

    let figures: [KnownFigure]

    init(path: String) throws {
        guard let data = try? Data(contentsOf: URL(filePath: path)),
            let listing = try? JSONDecoder().decode(Listing.self, from: data)
        else {
            throw ValidationError(
                "--figures \(path): 不是 zhunsheng figures --format json 的输出 / not the output of zhunsheng figures --format json")
        }
        figures = listing.figures.compactMap { figure in
            figure.value.map { KnownFigure(label: figure.label, value: $0, unit: figure.unit ?? "") }
        }
    }
}
