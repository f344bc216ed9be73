import Hummingbird
import Pages
import Wording

extension Site {
    /// The pages of exams.
    func addExamRoutes(to router: Router<WebContext>) {
        let shelf = ExamShelf()
        func get(_ path: RouterPath, _ handler: @escaping Handler) {
            router.get(path) { request, context in await self.visit(request, context, handler) }
        }
        func post(_ path: RouterPath, _ handler: @escaping Handler) {
            router.post(path) { request, context in await self.visit(request, context, handler) }
        }
        get("exams") { try await self.exams($0) }
        get("exams/banks") { try await self.examBanks($0, shelf) }
        post("exams/banks") { try await self.importExamBank($0, shelf) }
        get("exams/banks/template.xlsx") { try await self.examBankTemplate($0) }
        get("exams/banks/:bank") { try await self.examBank($0) }
        post("exams/banks/:bank") { try await self.retireExamBank($0) }
        get("exams/failed/:file") { try await self.examFailedRows($0, shelf) }

        router.get("exams/sittings/:sitting") { request, context in
            await self.sitter(request, context) { try await self.examSitting($0) }
        }
        router.post("exams/sittings/:sitting") { request, context in
            await self.sitter(request, context) { try await self.saveExam($0) }
        }
        router.post("exams/sittings/:sitting/answers") { request, context in
            await self.sitter(request, context) { try await self.saveExamAnswers($0) }
        }

        get("exams/:register/:id") { try await self.examRun($0, shelf) }
        get("exams/:register/:id/start") { try await self.examStart(ExamVisit($0)) }
        post("exams/:register/:id/start") { try await self.startExam(ExamVisit($0)) }
        post("exams/:register/:id/count") { try await self.countExam($0, shelf) }
        post("exams/:register/:id/bank") { try await self.setExamBank($0, shelf) }
        post("exams/:register/:id/units") { try await self.addExamUnits($0, shelf) }
        get("exams/:register/:id/persons.xlsx") { try await self.examPersonsTemplate($0) }
        post("exams/:register/:id/persons") { try await self.addExamPersons($0, shelf) }
        post("exams/:register/:id/retakers") { try await self.addExamRetakers($0, shelf) }
        post("exams/:register/:id/codes") { try await self.issueExamCodes($0, shelf) }
        get("exams/:register/:id/results.xlsx") { try await self.examResultsFile($0) }
        get("exams/:register/:id/passed.xlsx") { try await self.examPassedFile($0) }

        router.get("sit/:door") { request, context in await self.outside(request, context) { try await self.examDoor($0) } }
        router.post("sit/:door") { request, context in
            await self.outside(request, context) { try await self.enterExam($0, shelf) }
        }
        router.get("sit/:door/start") { request, context in
            await self.outside(request, context) { try await self.examStartByCode($0) }
        }
        router.post("sit/:door/start") { request, context in
            await self.outside(request, context) { try await self.startExamByCode($0) }
        }
    }

    /// The entries of the left menu for them.
    func examTools(_ visit: Visit) -> [Menu.Link] {
        visit.office.examRegisters.isEmpty ? [] : [Menu.Link(label: visit.wording.text(ExamText.title), address: .exams)]
    }
}
