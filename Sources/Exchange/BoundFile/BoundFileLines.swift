import Casework
import Definitions
import LegalTime
import Records
import Wording

/// One line of the catalogue of a bound file.
struct BoundFileLine {
    var order: Int
    var isSide: Bool
    var title: String
    var number: String
    var day: String
    var remark: String
    /// Below the archive's root; nil for what is not in it.
    var path: String?
    var content: [UInt8]?
    var letter: IssuedLetter?
    var isForeign = false
}

extension BoundFile {
    /// The lines in order, cover and catalogue left out: they are made with them.
    func lines(_ wording: Wording) -> [BoundFileLine] {
        let hasSide = !side.isEmpty
        var names: Set<String> = []
        func lines(_ sheets: [Sheet], isSide: Bool) -> [BoundFileLine] {
            var order = 0
            return sheets.compactMap { sheet -> BoundFileLine? in
                guard var line = line(sheet, wording) else { return nil }
                order += 1
                line.order = order
                line.isSide = isSide
                if let path = line.path {
                    let folder = hasSide ? wording.text(isSide ? LetterText.sidePart : LetterText.mainPart) + "/" : ""
                    let unique = folder + (order < 10 ? "0" : "") + "\(order) " + Self.fileName(path)
                    line.path = names.insert(unique).inserted ? unique : folder + "\(order)-" + Self.fileName(path)
                }
                return line
            }
        }
        return lines(main, isSide: false) + lines(side, isSide: true)
    }

    private func line(_ sheet: Sheet, _ wording: Wording) -> BoundFileLine? {
        func line(_ title: String, number: String = "", day: String = "", remark: String = "") -> BoundFileLine {
            BoundFileLine(order: 0, isSide: false, title: title, number: number, day: day, remark: remark)
        }
        func label(_ path: FieldPath) -> String { wording.label(ofField: path, in: register) }
        switch sheet {
        case .cover, .catalogue: return nil
        case .letter(let letter, let content):
            let title = wording.label(ofLetter: letter.name, in: register)
            var remarks: [String] = []
            if letter.isReplaced { remarks.append(wording.text(LetterText.replaced)) }
            if let service = letter.services.first {
                remarks.append(wording.name(of: service.mode) + " " + service.on.iso)
            }
            var one = line(title, number: letter.number ?? "", day: letter.on.iso, remark: wording.sentences(remarks))
            one.path = title + (letter.number.map { " \($0)" } ?? "") + ".docx"
            one.content = content
            one.letter = letter
            one.isForeign = letter.isForeign
            return one
        case .attachment(let field, let file, let content):
            var one = line(label(field), remark: file.name)
            one.path = file.name
            one.content = content
            return one
        case .missingLetter(let name):
            return line(wording.label(ofLetter: name, in: register), remark: wording.text(LetterText.missing))
        case .missingAttachment(let path): return line(label(path), remark: wording.text(LetterText.missing))
        case .withheld(let path): return line(label(path), remark: wording.text(LetterText.withheld))
        }
    }

    /// A name that every file system takes, and that leads nowhere else.
    private static func fileName(_ text: String) -> String {
        let plain = String(text.map { "/\\:*?\"<>|".contains($0) || $0.isNewline ? "_" : $0 }).drop { $0 == "." || $0 == " " }
        return plain.isEmpty ? "_" : String(plain.suffix(120))
    }
}
