import Foundation

/// python-docx, the independent reader that the documents are checked against.
enum PythonDocx {
    /// In CI the test runs regardless, and fails where python-docx is missing.
    static let isAvailableOrCI: Bool =
        ProcessInfo.processInfo.environment["ZHUNSHENG_CI"] == "1" || (try? run("import docx", on: [])) != nil

    struct Failure: Error {
        let complaint: String
    }

    /// Runs a program text that finds the document at `sys.argv[1]`, and gives back what it prints.
    @discardableResult
    static func run(_ program: String, on document: [UInt8]) throws -> String {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("report-\(UUID().uuidString).docx")
        try Data(document).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-c", program, file.path]
        process.environment = ProcessInfo.processInfo.environment.merging(["PYTHONIOENCODING": "utf-8"]) { $1 }
        let (output, errors) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        let complaint = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(complaint: complaint) }
        return text
    }
}
