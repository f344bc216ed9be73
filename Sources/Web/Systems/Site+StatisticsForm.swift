import Casework
import Definitions
import Exchange
import Hummingbird
import LegalTime
import Pages
import Records
import Wording

/// Statistics forms: on the page and as a workbook.
extension Site {
    func form(_ visit: Visit, _ exchange: ExchangeDefinition) async throws -> Response {
        guard let form = exchange.form,
            let filling = FormFilling(exchange, office: visit.office, actor: visit.actor, wording: visit.wording)
        else { throw WebProblem.notFound }
        let asked = visit.formPeriod(form)
        let period = asked ?? visit.defaultPeriod(form)
        let table = try await filling.table(period)
        let wording = visit.wording
        let home = Address.exchange(exchange.name)
        func link(_ period: FormPeriod, _ label: String, _ isCurrent: Bool) -> ViewLink {
            ViewLink(label: label, href: home.setting("period", to: period.text).text, isCurrent: isCurrent)
        }
        let years = (max(period.year - 2, visit.office.district.year - 3)...max(period.year, visit.today.year)).map { year in
            let same = FormPeriod(year: year, span: period.span, part: period.part)
            return link(same, String(year), year == period.year)
        }
        let periods = form.spans.flatMap { FormPeriod.all(of: $0, in: period.year) }.map { one in
            link(one, wording.formPeriod(chinese: one.chineseInYear, text: one.textInYear), one == period)
        }
        let isEnglish = wording.language == .english
        let out = Address.exchangeOut(exchange.name).setting("period", to: period.text)
        let page = StatisticsFormPage(
            label: wording.label(exchange), summary: wording.summary(exchange), facts: visit.facts(exchange),
            isUnsure: exchange.isUnsure,
            problem: asked == nil && visit.arrival.query("period") != nil ? wording.text(SystemText.badPeriod) : nil,
            periods: periods, years: years, downloads: [Crumb(wording.text(SystemText.download), out)],
            caption: wording.formPeriod(chinese: period.chinese, text: period.text),
            heads: [isEnglish ? form.englishRowHeading : form.rowHeading]
                + zip(form.columns, table.units).map { wording.label(isEnglish ? $0.english : $0.heading, unit: $1) },
            rows: table.rows.map(Self.texts), total: Self.texts(table.total))
        return try await visit.page(page, status: page.hasProblems ? .unprocessableContent : .ok)
    }

    func formFile(_ visit: Visit, _ exchange: ExchangeDefinition) async throws -> Response {
        let chinese = Wording(language: .chinese, labels: visit.catalogue.labels)
        guard let form = exchange.form,
            let filling = FormFilling(exchange, office: visit.office, actor: visit.actor, wording: chinese)
        else { throw WebProblem.forbidden }
        guard let period = visit.formPeriod(form) else { throw WebProblem.notFound }
        let book = FormWorkbook(try await filling.table(period), office: visit.office, actor: visit.actor)
        let bytes = try await book.bytes()
        try await book.note()
        return Answer.file(bytes, name: exchange.label + " " + period.chinese, as: .xlsx)
    }

    private static func texts(_ row: FormTable.Row) -> [String] { [row.label] + row.cells.map { $0?.text ?? "—" } }
}

extension Visit {
    /// The period that is asked for, where the form has such.
    fileprivate func formPeriod(_ form: ExchangeForm) -> FormPeriod? {
        guard let text = arrival.query("period") else { return nil }
        return FormPeriod(text: text).flatMap { form.spans.contains($0.span) ? $0 : nil }
    }

    /// The first span of the year whose report is being written.
    fileprivate func defaultPeriod(_ form: ExchangeForm) -> FormPeriod {
        FormPeriod(year: office.district.year, span: form.spans.first ?? .year)
    }
}
