/// Reads the key `requests` of a register.
struct PublicRequestParser {
    let scope: RegisterScope

    func requests(_ reader: NodeReader) -> [PublicRequestDefinition] { [] }
}
