/// Reads the key `exam` of a register.
struct ExamParser {
    let scope: RegisterScope

    func exam(_ reader: NodeReader) -> ExamDefinition? { nil }
}
