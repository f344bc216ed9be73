import ArgumentParser
import Foundation
import Wording

struct DictionaryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dictionary", abstract: "The data dictionary, a Markdown page a register, made from the definitions.",
        discussion: "Example: zhunsheng dictionary -o docs/reference/registers")

    @OptionGroup var catalogue: CatalogueOptions
    @Option(name: .shortAndLong, help: ArgumentHelp("The folder for the pages.", valueName: "dir"))
    var output = "docs/reference/registers"

    func run() throws {
        let pages = DataDictionary(try catalogue.load()).pages
        let kept = Set(pages.map(\.name))
        do {
            try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
            // The page of a register that is no more would stay behind.
            for name in try FileManager.default.contentsOfDirectory(atPath: output)
            where name.hasSuffix(".md") && !kept.contains(name) {
                try FileManager.default.removeItem(atPath: output + "/" + name)
            }
            for page in pages {
                try Data(page.text.utf8).write(to: URL(fileURLWithPath: output + "/" + page.name), options: .atomic)
            }
        } catch {
            throw CommandFailure(
                "写不进 \(output)。请核对文件夹和权限。", "\(output) cannot be written. Check the folder and its rights.",
                catalogue.language)
        }
        Terminal.say(
            catalogue.language == .chinese ? "已写入 \(pages.count) 页：\(output)" : "\(pages.count) pages written: \(output)")
    }
}
