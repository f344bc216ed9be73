import Foundation

/// A link from one part of an office file to another (`_rels/*.rels`).
struct Relationship {
    let id: String
    /// The last piece of the type's address: `worksheet`, `styles`, `sharedStrings`. Strict and transitional files share it.
    let kind: String
    /// Path inside the archive, without a leading slash.
    let target: String
}

/// An office file: a ZIP archive of XML parts joined by relationships.
struct OfficePackage {
    let archive: ZipArchive

    /// The part that everything else hangs from: `xl/workbook.xml`, `word/document.xml`.
    func mainPart() throws(OfficeFormatError) -> String {
        if archive.entry(named: "_rels/.rels") == nil, archive.entry(named: "content.xml") != nil {
            throw .unsupported(.openDocument)
        }
        if archive.entry(named: "EncryptedPackage") != nil { throw .encrypted }
        guard let main = try relationships(of: "").first(where: { $0.kind == "officeDocument" }) else {
            throw .missingPart("officeDocument")
        }
        if main.target.hasSuffix(".bin") { throw .unsupported(.binaryWorkbook) }
        return main.target
    }

    /// The relationships of a part, `""` for the package itself; none when the part has no `.rels`, except for the package.
    func relationships(of part: String) throws(OfficeFormatError) -> [Relationship] {
        var pieces = part.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let file = pieces.popLast() ?? ""
        let rels = (pieces + ["_rels", file + ".rels"]).joined(separator: "/")
        if !part.isEmpty, archive.entry(named: rels) == nil { return [] }
        let listener = RelationshipListener(folder: pieces)
        try archive.parse(rels, listener)
        return listener.relationships
    }
}

private final class RelationshipListener: XMLListener {
    private(set) var relationships: [Relationship] = []
    private let folder: [String]

    init(folder: [String]) {
        self.folder = folder
    }

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
        guard name == "Relationship", attributes["TargetMode"] != "External", let id = attributes["Id"],
            let type = attributes["Type"], let target = attributes["Target"]
        else { return }
        let kind = type.split(separator: "/").last.map(String.init) ?? type
        relationships.append(Relationship(id: id, kind: kind, target: resolved(target)))
    }

    private func resolved(_ target: String) -> String {
        let decoded = (target.removingPercentEncoding ?? target).replacingOccurrences(of: "\\", with: "/")
        var path = decoded.hasPrefix("/") ? [] : folder
        for piece in decoded.split(separator: "/") where piece != "." {
            if piece == ".." { _ = path.popLast() } else { path.append(String(piece)) }
        }
        return path.joined(separator: "/")
    }
}
