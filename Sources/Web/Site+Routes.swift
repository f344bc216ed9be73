import Hummingbird
import Pages

/// The route table. Addresses are stable; filter, order and page stand in the query.
extension Site {
    public func router() -> Router<WebContext> {
        let router = Router(context: WebContext.self, options: [.autoGenerateHeadEndpoints])
        addEntrance(to: router)
        addRecords(to: router)
        addLetterRoutes(to: router)
        addPeriodRoutes(to: router)
        addFigureRoutes(to: router)
        addExchangeRoutes(to: router)
        addRecordingRoutes(to: router)
        addDrawRoutes(to: router)
        addReturnRoutes(to: router)
        addExamRoutes(to: router)
        addAssessmentRoutes(to: router)
        addOpenRoutes(to: router)
        addConsultationRoutes(to: router)
        addNoticeRoutes(to: router)
        // Anything else, so that a wrong address gets a page with the way back.
        router.get("**") { request, context in
            // Outside nobody is sent to the log-in. A wildcard below `open` would stand in the way of its registers.
            if request.uri.path.hasPrefix("/open/") {
                return await self.openVisit(request, context) { _ in throw WebProblem.notFound }
            }
            return await self.visit(request, context) { _ in throw WebProblem.notFound }
        }
        router.post("**") { request, context in await self.visit(request, context) { _ in throw WebProblem.notFound } }
        return router
    }

    /// The responder as an application, for the server and for tests.
    public func application(configuration: ApplicationConfiguration = ApplicationConfiguration()) -> some ApplicationProtocol {
        Application(responder: router().buildResponder(), configuration: configuration, logger: logger)
    }

    private func addEntrance(to router: Router<WebContext>) {
        router.get("login") { request, context in await self.outside(request, context, self.logInPage) }
        router.post("login") { request, context in await self.outside(request, context, self.logIn) }
        router.get("preferences") { request, context in await self.outside(request, context, self.preferences) }
        router.post("preferences") { request, context in await self.outside(request, context, self.preferences) }
        router.get("assets/:name") { request, context in await self.outside(request, context, self.asset) }
        router.post("logout") { request, context in await self.visit(request, context, self.logOut) }
        router.get("account") { request, context in await self.visit(request, context, self.accountPage) }
        router.post("account") { request, context in await self.visit(request, context, self.changePassword) }
    }

    private func addRecords(to router: Router<WebContext>) {
        router.get("") { request, context in await self.visit(request, context, self.desk) }
        router.get("find") { request, context in await self.visit(request, context, self.find) }
        let register = router.group("registers/:register")
        register.get { request, context in await self.visit(request, context, self.list) }
        register.post { request, context in await self.visit(request, context, self.registerJSON) }
        register.get("new") { request, context in await self.visit(request, context, self.registerForm) }
        register.post("new") { request, context in await self.visit(request, context, self.register) }
        register.get("handed-on") { request, context in await self.visit(request, context, self.handedOn) }
        let record = register.group(":id")
        record.get { request, context in await self.visit(request, context, self.record) }
        record.get("edit") { request, context in await self.visit(request, context, self.editForm) }
        record.post("edit") { request, context in await self.visit(request, context, self.edit) }
        record.get("correct") { request, context in await self.visit(request, context, self.correctForm) }
        record.post("correct") { request, context in await self.visit(request, context, self.correct) }
        record.get("move/:transition") { request, context in await self.visit(request, context, self.moveForm) }
        record.post("move/:transition") { request, context in await self.visit(request, context, self.move) }
        record.get("history") { request, context in await self.visit(request, context, self.history) }
        record.get("files/:hash") { request, context in await self.visit(request, context, self.file) }
    }
}
