import Definitions
import Foundation
import Store
import StoreSQLite

/// Empty databases, made once for each set of registers and copied: the tables of a whole catalogue take longer than most tests.
public actor SchemaTemplate {
    public static let shared = SchemaTemplate()
    private let folder = try? TemporaryFolder()
    private var templates: [String: Task<String, any Error>] = [:]

    /// Puts an empty database with the tables of these registers at a path.
    public func copy(of registers: [RegisterDefinition], to path: String) async throws {
        let key = registers.map { $0.name + $0.digest }.joined(separator: ",")
        let made: Task<String, any Error>
        if let known = templates[key] {
            made = known
        } else {
            guard let file = folder?.file("\(templates.count).sqlite") else { throw CocoaError(.fileWriteUnknown) }
            made = Task {
                let engine = try SQLiteEngine(path: file)
                try await engine.apply(try await engine.plan(Schema.tables(registers), search: Schema.search(registers)))
                await engine.close()
                return file
            }
            templates[key] = made
        }
        try FileManager.default.copyItem(atPath: try await made.value, toPath: path)
    }
}
