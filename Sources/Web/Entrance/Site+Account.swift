import Access
import Casework
import Hummingbird
import Pages
import Wording

extension Site {
    func accountPage(_ visit: Visit) async throws -> Response {
        let notice = visit.arrival.query("done") == "password" ? visit.wording.text(PageText.passwordChanged) : nil
        return try await accountAnswer(visit, problems: [], notice: notice)
    }

    func changePassword(_ visit: Visit) async throws -> Response {
        let form = try await visit.form()
        let (old, new) = (form.text("password") ?? "", form.text("new_password") ?? "")
        guard new == form.text("repeat_password") else {
            return try await accountAnswer(
                visit, problems: [ProblemLine(key: "repeat_password", sentence: visit.wording.text(PageText.passwordsDiffer))])
        }
        switch try await visit.office.changeOwnPassword(from: old, to: new, by: visit.actor) {
        case .wrongPassword:
            return try await accountAnswer(
                visit, problems: [ProblemLine(key: "password", sentence: visit.wording.text(PageText.passwordWrong))])
        case .problems(let problems):
            return try await accountAnswer(
                visit, problems: problems.map { ProblemLine(key: "new_password", sentence: Self.sentence($0, visit.wording)) })
        case .changed(let token):
            visitors.forget(account: visit.actor.account)
            let text = visit.office.district.name + "." + token.text
            return Answer.see(Address.account.setting("done", to: "password").text, cookies: [sessionCookie(text, visit.arrival)])
        }
    }

    private func accountAnswer(_ visit: Visit, problems: [ProblemLine], notice: String? = nil) async throws -> Response {
        let wording = visit.wording
        func control(_ key: String, _ text: EntranceText, _ autocomplete: String) -> FieldControl {
            FieldControl(
                key: key, label: wording.text(text), problems: problems.filter { $0.key == key }.map(\.sentence),
                kind: .password(autocomplete: autocomplete))
        }
        let mustChange = try await visitor(visit.token, visit.office)?.mustChangePassword ?? false
        var notes: [(text: String, weight: NoteWeight)] = []
        if let notice { notes.append((notice, .plain)) }
        if mustChange { notes.append((wording.text(EntranceText.mustChange), .soon)) }
        let page = FormPage(
            heading: wording.text(EntranceText.changePassword), sub: visit.actor.displayName, path: [], action: .account,
            formToken: visit.token.formToken,
            sections: [
                FormPage.Section(
                    title: "",
                    controls: [
                        control("password", .password, "current-password"), control("new_password", .newPassword, "new-password"),
                        control("repeat_password", .repeatPassword, "new-password"),
                    ])
            ], problems: problems, notes: notes, submit: wording.text(EntranceText.changePassword),
            cancel: mustChange ? nil : (wording.text(NoticeText.calendar), .calendar))
        return try await visit.page(page, status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    static func sentence(_ problem: PasswordProblem, _ wording: Wording) -> String {
        switch problem {
        case .tooShort(let minimum): wording.passwordTooShort(minimum)
        case .tooLong(let maximum): wording.passwordTooLong(maximum)
        case .tooFewKinds(let kinds): wording.passwordKinds(kinds)
        case .tooFewDifferent(let minimum): wording.passwordDifferent(minimum)
        case .containsLogin: wording.text(PageText.passwordContainsLogin)
        case .common: wording.text(PageText.passwordCommon)
        case .unchanged: wording.text(PageText.passwordUnchanged)
        }
    }
}
