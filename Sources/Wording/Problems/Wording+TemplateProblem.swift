import Definitions

extension Wording {
    /// What is wrong with the template of a letter, and how to mend it.
    func ofTemplates(_ reason: DefinitionProblem.Reason) -> (wrong: String, mend: String?) {
        switch reason {
        case .templateWithoutLetter(let name):
            (
                say("台账里没有文书\(quoted(name))，这个模板用不上。", "The register has no letter \(quoted(name)) to use this template."),
                say("请在台账的 letters 里写上，或删去模板。", "Name it in the register’s letters, or remove the template.")
            )
        case .template(let fault): ofTemplate(fault)
        default: ("", nil)
        }
    }

    private func ofTemplate(_ fault: TemplateFault) -> (wrong: String, mend: String?) {
        switch fault {
        case .missing(let path):
            (say("这份文书没有模板。", "This letter has no template."), say("请写在 \(path)。", "Write it in \(path)."))
        case .notEnded(let word):
            (
                say("{\(word) …} 没有对应的 {end}。", "{\(word) …} has no {end}."),
                say("请在它管的最后一行之后加一行 {end}。", "Put {end} on a line of its own after what it holds.")
            )
        case .endWithoutBeginning(let text):
            (
                say("\(quoted(text))前面没有 {if} 或 {for}。", "Nothing begins what \(quoted(text)) ends."),
                say("请删去，或补上开头。", "Remove it, or add the beginning.")
            )
        case .unknownDirective(let word):
            (
                say("不认识的行\(quoted(word))。", "\(quoted(word)) is not a line of this form."),
                say(
                    "可用：@number、@addressee、@signature、@date、@blank、@page。",
                    "There are @number, @addressee, @signature, @date, @blank and @page.")
            )
        case .openBrace:
            (say("花括号没有合上。", "A brace is not closed."), say("请补上 }；要印花括号本身，写 {{。", "Close it; {{ prints a brace."))
        case .emptyName: (say("花括号里没有名称。", "There is no name between the braces."), say("请写上字段名。", "Name a field."))
        case .notRows(let name):
            (
                say("\(quoted(name))不是多行字段，不能用 {for}。", "\(quoted(name)) has no rows for {for}."),
                say("请改用多行字段的名称。", "Name a field of rows.")
            )
        case .noTitle:
            (say("模板没有标题。", "The template has no title."), say("请加一行 # 标题。", "Begin a line with # and the title."))
        case .notADocument:
            (say("这不是 Word 文件（docx）。", "This is no Word file (docx)."), say("请用 WPS 或 Word 另存为 docx。", "Save it as docx."))
        }
    }
}
