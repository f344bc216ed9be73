extension DocumentParts {
    /// `word/styles.xml`: every style spells its fonts out for all scripts.
    func styles() -> [UInt8] {
        var xml = XMLWriter()
        xml.element("w:styles", ["xmlns:w": Self.wordNamespace]) { xml in
            xml.element("w:docDefaults") { xml in
                xml.element("w:rPrDefault") { xml in
                    xml.element("w:rPr") { xml in
                        runs.fonts(layout.bodyFont, latin: layout.latinFont, to: &xml)
                        RunWriter.size(layout.bodySize, to: &xml)
                        xml.element("w:lang", ["w:val": "en-US", "w:eastAsia": "zh-CN", "w:bidi": "ar-SA"])
                    }
                }
                xml.element("w:pPrDefault")
            }
            for style in DocumentStyle.allCases { write(style, to: &xml) }
            writeTableStyle(to: &xml)
        }
        return xml.bytes
    }

    private func write(_ style: DocumentStyle, to xml: inout XMLWriter) {
        let isNormal = style == .normal
        let attributes: KeyValuePairs<StaticString, String> =
            isNormal
            ? ["w:type": "paragraph", "w:default": "1", "w:styleId": style.rawValue]
            : ["w:type": "paragraph", "w:styleId": style.rawValue]
        xml.element("w:style", attributes) { xml in
            xml.element("w:name", ["w:val": style.name])
            if !isNormal { xml.element("w:basedOn", ["w:val": DocumentStyle.normal.rawValue]) }
            if style.outlineLevel != nil { xml.element("w:next", ["w:val": DocumentStyle.body.rawValue]) }
            xml.element("w:qFormat")
            paragraphProperties(style, to: &xml)
            xml.element("w:rPr") { xml in
                runs.fonts(style.font(layout), latin: layout.latinFont, to: &xml)
                let isBodySize = style.hasFixedPitch && style.size(layout) == layout.bodySize
                xml.element("w:spacing", ["w:val": isBodySize ? String(layout.characterSpacing) : "0"])
                if isNormal { xml.element("w:kern", ["w:val": "2"]) }
                RunWriter.size(style.size(layout), to: &xml)
            }
        }
    }

    private func paragraphProperties(_ style: DocumentStyle, to xml: inout XMLWriter) {
        xml.element("w:pPr") { xml in
            if style.outlineLevel != nil { xml.element("w:keepNext") }
            // Widow control would leave pages with fewer lines than the standard asks for.
            if style == .normal { xml.element("w:widowControl", ["w:val": "0"]) }
            if style == .normal {
                xml.element("w:autoSpaceDE", ["w:val": "0"])
                xml.element("w:autoSpaceDN", ["w:val": "0"])
            }
            // LibreOffice gives type that is larger than the grid's two of its lines.
            if !style.hasFixedPitch || style == .title { xml.element("w:snapToGrid", ["w:val": "0"]) }
            if style.hasFixedPitch {
                let pitch = String(OfficialLayout.twips(points: layout.linePitch))
                xml.element("w:spacing", ["w:before": "0", "w:after": "0", "w:line": pitch, "w:lineRule": "exact"])
            } else {
                xml.element("w:spacing", ["w:before": "0", "w:after": "0", "w:line": "240", "w:lineRule": "auto"])
            }
            if style.isIndented, layout.indentCharacters > 0 {
                let width = OfficialLayout.twips(points: layout.bodySize * Double(layout.indentCharacters))
                xml.element("w:ind", ["w:firstLineChars": String(layout.indentCharacters * 100), "w:firstLine": String(width)])
            }
            xml.element("w:jc", ["w:val": style.alignment])
            if let level = style.outlineLevel { xml.element("w:outlineLvl", ["w:val": String(level)]) }
        }
    }

    private func writeTableStyle(to xml: inout XMLWriter) {
        xml.element("w:style", ["w:type": "table", "w:default": "1", "w:styleId": "TableNormal"]) { xml in
            xml.element("w:name", ["w:val": "Normal Table"])
            xml.element("w:uiPriority", ["w:val": "99"])
            xml.element("w:tblPr") { xml in
                xml.element("w:tblInd", ["w:w": "0", "w:type": "dxa"])
                xml.element("w:tblCellMar") { xml in
                    xml.element("w:top", ["w:w": "0", "w:type": "dxa"])
                    xml.element("w:left", ["w:w": "108", "w:type": "dxa"])
                    xml.element("w:bottom", ["w:w": "0", "w:type": "dxa"])
                    xml.element("w:right", ["w:w": "108", "w:type": "dxa"])
                }
            }
        }
    }
}
