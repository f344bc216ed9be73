/// The parts that a report must have.
struct OutlineCheck {
    let problems: ProblemList

    /// The parts of the annual report (法治政府建设与责任落实督察工作规定#25).
    private static let mandatory = ["annual": ["measures", "shortcomings", "heads_duty", "next_year", "other"]]

    func check(_ outline: OutlineDefinition) {
        for name in Self.mandatory[outline.name] ?? [] where !outline.parts.contains(where: { $0.name == name }) {
            problems.add(outline.place, .outlinePartMissing(name))
        }
    }
}
