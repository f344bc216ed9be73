import Access
import Casework
import Definitions
import Foundation
import Hummingbird
import LegalTime
import OfficeFormats
import Pages
import Records
import Store
import Wording

/// The ledgers of recordings: which cases must have one, and which lack it.
extension Site {
    private func ledgers(_ visit: Visit) -> [RegisterDefinition] {
        visit.catalogue.registers.filter { $0.recordings != nil && visit.isVisible($0.name) }
    }

    /// The first ledger that this person may see.
    func recordingLedgers(_ visit: Visit) async throws -> Response {
        guard let first = ledgers(visit).first else {
            return try await visit.page(
                ProblemPage(
                    heading: visit.wording.text(RecordingText.ledger), sentences: [visit.wording.text(RecordingText.noRule)],
                    links: [Crumb(visit.wording.text(PageText.goToDesk), .desk)]))
        }
        return Answer.see(Address.recordingLedger(first.name).text)
    }

    private struct Asked {
        var request: ListRequest
        var isLacking: Bool
        var address: Address
    }

    private func asked(_ visit: Visit, _ register: RegisterDefinition) -> Asked {
        var request = ListRequest(register: register.name)
        let isLacking = visit.arrival.query("view") == "lacking"
        var address = Address.recordingLedger(register.name)
        if isLacking { address = address.setting("view", to: "lacking") }
        if let unit = visit.arrival.query("unit"), !unit.isEmpty {
            request.owners = [unit]
            address = address.setting("unit", to: unit)
        }
        if let id = visit.arrival.query("after") { request.cursor = .init(value: .text(id), id: id) }
        if let id = visit.arrival.query("before") { request.cursor = .init(value: .text(id), id: id, isBackwards: true) }
        return Asked(request: request, isLacking: isLacking, address: address)
    }

    func recordingLedger(_ visit: Visit) async throws -> Response {
        let register = try visit.register()
        let asked = asked(visit, register)
        guard let rule = register.recordings,
            let ledger = try await visit.office.recordingLedger(asked.request, isLacking: asked.isLacking, by: visit.actor)
        else { throw WebProblem.notFound }
        let wording = visit.wording
        let (expected, kept) = (ledger.units.reduce(0) { $0 + $1.expected }, ledger.units.reduce(0) { $0 + $1.kept })
        let home = Address.recordingLedger(register.name)
        let total = ledger.page.total ?? ledger.page.items.count
        let count = ledger.page.items.count
        let page = RecordingLedgerPage(
            register: wording.label(register),
            registers: ledgers(visit).map {
                ViewLink(
                    label: wording.label($0), href: Address.recordingLedger($0.name).text, isCurrent: $0.name == register.name)
            },
            rule: wording.recordingRule(
                rule.basis.map { wording.citation($0, in: visit.catalogue, on: visit.today) },
                wording.phrase(rule.expected, in: register)),
            share: ledger.share.text, fraction: "\(kept)/\(expected)",
            units: ledger.units.map { unit in
                .init(
                    label: visit.directory.unitLabel(unit.unit, in: visit.language), expected: unit.expected, kept: unit.kept,
                    share: FigureValue(
                        numerator: Int64(unit.kept), denominator: Int64(unit.expected), decimals: 1, isPercent: true
                    ).text, address: home.setting("unit", to: unit.unit).setting("view", to: "lacking"))
            },
            views: [
                ViewLink(
                    label: wording.text(RecordingText.all), href: home.text, count: expected,
                    isCurrent: !asked.isLacking && asked.request.owners == nil),
                ViewLink(
                    label: wording.text(RecordingText.lacking), href: home.setting("view", to: "lacking").text,
                    count: expected - kept, isCurrent: asked.isLacking && asked.request.owners == nil),
            ], rows: rows(visit, register, ledger),
            previous: ledger.page.previous.map { asked.address.setting("before", to: $0.id) },
            next: ledger.page.next.map { asked.address.setting("after", to: $0.id) },
            shown: wording.recordingPage(count, of: total),
            export: visit.actor.scope.units(for: .export, in: register.name).isEmpty
                ? nil : Address(home.path + ["export"], query: asked.address.query))
        return try await visit.page(page)
    }

    private func rows(_ visit: Visit, _ register: RegisterDefinition, _ ledger: RecordingLedger) -> [RecordingLedgerPage.Row] {
        let text = visit.valueText(register, references: ledger.page.references)
        let heading = register.heading.flatMap { register.field($0) }
        return ledger.page.items.map { item in
            let record = item.record
            let recordings = ledger.recordings[record.id] ?? []
            return RecordingLedgerPage.Row(
                title: heading.map { text.text(record.values[$0.name], of: $0) } ?? "", number: record.number,
                address: Address.record(register.name, record.id).at("recordings"),
                unit: visit.directory.unitLabel(record.owner, in: visit.language),
                state: visit.wording.label(ofState: record.state, in: register),
                recordings: recordings.map { line($0, visit) }, isLacking: recordings.isEmpty,
                without: ledger.rowsWithout[record.id] ?? 0)
        }
    }

    /// 12.4 MB · 3f2a9c01b7de · 2022-01-18 09:30 · 王五丙; without the file for whoever may not see it.
    private func line(_ recording: RecordingLedger.Recording, _ visit: Visit) -> String {
        guard let file = recording.file else { return visit.wording.text(RecordingText.withheld) }
        return [
            visit.wording.fileSize(file.size), String(file.hash.prefix(12)), recording.at.map { visit.wording.moment($0) } ?? "",
            recording.by.map { visit.person($0) } ?? "",
        ].filter { !$0.isEmpty }.joined(separator: " · ")
    }

    /// The ledger as a sheet, within the units whose records this person may take out.
    func exportRecordingLedger(_ visit: Visit) async throws -> Response {
        let register = try visit.register()
        let units = visit.actor.scope.units(for: .export, in: register.name)
        guard register.recordings != nil else { throw WebProblem.notFound }
        guard !units.isEmpty else { throw WebProblem.forbidden }
        let wording = visit.wording
        var asked = asked(visit, register)
        asked.request.cursor = nil
        asked.request.limit = 500
        asked.request.wantsTotal = false
        if case .only(let allowed) = units {
            asked.request.owners = asked.request.owners.map { $0.intersection(allowed) } ?? allowed
        }
        var lines: [[CellValue]] = []
        while true {
            guard let ledger = try await visit.office.recordingLedger(asked.request, isLacking: asked.isLacking, by: visit.actor)
            else { throw WebProblem.notFound }
            for row in rows(visit, register, ledger) {
                lines.append([
                    .text(row.number), .text(row.title), .text(row.unit), .text(row.state), .number(String(row.recordings.count)),
                    .number(String(row.without)), .text(row.recordings.joined(separator: "\n")),
                ])
            }
            guard let next = ledger.page.next else { break }
            asked.request.cursor = next
        }
        let title = wording.text(RecordingText.ledger)
        let columns = [
            SheetColumn(wording.text(CommonText.number), kind: .text, width: 26),
            SheetColumn(wording.label(register), kind: .text, width: 36),
            SheetColumn(wording.text(CommonText.owner), kind: .text), SheetColumn(wording.text(CommonText.state), kind: .text),
            SheetColumn(wording.text(RecordingText.have), kind: .whole),
            SheetColumn(wording.text(RecordingText.onlyRows), kind: .whole),
            SheetColumn(wording.text(RecordingText.recordings), kind: .text, width: 60, wraps: true),
        ]
        let layout = SheetLayout(name: wording.text(RecordingText.recordings), title: title, captions: [], columns: columns)
        let created = Date(timeIntervalSince1970: TimeInterval(visit.office.clock.now().milliseconds / 1000))
        let bytes = try WorkbookWriter.bytes(properties: WorkbookProperties(title: title, created: created)) {
            writer throws(OfficeFormatError) in
            let sheet = try writer.addSheet(layout)
            for line in lines { try sheet.append(line) }
        }
        try await visit.office.noteExport(register.name, records: lines.count, format: "xlsx", by: visit.actor)
        return Answer.file(bytes, name: title, as: .xlsx)
    }
}
