/// Reads the key `consultation` of a register.
struct ConsultationParser {
    let scope: RegisterScope

    func consultation(_ reader: NodeReader) -> ConsultationDefinition? { nil }
}
