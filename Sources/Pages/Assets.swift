import Foundation

/// Style sheets and scripts, read once at the start.
public struct Assets: Sendable {
    public struct File: Sendable {
        public var bytes: [UInt8]
        public var mediaType: String
        /// Changes with the content.
        public var tag: String
    }

    public let files: [String: File]

    /// The files of a folder.
    public init(folder: String) {
        var files: [String: File] = [:]
        for (name, type) in Self.types {
            guard let content = FileManager.default.contents(atPath: "\(folder)/\(name)") else { continue }
            let bytes = [UInt8](content)
            files[name] = File(bytes: bytes, mediaType: type, tag: Self.tag(bytes))
        }
        self.files = files
    }

    /// The files beside the program: in the bundle of the build, or in a folder `Assets` or `share/zhunsheng/Assets` of a moved program.
    public static let standard: Assets = {
        let program = URL(fileURLWithPath: CommandLine.arguments.first ?? "").resolvingSymlinksInPath()
            .deletingLastPathComponent().path
        let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().path
        let folders = [own, program].flatMap {
            ["\($0)/Assets", "\($0)/zhunsheng_Pages.resources/Assets", "\($0)/../share/zhunsheng/Assets"]
        }
        for folder in folders {
            let found = Assets(folder: folder)
            if !found.files.isEmpty { return found }
        }
        // Only now: the bundle of a build stops the program when it is not where it was built.
        return Assets(folder: Bundle.module.bundlePath + "/Assets")
    }()

    private static let types = [
        "tokens.css": "text/css; charset=utf-8", "zhunsheng.css": "text/css; charset=utf-8",
        "zhunsheng.js": "text/javascript; charset=utf-8", "exam.js": "text/javascript; charset=utf-8",
    ]

    /// FNV-1a: it only has to change when the file does.
    private static func tag(_ bytes: [UInt8]) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return String(hash, radix: 16)
    }
}
