import Foundation
import Testing

@testable import Vault

@Suite("Key file")
struct KeyFileTests {
    let folder: String
    var path: String { folder + "/zhunsheng.keys" }

    init() throws {
        folder = NSTemporaryDirectory() + "/key-file-tests-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    private func mode() throws -> Int {
        try #require(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
    }

    private func removed<T>(_ body: () throws -> T) rethrows -> T {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        return try body()
    }

    @Test("a created key file is its owner's alone, and loads as the same ring")
    func created() throws {
        try removed {
            let ring = try KeyRing.create(at: path)
            #expect(try mode() == 0o600)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["zhunsheng.keys"])
            let loaded = try KeyRing.load(from: path)
            #expect(try loaded.openText(ring.seal("张三丰", bound: .applicant), bound: .applicant) == "张三丰")
            #expect(loaded.lookUpHash("张三丰", as: .name) == ring.lookUpHash("张三丰", as: .name))
            let key = ring.newRecordKey()
            #expect(loaded.commit([1], salt: [2], under: key) == ring.commit([1], salt: [2], under: key))
        }
    }

    @Test("a key file is never overwritten by creating another")
    func notOverwritten() throws {
        try removed {
            _ = try KeyRing.create(at: path)
            let before = try Data(contentsOf: URL(fileURLWithPath: path))
            #expect(throws: VaultError.keyFileExists(path: path)) { try KeyRing.create(at: path) }
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 1)
        }
    }

    @Test("a rotated ring is saved with all its keys and keeps the file closed to others")
    func saved() throws {
        try removed {
            let first = try KeyRing.create(at: path)
            let ring = first.adding(.encryption).adding(.lookUp, active: false)
            try ring.save(to: path)
            #expect(try mode() == 0o600)
            let loaded = try KeyRing.load(from: path)
            #expect(loaded.description == "KeyRing(encryption 1 2*, look_up 1* 2)")
            #expect(try loaded.openText(first.seal("旧", bound: .applicant), bound: .applicant) == "旧")
        }
    }

    @Test("a file that others may read or write is refused", arguments: [0o644, 0o604, 0o620, 0o606, 0o660, 0o777])
    func open(mode: Int) throws {
        try removed {
            _ = try KeyRing.create(at: path)
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
            #expect(throws: VaultError.keyFileOpenToOthers(path: path, mode: UInt32(mode))) { try KeyRing.load(from: path) }
        }
    }

    @Test("a file that its group may read is taken", arguments: [0o400, 0o440, 0o640])
    func group(mode: Int) throws {
        try removed {
            _ = try KeyRing.create(at: path)
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
            #expect(throws: Never.self) { try KeyRing.load(from: path) }
        }
    }

    @Test("a missing file and a folder in its place are told apart")
    func missing() throws {
        try removed {
            #expect(throws: VaultError.keyFileMissing(path: path)) { try KeyRing.load(from: path) }
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            #expect(throws: VaultError.keyFileMalformed(path: path, line: 0)) { try KeyRing.load(from: path) }
            #expect(throws: VaultError.keyFileFailed(path: "/nowhere/k", errno: ENOENT)) { try KeyRing.create(at: "/nowhere/k") }
        }
    }

    static let key = Data(repeating: 7, count: 32).base64EncodedString()

    @Test(
        "a damaged file is refused with its line",
        arguments: [
            ("", 1), ("something else", 1), ("commitment x", 2), ("commitment", 2), ("commitment KEY\ncommitment KEY", 3),
            ("encryption 1 KEY\nencryption 1 KEY", 3), ("encryption 0 KEY", 2), ("encryption -1 KEY", 2),
            ("encryption 1 QUJD", 2),
            ("encryption 1 passive KEY", 2), ("encryption 1 active KEY\nencryption 2 active KEY", 3), ("signing 1 KEY", 2),
            ("commitment KEY\nencryption 1 active KEY\nlook_up 1 KEY", 0), ("commitment KEY\nencryption 1 active KEY", 0),
            ("encryption 1 active KEY\nlook_up 1 active KEY", 0), ("", 0),
        ])
    func damaged(content: String, line: Int) {
        removed {
            let heading = line == 1 ? "" : "zhunsheng keys 1\n"
            let text = heading + content.replacing("KEY", with: Self.key)
            #expect(
                FileManager.default.createFile(atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600]))
            #expect(throws: VaultError.keyFileMalformed(path: path, line: line)) { try KeyRing.load(from: path) }
        }
    }

    @Test("remarks, blank lines and the line ends of Windows are allowed")
    func remarks() throws {
        try removed {
            let text =
                "zhunsheng keys 1\r\n# of the county seat\r\n\r\ncommitment KEY\r\nencryption 3 active KEY\r\nlook_up 9 active KEY\r\n"
            let bytes = Data(text.replacing("KEY", with: Self.key).utf8)
            #expect(FileManager.default.createFile(atPath: path, contents: bytes, attributes: [.posixPermissions: 0o600]))
            let ring = try KeyRing.load(from: path)
            #expect(ring.description == "KeyRing(encryption 3*, look_up 9*)")
        }
    }

    @Test("neither printing nor dumping a ring shows a key")
    func silent() throws {
        try removed {
            let ring = try KeyRing.create(at: path)
            var shown = "\(ring) \(String(reflecting: ring))"
            dump(ring, to: &shown)
            dump(ring.newRecordKey(), to: &shown)
            let file = try String(contentsOfFile: path, encoding: .utf8)
            let keys = file.split(separator: "\n").dropFirst().compactMap { $0.split(separator: " ").last }
            #expect(keys.count == 3)
            for key in keys { #expect(!shown.contains(key)) }
            #expect(!shown.contains("SymmetricKey") && !shown.contains("bytes"))
        }
    }
}
