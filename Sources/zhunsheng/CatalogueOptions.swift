import ArgumentParser
import Definitions
import Foundation
import Wording

/// Where the catalogue is: `--catalogue`, else the current folder, else the folder of the program or one above it.
struct CatalogueOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The catalogue's folder; else the current one, else the one beside the program.", valueName: "dir"))
    var catalogue: String?

    @Option(help: "Language of messages: zh or en.")
    var lang: LanguageOption = .zh

    var language: Language { lang.language }

    func folder() throws -> String {
        if let catalogue { return catalogue }
        let here = FileManager.default.currentDirectoryPath
        if Self.holdsCatalogue(here) { return here }
        var folder = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
        for _ in 0..<6 {
            if Self.holdsCatalogue(folder.path) { return folder.path }
            folder.deleteLastPathComponent()
        }
        throw CommandFailure(
            "这里没有台账目录（registers/）。请在项目目录里运行，或用 --catalogue 指明。",
            "No catalogue (registers/) here. Run inside it or name it with --catalogue.", language)
    }

    private static func holdsCatalogue(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: path + "/registers") && FileManager.default.fileExists(atPath: path + "/laws")
    }

    /// The catalogue, or every mistake in it on standard error.
    func load() throws -> Catalogue {
        let load = CatalogueLoader.load(folder: try folder())
        guard let catalogue = load.catalogue else {
            let wording = Wording(language: language)
            for problem in load.problems { Terminal.complain(wording.line(for: problem)) }
            throw ExitCode(1)
        }
        return catalogue
    }
}

enum LanguageOption: String, ExpressibleByArgument, CaseIterable {
    case zh
    case en
    var language: Language { self == .zh ? .chinese : .english }
}

enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
}

/// A failure said in the chosen language, with the next step; exit code 1.
struct CommandFailure: Error, CustomStringConvertible {
    var description: String
    init(_ chinese: String, _ english: String, _ language: Language) { description = language == .chinese ? chinese : english }
}
