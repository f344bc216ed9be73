import Foundation

/// A program of the system that reads a format for us: run in a folder of its own, ended when it takes too long.
struct Tool {
    let name: String
    let seconds: Int

    private static let folders = [
        "/usr/bin", "/usr/local/bin", "/opt/homebrew/bin", "/Applications/LibreOffice.app/Contents/MacOS",
    ]

    private var path: String? {
        let search = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init) + Tool.folders
        return search.map { $0 + "/" + name }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// Runs the program on bytes laid in a file; gives its output, or the file `result` that it wrote into its folder.
    func run(
        arguments: (_ input: String, _ folder: String) -> [String], input: [UInt8], ending: String, result: String? = nil,
        passwordStatus: Int32? = nil
    ) throws(TextReadingError) -> [UInt8] {
        guard let path else { throw .toolMissing(name) }
        let folder = FileManager.default.temporaryDirectory.appending(path: "zhunsheng-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "input.\(ending)")
        let output = folder.appending(path: "output")
        let process = Process()
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(input).write(to: file)
            try Data().write(to: output)
            process.executableURL = URL(filePath: path)
            process.arguments = arguments(file.path, folder.path)
            process.currentDirectoryURL = folder
            process.standardOutput = try FileHandle(forWritingTo: output)
            process.standardError = FileHandle.nullDevice
            process.standardInput = FileHandle.nullDevice
            try process.run()
        } catch {
            throw .toolFailed(name, status: -1)
        }
        let end = Date.now.addingTimeInterval(Double(seconds))
        while process.isRunning, Date.now < end { usleep(5_000) }
        if process.isRunning {
            process.terminate()
            throw .toolTimedOut(name, seconds: seconds)
        }
        let status = process.terminationStatus
        if status != 0, status == passwordStatus, isProtected(input) { throw .encrypted }
        guard status == 0 else { throw .toolFailed(name, status: status) }
        guard let bytes = try? Data(contentsOf: result.map { folder.appending(path: $0) } ?? output) else {
            throw .toolFailed(name, status: status)
        }
        return Array(bytes)
    }

    private func isProtected(_ bytes: [UInt8]) -> Bool {
        let tail = bytes.suffix(4096) + bytes.prefix(2048)
        return String(decoding: tail, as: UTF8.self).contains("/Encrypt")
    }
}
