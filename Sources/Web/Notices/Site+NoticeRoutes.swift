import Hummingbird
import Pages
import Wording

extension Site {
    /// The pages of notices, of the addresses they go out to, and of the calendar.
    func addNoticeRoutes(to router: Router<WebContext>) {
        router.get("notices") { request, context in await self.visit(request, context, self.notices) }
        router.post("notices") { request, context in await self.visit(request, context, self.markNotices) }
        router.post("notices/kinds") { request, context in await self.visit(request, context, self.silenceNotices) }
        router.get("webhooks") { request, context in await self.visit(request, context, self.webhooks) }
        router.post("webhooks") { request, context in await self.visit(request, context, self.addWebhook) }
        router.post("webhooks/:id") { request, context in await self.visit(request, context, self.changeWebhook) }
        router.get("account/calendar") { request, context in await self.visit(request, context, self.calendarPage) }
        router.post("account/calendar") { request, context in await self.visit(request, context, self.changeCalendar) }
        router.get("calendar/:file") { request, context in await self.outside(request, context, self.calendarFeed) }
    }

    /// The entries of the left menu for them.
    ///
    /// - Parameter unread: How many notices this person has not read.
    func noticeTools(_ visit: Visit, unread: Int = 0) -> [Menu.Link] {
        var links = [
            Menu.Link(
                label: visit.wording.text(NoticeText.notices), address: .notices,
                count: unread > 0 ? Menu.Count(open: unread, overdue: 0) : nil)
        ]
        if visit.actor.scope.administers(.catalogue) {
            links.append(Menu.Link(label: visit.wording.text(NoticeText.webhooks), address: .webhooks))
        }
        return links
    }
}
