/// Reads the key `draws` of a register.
struct DrawParser {
    let scope: RegisterScope

    func draws(_ reader: NodeReader) -> [DrawDefinition] { [] }
}
