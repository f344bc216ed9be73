import Casework
import Definitions
import Pages
import Records
import Wording

extension RecordPresenter {
    /// The section of recordings; nil where the register has none.
    var recordings: OneRecordPage.Recordings? {
        guard let (field, media) = register.recordingFields, let rule = register.recordings else { return nil }
        let value = view.record.values[field.name]
        let rows = field.type == .rows ? value?.rows ?? [] : value.map { [Row(id: "", values: [media.name: $0])] } ?? []
        let held = rows.filter { $0.values[media.name] != nil }
        let items = held.compactMap { row -> OneRecordPage.Recordings.Item? in
            guard let file = row.values[media.name]?.attachment else { return nil }
            let words = field.type == .rows ? visit.summary(of: row, field, register, view) : ""
            return OneRecordPage.Recordings.Item(
                title: words.isEmpty ? file.name : words,
                detail: [words.isEmpty ? "" : file.name, wording.fileSize(file.size), String(file.hash.prefix(12))].filter {
                    !$0.isEmpty
                }.joined(separator: " · "),
                address: .recording(register.name, view.record.id, file.hash),
                isVideo: MediaKind(rawValue: file.mediaType)?.isVideo ?? false)
        }
        let isHidden = !view.seesPersonal && (media.personal != nil)
        let facts = RecordFacts(
            register: register, values: view.record.values, state: view.record.state, stamps: view.stamps)
        return OneRecordPage.Recordings(
            items: items, adding: visit.office.mayRecord(view) ? .recordings(register.name, view.record.id) : nil,
            isLacking: held.isEmpty && !isHidden && rule.expected.holds(for: facts), isWithheld: items.count < held.count,
            isLogged: media.personal != nil)
    }
}
