/// Reads a file of `returns/`.
struct ReturnParser {
    let catalogue: CatalogueNames

    func definition(_ reader: NodeReader, name: String) -> ReturnDefinition? { nil }
}
