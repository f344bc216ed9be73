import Access
import Casework
import Definitions
import Foundation
import LegalTime
import OfficeFormats
import Records
import Store
import Wording

/// Why an export was not made.
public enum ExportError: Error, Sendable, Equatable {
    /// The person may not take anything of the register out.
    case notAllowed
    case store(StoreError)
    case format(OfficeFormatError)
    /// The file could not be written.
    case unwritable(path: String)
}

/// Takes a list out as a file: the same query, scope and masks as on the screen.
public struct Export: Sendable {
    public enum Columns: String, Sendable, CaseIterable {
        /// What the list shows.
        case shown
        /// Every field, in the layout of the template, so that it can be brought in again.
        case all
    }

    let office: Office
    let actor: Actor
    let register: RegisterDefinition
    let wording: Wording
    let columns: Columns
    private static let page = 500

    /// nil for a register that the catalogue does not know.
    public init?(office: Office, register: String, actor: Actor, wording: Wording, columns: Columns = .shown) {
        guard let definition = office.catalogue.register(register) else { return nil }
        self.office = office
        self.actor = actor
        self.register = definition
        self.wording = wording
        self.columns = columns
    }

    /// Writes what the request finds to a file, page by page; how many records it holds.
    ///
    /// - Parameter conditions: the filters in words, for the line under the title.
    public func write(
        _ request: ListRequest, as format: SheetFormat, to path: String, conditions: [String] = [],
        progress: @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in }
    ) async throws(ExportError) -> Int {
        // A JSON line is the whole record.
        let kind = format == .jsonl ? Columns.all : columns
        let groups: [String: Int] =
            kind == .shown
            ? [:]
            : try await stored { () async throws(StoreError) in
                try await office.mostRows(register.name, by: actor)
            }
        let layout = ExportLayout(register: register, wording: wording, columns: kind, groups: groups)
        return try await write(request, layout, head(layout, conditions), as: format, to: path, progress: progress).records
    }

    /// The same in another layout.
    func write(
        _ request: ListRequest, _ layout: any RowLayout, _ head: ExportHead, as format: SheetFormat, to path: String,
        facts: [String: String] = [:], progress: @Sendable (_ done: Int, _ of: Int) -> Void
    ) async throws(ExportError) -> SystemExport.Written {
        guard let first = restricted(request) else { throw .notAllowed }
        let total = try await stored { () async throws(StoreError) in try await office.count(first, by: actor) }
        var sink = try ExportSink.open(format, path: path, head: head)
        var request = first
        var count = 0
        var cut: [String] = []
        while true {
            let now = request
            let page = try await stored { () async throws(StoreError) in try await office.list(now, by: actor) }
            let rows = try await whole(page, layout, standingOn: now.standingOn)
            let texts = try await valueText(page.references, rows.map(\.record), layout)
            for row in rows {
                try sink.append(layout, row, texts, office.clock.today())
                if layout.loses(row.record) { cut.append(row.record.number) }
            }
            count += rows.count
            progress(count, max(total, count))
            guard let next = page.next else { break }
            request.cursor = next
        }
        try sink.note(cut, under: wording.text(SystemText.notWhole))
        try sink.finish()
        let written = count
        try await stored { () async throws(StoreError) in
            try await office.noteExport(register.name, records: written, format: format.rawValue, facts: facts, by: actor)
        }
        return SystemExport.Written(records: count, cut: cut)
    }

    /// How many records the request finds of which this person may take out.
    func count(_ request: ListRequest) async throws(StoreError) -> Int {
        guard let restricted = restricted(request) else { return 0 }
        return try await office.count(restricted, by: actor)
    }

    /// The request within the units of which this person may take records out; nil where there are none.
    private func restricted(_ request: ListRequest) -> ListRequest? {
        let units = actor.scope.units(for: .export, in: register.name)
        guard !units.isEmpty else { return nil }
        var request = request
        request.limit = Self.page
        request.wantsTotal = false
        request.cursor = nil
        if case .only(let allowed) = units { request.owners = request.owners.map { $0.intersection(allowed) } ?? allowed }
        return request
    }

    /// The page's records with their child rows where a column asks for them.
    private func whole(_ page: RecordPage, _ layout: any RowLayout, standingOn day: Day?) async throws(ExportError) -> [RecordPage
        .Item]
    {
        guard layout.needsChildRows else { return page.items }
        let ids = page.items.map(\.record.id)
        let records = try await stored { () async throws(StoreError) in
            try await office.records(register.name, ids: ids, by: actor)
        }
        let byID = Dictionary(records.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return page.items.compactMap { item in
            byID[item.record.id].map { record in
                var item = item
                let read = item.record
                item.record = record
                // Of another day the page says what versions hold, and in which state the item stood.
                if day != nil, let rule = register.dated {
                    item.record.state = read.state
                    for field in rule.fields { item.record.values[field] = read.values[field] }
                }
                return item
            }
        }
    }

    private func valueText(_ known: [String: String], _ records: [Record], _ layout: any RowLayout) async throws(ExportError)
        -> ValueText
    {
        let directory = try await stored { () async throws(StoreError) in try await office.directory() }
        let names =
            layout.needsChildRows
            ? try await stored { () async throws(StoreError) in
                try await office.referenceLabels(of: records, in: register.name, by: actor)
            } : known
        // Texts that come in again are read in Chinese.
        let language = columns == .all ? Language.chinese : wording.language
        return ValueText(
            register: register, labels: wording.labels, language: language, unitLabel: { directory.unitLabel($0, in: language) },
            referenceLabel: { _, id in names[id] ?? id })
    }

    private func head(_ layout: ExportLayout, _ conditions: [String]) -> ExportHead {
        let colon = wording.language == .english ? ": " : "："
        let filter = conditions.isEmpty ? wording.text(ExchangeText.allRecords) : wording.list(conditions)
        return ExportHead(
            title: wording.label(register),
            captions: [
                wording.text(ExchangeText.conditions) + colon + filter,
                wording.asOf(office.clock.present) + wording.text(ExchangeText.madeBy) + colon + actor.displayName,
            ], columns: layout.sheetColumns, created: office.clock.now())
    }

    private func stored<T>(_ body: () async throws(StoreError) -> T) async throws(ExportError) -> T {
        do { return try await body() } catch { throw .store(error) }
    }
}
