import Casework
import HTTPTypes
import Hummingbird
import Notices
import Pages
import Wording

/// The secret address of somebody's due days, and the feed behind it.
extension Site {
    func calendarPage(_ visit: Visit) async throws -> Response {
        let notice = visit.arrival.query("done") == nil ? nil : visit.wording.text(NoticeText.calendarWithdrawn)
        return try await calendarAnswer(visit, notice: notice)
    }

    func changeCalendar(_ visit: Visit) async throws -> Response {
        let form = try await visit.form()
        switch form.text("act") {
        case "renew":
            let secret = try await visit.office.renewCalendar(by: visit.actor)
            let host = visit.request.head.authority ?? "localhost"
            let scheme = isSecure(visit.arrival) ? "https" : "http"
            return try await calendarAnswer(visit, shown: "\(scheme)://\(host)" + Address.calendarFeed(secret).text)
        case "withdraw":
            try await visit.office.withdrawCalendar(by: visit.actor)
            return Answer.see(Address.calendar.setting("done", to: "1").text)
        default: throw WebProblem.badRequest
        }
    }

    private func calendarAnswer(_ visit: Visit, shown: String? = nil, notice: String? = nil) async throws -> Response {
        let since = try await visit.office.calendarSince(visit.actor)
        return try await visit.page(
            CalendarPage(
                since: since.map { visit.wording.moment($0) }, shown: shown, formToken: visit.token.formToken, notice: notice))
    }

    /// How far ahead the feed looks, in days.
    private static let horizon = 366

    /// `/calendar/<secret>.ics`, without log-in: whoever has the address has the days. Numbers and labels only.
    func calendarFeed(_ arrival: Arrival) async throws -> Response {
        let file = arrival.parameter("file")
        guard file.hasSuffix(".ics") else { throw WebProblem.notFound }
        let secret = String(file.dropLast(4))
        for office in directory.offices {
            guard let actor = try await office.calendarReader(secret) else { continue }
            let wording = Wording(language: .chinese, labels: office.catalogue.labels)
            let due = try await office.due(by: actor, through: office.clock.today().adding(days: Self.horizon))
            let entries = due.compactMap { item -> CalendarFeed.Entry? in
                guard let day = item.run.dueOn, let register = office.catalogue.register(item.register) else { return nil }
                let label = wording.label(ofDeadline: item.run.deadline, in: register)
                return CalendarFeed.Entry(
                    id: "\(item.record)-\(item.run.deadline)-\(item.run.row)-\(item.run.occurrence)", day: day.iso,
                    title: item.number + " " + label, note: wording.label(register))
            }
            let now = office.clock.now()
            // The feed's moment is in UTC; the office's clock is eight hours ahead.
            let utc = now.adding(minutes: -480)
            let feed = CalendarFeed(
                name: wording.text(NoticeText.calendarName), domain: office.district.name,
                madeAt: String(utc.iso.prefix(19)) + "Z", entries: entries)
            var headers = Answer.data("text/calendar; charset=utf-8")
            headers[.contentDisposition] = "inline; filename=\"zhunsheng.ics\""
            return Response(status: .ok, headers: headers, body: Answer.body(Array(feed.text.utf8)))
        }
        throw WebProblem.notFound
    }
}
