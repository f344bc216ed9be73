/// The parts of a DOCX file beside its text: styles, settings, fonts, page numbers, properties. No theme, since WPS
/// reports fonts missing that a theme names.
struct DocumentParts {
    let layout: OfficialLayout

    static let wordNamespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    static let relationshipNamespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let packageNamespace = "http://schemas.openxmlformats.org/package/2006"
    private static let contentPrefix = "application/vnd.openxmlformats-officedocument.wordprocessingml."

    var runs: RunWriter { RunWriter(layout: layout) }

    func contentTypes() -> [UInt8] {
        var xml = XMLWriter()
        xml.element("Types", ["xmlns": Self.packageNamespace + "/content-types"]) { xml in
            xml.element(
                "Default", ["Extension": "rels", "ContentType": "application/vnd.openxmlformats-package.relationships+xml"])
            xml.element("Default", ["Extension": "xml", "ContentType": "application/xml"])
            var parts = [
                ("/word/document.xml", "document.main+xml"), ("/word/styles.xml", "styles+xml"),
                ("/word/settings.xml", "settings+xml"), ("/word/fontTable.xml", "fontTable+xml"),
            ]
            if layout.showsPageNumbers { parts += [("/word/footer1.xml", "footer+xml"), ("/word/footer2.xml", "footer+xml")] }
            for (part, type) in parts {
                xml.element("Override", ["PartName": part, "ContentType": Self.contentPrefix + type])
            }
            xml.element(
                "Override",
                [
                    "PartName": "/docProps/core.xml",
                    "ContentType": "application/vnd.openxmlformats-package.core-properties+xml",
                ])
        }
        return xml.bytes
    }

    func packageRelationships() -> [UInt8] {
        Self.relationships([
            ("rId1", Self.relationshipNamespace + "/officeDocument", "word/document.xml", false),
            ("rId2", Self.packageNamespace + "/relationships/metadata/core-properties", "docProps/core.xml", false),
        ])
    }

    /// `addresses`: the outside addresses that the text links to, by relationship id.
    func documentRelationships(addresses: [(id: String, address: String)]) -> [UInt8] {
        var links: [(String, String, String, Bool)] = [
            ("rId1", Self.relationshipNamespace + "/styles", "styles.xml", false),
            ("rId2", Self.relationshipNamespace + "/settings", "settings.xml", false),
            ("rId3", Self.relationshipNamespace + "/fontTable", "fontTable.xml", false),
        ]
        if layout.showsPageNumbers {
            links.append(("rId4", Self.relationshipNamespace + "/footer", "footer1.xml", false))
            links.append(("rId5", Self.relationshipNamespace + "/footer", "footer2.xml", false))
        }
        for link in addresses { links.append((link.id, Self.relationshipNamespace + "/hyperlink", link.address, true)) }
        return Self.relationships(links)
    }

    private static func relationships(_ links: [(id: String, type: String, target: String, isExternal: Bool)]) -> [UInt8] {
        var xml = XMLWriter()
        xml.element("Relationships", ["xmlns": packageNamespace + "/relationships"]) { xml in
            for link in links where link.isExternal {
                xml.element(
                    "Relationship", ["Id": link.id, "Type": link.type, "Target": link.target, "TargetMode": "External"])
            }
            for link in links where !link.isExternal {
                xml.element("Relationship", ["Id": link.id, "Type": link.type, "Target": link.target])
            }
        }
        return xml.bytes
    }

    func settings() -> [UInt8] {
        var xml = XMLWriter()
        xml.element("w:settings", ["xmlns:w": Self.wordNamespace]) { xml in
            xml.element("w:zoom", ["w:percent": "100"])
            xml.element("w:defaultTabStop", ["w:val": "420"])
            if layout.showsPageNumbers { xml.element("w:evenAndOddHeaders") }
            xml.element("w:characterSpacingControl", ["w:val": "compressPunctuation"])
            xml.element("w:compat") { xml in
                xml.element("w:spaceForUL")
                xml.element("w:balanceSingleByteDoubleByteWidth")
                xml.element("w:doNotLeaveBackslashAlone")
                xml.element("w:ulTrailSpace")
                xml.element("w:doNotExpandShiftReturn")
                xml.element("w:adjustLineHeightInTable")
                xml.element("w:useFELayout")
                xml.element(
                    "w:compatSetting",
                    ["w:name": "compatibilityMode", "w:uri": "http://schemas.microsoft.com/office/word", "w:val": "15"])
            }
        }
        return xml.bytes
    }

    func fontTable() -> [UInt8] {
        var xml = XMLWriter()
        xml.element("w:fonts", ["xmlns:w": Self.wordNamespace]) { xml in
            for font in layout.fonts {
                let isLatin = font == layout.latinFont
                xml.element("w:font", ["w:name": font]) { xml in
                    if let names = layout.substitutes[font], !names.isEmpty {
                        xml.element("w:altName", ["w:val": names.joined(separator: ",")])
                    }
                    // 86 (hexadecimal) is the Chinese character set of Windows.
                    xml.element("w:charset", ["w:val": isLatin ? "00" : "86"])
                    xml.element("w:family", ["w:val": isLatin ? "roman" : "auto"])
                    xml.element("w:pitch", ["w:val": "variable"])
                }
            }
        }
        return xml.bytes
    }

    /// `— 1 —`: on odd pages right, on even ones left, one character in.
    func footer(isEven: Bool) -> [UInt8] {
        let style = DocumentStyle.footer
        let look = RunWriter.Look(font: style.font(layout), size: style.size(layout))
        let indent = String(OfficialLayout.twips(points: layout.pageNumberSize))
        var xml = XMLWriter()
        xml.element("w:ftr", ["xmlns:w": Self.wordNamespace]) { xml in
            xml.element("w:p") { xml in
                xml.element("w:pPr") { xml in
                    xml.element("w:pStyle", ["w:val": style.rawValue])
                    if isEven {
                        xml.element("w:ind", ["w:leftChars": "100", "w:left": indent])
                    } else {
                        xml.element("w:ind", ["w:rightChars": "100", "w:right": indent])
                    }
                    xml.element("w:jc", ["w:val": isEven ? "left" : "right"])
                }
                field(" PAGE ", between: "\u{2014} ", and: " \u{2014}", look, to: &xml)
            }
        }
        return xml.bytes
    }

    private func field(
        _ code: String, between opening: String, and closing: String, _ look: RunWriter.Look, to xml: inout XMLWriter
    ) {
        let run = { (xml: inout XMLWriter, content: (inout XMLWriter) -> Void) in
            xml.element("w:r") { xml in
                runs.properties(look, latin: nil, to: &xml)
                content(&xml)
            }
        }
        run(&xml) { $0.element("w:t", ["xml:space": "preserve"], text: opening) }
        run(&xml) { $0.element("w:fldChar", ["w:fldCharType": "begin"]) }
        run(&xml) { $0.element("w:instrText", ["xml:space": "preserve"], text: code) }
        run(&xml) { $0.element("w:fldChar", ["w:fldCharType": "separate"]) }
        run(&xml) { $0.element("w:t", text: "1") }
        run(&xml) { $0.element("w:fldChar", ["w:fldCharType": "end"]) }
        run(&xml) { $0.element("w:t", ["xml:space": "preserve"], text: closing) }
    }

    func coreProperties(title: String, creator: String, created: String) -> [UInt8] {
        var xml = XMLWriter()
        xml.element(
            "cp:coreProperties",
            [
                "xmlns:cp": Self.packageNamespace + "/metadata/core-properties", "xmlns:dc": "http://purl.org/dc/elements/1.1/",
                "xmlns:dcterms": "http://purl.org/dc/terms/", "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
            ]
        ) { xml in
            xml.element("dc:title", text: title)
            xml.element("dc:creator", text: creator)
            xml.element("cp:lastModifiedBy", text: creator)
            xml.element("dcterms:created", ["xsi:type": "dcterms:W3CDTF"], text: created)
            xml.element("dcterms:modified", ["xsi:type": "dcterms:W3CDTF"], text: created)
        }
        return xml.bytes
    }
}
