/// Gathers the mistakes of one run, each once.
final class ProblemList {
    private var found: [DefinitionProblem] = []
    private var known: Set<DefinitionProblem> = []

    func add(_ place: SourcePlace, _ reason: DefinitionProblem.Reason, suggestion: String? = nil) {
        let problem = DefinitionProblem(place: place, reason: reason, suggestion: suggestion)
        if known.insert(problem).inserted { found.append(problem) }
    }

    /// By file and line, and within a line in the order in which they were found.
    var sorted: [DefinitionProblem] {
        found.enumerated()
            .sorted { a, b in
                (a.element.place.file, a.element.place.line, a.offset) < (b.element.place.file, b.element.place.line, b.offset)
            }
            .map(\.element)
    }
}
