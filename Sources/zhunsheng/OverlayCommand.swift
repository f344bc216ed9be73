import ArgumentParser
import Casework
import Foundation

struct OverlayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "overlay", abstract: "What the office has settled in its database over the files of the catalogue.",
        subcommands: [ExportOverlay.self])
}

struct ExportOverlay: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Writes the settled periods and local parameters as files of the catalogue.",
        discussion: "Example: zhunsheng overlay export -o .      writes districts/<name>/local.yaml below it")

    @OptionGroup var options: OfficeOptions
    @Option(name: .shortAndLong, help: ArgumentHelp("The folder of the catalogue, or another.", valueName: "dir"))
    var output = "."

    func run() async throws {
        let office = try await options.office()
        let chinese = options.language == .chinese
        if let file = try await office.localRulesFile() {
            let target = URL(fileURLWithPath: output).appendingPathComponent(file.path)
            do {
                try FileManager.default.createDirectory(
                    at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(file.text.utf8).write(to: target, options: .atomic)
            } catch {
                throw CommandFailure(
                    "写不进 \(target.path)。请核对文件夹和权限。", "\(target.path) cannot be written. Check the folder and its rights.",
                    options.language)
            }
            Terminal.say(chinese ? "已写入 \(target.path)" : "Written: \(target.path)")
        } else {
            Terminal.say(chinese ? "没有在浏览器里确定过的值。" : "Nothing has been settled in the browser.")
        }
        await office.engine.close()
    }
}
