import Access
import Definitions
import LegalTime
import Records
import Store

/// The bound file (卷宗) of a record: everything that belongs in it, in order, and what is still missing.
public struct BoundFile: Sendable {
    public var register: RegisterDefinition
    /// As this person may see it.
    public var record: Record
    /// What is shown as the record's name; nil where it has none or is not shown.
    public var heading: Value?
    public var openedOn: Day
    /// The day of the last move into an end state.
    public var closedOn: Day?
    public var main: [Sheet]
    public var side: [Sheet]

    public enum Sheet: Sendable {
        case cover
        case catalogue
        case letter(IssuedLetter, content: [UInt8])
        case attachment(field: FieldPath, Attachment, content: [UInt8])
        /// A letter that was not issued.
        case missingLetter(String)
        case missingAttachment(FieldPath)
        /// A file that this person may not see.
        case withheld(FieldPath)
    }
}

extension Office {
    /// Everything of a record's bound file; nil where the register has none, or the record is not this person's to see. Logged.
    public func boundFile(_ name: String, id: String, by actor: Actor) async throws(StoreError)
        -> BoundFile?
    {
        guard let register = catalogue.register(name), !register.file.isEmpty,
            let view = try await record(name, id: id, by: actor)
        else { return nil }
        let isEnded = register.state(view.record.state)?.isEnd ?? false
        var file = BoundFile(
            register: register, record: view.record,
            heading: register.heading.flatMap { view.record.values[$0] },
            openedOn: view.stamps.first?.on ?? view.record.createdAt.day,
            closedOn: isEnded ? view.stamps.last { register.state($0.to)?.isEnd ?? false }?.on : nil,
            main: [], side: [])
        file.main = try await sheets(register.file.main, view, register)
        file.side = try await sheets(register.file.side, view, register)
        // Whatever was issued is in the file, named in its order or not.
        let named = Set(
            (register.file.main + register.file.side).compactMap {
                if case .letter(let name) = $0 { name } else { nil }
            })
        for letter in view.letters.issued where !named.contains(letter.name) {
            if let bytes = try await content(letter.hash) {
                file.main.append(.letter(letter, content: bytes))
            }
        }
        try await note("file_bound", actor: actor.account, facts: ["register": name, "record": id])
        return file
    }

    private func sheets(
        _ pieces: [FileDefinition.Piece], _ view: RecordView, _ register: RegisterDefinition
    )
        async throws(StoreError) -> [BoundFile.Sheet]
    {
        var sheets: [BoundFile.Sheet] = []
        for piece in pieces {
            switch piece {
            case .cover: sheets.append(.cover)
            case .catalogue: sheets.append(.catalogue)
            case .letter(let name):
                let issued = view.letters.issued.filter { $0.name == name }
                if issued.isEmpty { sheets.append(.missingLetter(name)) }
                for letter in issued {
                    if let bytes = try await content(letter.hash) {
                        sheets.append(.letter(letter, content: bytes))
                    }
                }
            case .attachment(let text):
                let path = FieldPath(text)
                let values: [Value] =
                    if let child = path.child {
                        (view.record.values[path.field]?.rows ?? []).compactMap { $0.values[child] }
                    } else {
                        view.record.values[path.field].map { [$0] } ?? []
                    }
                if values.isEmpty { sheets.append(.missingAttachment(path)) }
                for value in values {
                    if let attachment = value.attachment, let bytes = try await content(attachment.hash) {
                        sheets.append(.attachment(field: path, attachment, content: bytes))
                    } else {
                        sheets.append(.withheld(path))
                    }
                }
            }
        }
        return sheets
    }
}
