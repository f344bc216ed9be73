/// What came of reading a catalogue: the catalogue, unless a problem is an error, and every problem by file and line.
public struct CatalogueLoad: Sendable {
    public var catalogue: Catalogue?
    public var problems: [DefinitionProblem]
    public init(catalogue: Catalogue?, problems: [DefinitionProblem]) {
        self.catalogue = catalogue
        self.problems = problems
    }
}
