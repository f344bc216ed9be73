import Casework
import Definitions
import Pages
import Wording

extension RecordPresenter {
    /// The section of letters; nil where the record has none.
    var letters: OneRecordPage.Letters? {
        guard !view.letters.isEmpty else { return nil }
        let (name, id) = (register.name, view.record.id)
        return OneRecordPage.Letters(
            open: view.letters.open.map { open in
                OneRecordPage.Letters.Open(
                    label: wording.label(open.letter, in: register), detail: detail(open.letter), issued: open.issued,
                    address: .letter(name, id, open.letter.name))
            }, issued: view.letters.issued.map(issued),
            isMasked: !view.seesPersonal && view.letters.issued.contains(where: \.isMasked),
            boundFile: view.letters.hasFile ? (.boundFile(name, id, "zip"), .boundFile(name, id, "docx")) : nil,
            formToken: visit.token.formToken)
    }

    private func issued(_ letter: IssuedLetter) -> OneRecordPage.Letters.Issued {
        let address = Address.letter(register.name, view.record.id, letter.id)
        return OneRecordPage.Letters.Issued(
            label: wording.label(ofLetter: letter.name, in: register), number: letter.number ?? "", on: letter.on,
            by: visit.person(letter.by), isMasked: letter.isMasked, isReplaced: letter.isReplaced,
            size: wording.fileSize(letter.size), download: address, services: letter.services.map(line),
            serve: letter.mayServe ? address.below("service") : nil,
            awaitsService: register.letter(letter.name)?.hasService ?? false)
    }

    /// 2021-11-16 直接送达，签收人：王**
    private func line(_ service: LetterService) -> String {
        var text = service.on.iso + " " + wording.name(of: service.mode)
        if let receiver = service.receiver { text += " · " + wording.text(LetterText.receiver) + wording.colon + receiver }
        if let note = service.note { text += " · " + note }
        return text + " · " + visit.person(service.by)
    }

    private func detail(_ letter: LetterDefinition) -> String {
        var parts = letter.basis.map { wording.citation($0, in: visit.catalogue, on: visit.today) }
        parts.append(wording.text(letter.number == nil ? LetterText.noNumber : LetterText.numberOnIssue))
        if let remedy = letter.remedy { parts.append(remedy) }
        if let starts = letter.starts {
            parts.append(
                wording.text(LetterText.startsOnService) + wording.colon + wording.label(ofDeadline: starts, in: register))
        }
        return parts.joined(separator: wording.language == .english ? "; " : "；")
    }
}
