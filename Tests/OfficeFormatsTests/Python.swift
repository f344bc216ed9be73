import Foundation
import Testing

/// The independent readers and writers of office files that these tests are checked against.
enum Python {
    static let isInCI = ProcessInfo.processInfo.environment["ZHUNSHENG_CI"] == "1"

    /// Whether openpyxl and python-docx can be imported. In CI the tests run regardless, and fail where they are missing.
    static let isAvailableOrCI: Bool = isInCI || (try? run("import openpyxl, docx")) != nil

    static var fixtures: URL { URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures") }

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// Runs a program text with arguments and gives back what it prints.
    @discardableResult
    static func run(_ program: String, _ arguments: String...) throws -> String {
        try launch(["-c", program] + arguments)
    }

    @discardableResult
    static func launch(_ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3"] + arguments
        process.environment = ProcessInfo.processInfo.environment.merging(["PYTHONIOENCODING": "utf-8"]) { $1 }
        let output = Pipe()
        let errors = Pipe()
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        let complaint = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(description: complaint) }
        return text
    }
}

/// A folder that goes away with the value that holds it.
final class ScratchFolder {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("office-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func file(_ name: String) -> String { path + "/" + name }

    func write(_ bytes: [UInt8], _ name: String) throws -> String {
        try Data(bytes).write(to: URL(fileURLWithPath: file(name)))
        return file(name)
    }
}
