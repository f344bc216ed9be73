/// Writes the runs of a paragraph, each with its fonts spelled out.
struct RunWriter {
    struct Look {
        var font: String
        /// Points; nil for the style's.
        var size: Double?
        var color: String?
        var isBold = false
    }

    let layout: OfficialLayout

    func write(_ text: String, _ look: Look, to xml: inout XMLWriter) {
        guard let latin = layout.latinFont, latin != look.font else {
            return writeRun(text, look, latin: nil, to: &xml)
        }
        for piece in FontRuns.pieces(text) {
            writeRun(piece.text, look, latin: piece.isLatin ? latin : nil, to: &xml)
        }
    }

    private func writeRun(_ text: String, _ look: Look, latin: String?, to xml: inout XMLWriter) {
        if text.isEmpty { return }
        xml.element("w:r") { xml in
            properties(look, latin: latin, to: &xml)
            content(text, to: &xml)
        }
    }

    /// `w:rPr`; children stand in the order the schema asks for.
    func properties(_ look: Look, latin: String?, to xml: inout XMLWriter) {
        xml.element("w:rPr") { xml in
            fonts(look.font, latin: latin, to: &xml)
            if look.isBold {
                xml.element("w:b")
                xml.element("w:bCs")
            }
            if let color = look.color { xml.element("w:color", ["w:val": color]) }
            if let size = look.size { RunWriter.size(size, to: &xml) }
        }
    }

    /// `w:sz` counts half points.
    static func size(_ points: Double, to xml: inout XMLWriter) {
        let halves = String(Int((points * 2).rounded()))
        xml.element("w:sz", ["w:val": halves])
        xml.element("w:szCs", ["w:val": halves])
    }

    /// A run for the Chinese font names it for every script and hints eastAsia, so that ambiguous punctuation follows.
    func fonts(_ font: String, latin: String?, to xml: inout XMLWriter) {
        if let latin {
            xml.element("w:rFonts", ["w:ascii": latin, "w:hAnsi": latin, "w:eastAsia": font, "w:cs": latin])
        } else {
            xml.element("w:rFonts", ["w:hint": "eastAsia", "w:ascii": font, "w:hAnsi": font, "w:eastAsia": font, "w:cs": font])
        }
    }

    private func content(_ text: String, to xml: inout XMLWriter) {
        for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            if number > 0 { xml.element("w:br") }
            for (place, piece) in line.split(separator: "\t", omittingEmptySubsequences: false).enumerated() {
                if place > 0 { xml.element("w:tab") }
                if !piece.isEmpty { xml.element("w:t", ["xml:space": "preserve"], text: String(piece)) }
            }
        }
    }
}
