/// Reads the key `recordings` of a register.
struct RecordingsParser {
    let scope: RegisterScope

    func recordings(_ reader: NodeReader) -> RecordingsDefinition? { nil }
}
