import Foundation
import OfficeFormats

/// The text of a file, whatever its format.
public struct ReadText: Sendable, Hashable {
    public enum Format: String, Sendable {
        case plain
        case html
        case docx
        case pdf
        case converted
    }

    public let text: String
    public let format: Format
}

/// Reads the text of txt, md, html, docx, pdf (poppler's pdftotext) and doc, wps, odt, rtf (LibreOffice, where it is installed).
public struct TextReader: Sendable {
    /// Bytes of a file and characters of a text that are taken on.
    public var byteLimit = 64 << 20
    public var characterLimit = 2_000_000
    /// How long a helper program may take, in seconds.
    public var toolSeconds = 60

    public init() {}

    private var limits: ReadingLimits {
        ReadingLimits(
            fileBytes: UInt64(byteLimit), entryBytes: 48 << 20, totalBytes: 160 << 20, ratio: 100, ratioFreeBytes: 4 << 20,
            entries: 4_000, depth: 200)
    }

    /// Reads the file at a path; its bytes, not its name, tell the format.
    public func read(path: String) throws(TextReadingError) -> ReadText {
        let bytes: [UInt8]
        do {
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            let size = (attributes[.size] as? NSNumber)?.intValue ?? 0
            if size > byteLimit { throw OfficeFormatError.tooLarge(entry: nil, bytes: UInt64(size), limit: UInt64(byteLimit)) }
            bytes = Array(try Data(contentsOf: URL(filePath: path)))
        } catch let error as OfficeFormatError {
            throw .office(error)
        } catch {
            throw .office(.unreadable(path: path, code: errno))
        }
        return try read(bytes: bytes, name: path)
    }

    /// Reads bytes, from standard input or a test; `name` only helps where the bytes do not tell.
    public func read(bytes: [UInt8], name: String = "") throws(TextReadingError) -> ReadText {
        let result = try text(bytes, name: name)
        let count = result.text.unicodeScalars.count
        if count > characterLimit { throw .tooLong(characters: count, limit: characterLimit) }
        if !result.text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) { throw .noText }
        return result
    }

    private func text(_ bytes: [UInt8], name: String) throws(TextReadingError) -> ReadText {
        if bytes.count > byteLimit { throw .office(.tooLarge(entry: nil, bytes: UInt64(bytes.count), limit: UInt64(byteLimit))) }
        let lowered = name.lowercased()
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
            do {
                return ReadText(text: try DocumentReader(limits: limits).read(bytes: bytes).text, format: .docx)
            } catch .unsupported(.openDocument) {
                return try converted(bytes, ending: "odt")
            } catch {
                throw .office(error)
            }
        }
        if bytes.starts(with: Array("%PDF-".utf8)) { return ReadText(text: try pdf(bytes), format: .pdf) }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            // a protected DOCX lies in the same container as an old DOC
            do {
                _ = try ZipArchive(bytes: bytes, limits: limits)
            } catch .encrypted {
                throw .encrypted
            } catch {}
            return try converted(bytes, ending: lowered.hasSuffix(".wps") ? "wps" : "doc")
        }
        if bytes.starts(with: Array("{\\rtf".utf8)) { return try converted(bytes, ending: "rtf") }
        if bytes.prefix(4096).contains(0), !bytes.starts(with: [0xFF, 0xFE]), !bytes.starts(with: [0xFE, 0xFF]) {
            throw .unknownFormat
        }
        return try markedOrPlain(bytes, isNamedHTML: lowered.hasSuffix(".html") || lowered.hasSuffix(".htm"))
    }

    private func markedOrPlain(_ bytes: [UInt8], isNamedHTML: Bool) throws(TextReadingError) -> ReadText {
        let decoded: String
        do {
            decoded = try DecodedText(bytes).text
        } catch {
            throw .office(error)
        }
        if isNamedHTML || HTMLText.isLikely(decoded) { return ReadText(text: HTMLText(decoded).text, format: .html) }
        return ReadText(text: decoded, format: .plain)
    }

    // MARK: helper programs

    private func pdf(_ bytes: [UInt8]) throws(TextReadingError) -> String {
        let output = try Tool(name: "pdftotext", seconds: toolSeconds).run(
            arguments: { input, _ in ["-q", "-enc", "UTF-8", "-nopgbrk", input, "-"] }, input: bytes, ending: "pdf",
            passwordStatus: 1)
        return String(decoding: output, as: UTF8.self)
    }

    private func converted(_ bytes: [UInt8], ending: String) throws(TextReadingError) -> ReadText {
        let output = try Tool(name: "soffice", seconds: toolSeconds).run(
            arguments: { input, folder in
                [
                    "-env:UserInstallation=file://\(folder)/profile", "--headless", "--norestore", "--convert-to",
                    "docx:MS Word 2007 XML", "--outdir",
                    folder, input,
                ]
            }, input: bytes, ending: ending, result: "input.docx")
        do {
            return ReadText(text: try DocumentReader(limits: limits).read(bytes: output).text, format: .converted)
        } catch {
            throw .office(error)
        }
    }
}
