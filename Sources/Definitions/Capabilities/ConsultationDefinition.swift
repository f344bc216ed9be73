/// How drafts of a register are put out for opinions (征求意见): which fields say what, and from when until when.
public struct ConsultationDefinition: Sendable, Equatable {
    /// The states in which opinions may come in.
    public var openIn: [String]
    public var title: String
    /// The field with the draft: a file or a text.
    public var draft: String
    /// The field that explains the draft; nil where the register has none.
    public var explanation: String?
    /// The first day on which opinions come in.
    public var from: String
    /// The last one.
    public var until: String
    /// The field with the reason for a period shorter than `minimum`, which is made public.
    public var shortenedReason: String?
    /// The clock (sense `at_least`) that the period may not be shorter than.
    public var minimum: String?
    /// The integer fields that take how many opinions came in and how many were adopted, in whole or in part.
    public var received: String
    public var adopted: String
    /// The date field that takes the day on which the adoption was made public.
    public var answered: String?

    public init(
        openIn: [String], title: String, draft: String, explanation: String? = nil, from: String, until: String,
        shortenedReason: String? = nil, minimum: String? = nil, received: String, adopted: String, answered: String? = nil
    ) {
        self.openIn = openIn
        self.title = title
        self.draft = draft
        self.explanation = explanation
        self.from = from
        self.until = until
        self.shortenedReason = shortenedReason
        self.minimum = minimum
        self.received = received
        self.adopted = adopted
        self.answered = answered
    }
}

extension ConsultationDefinition {
    var canonical: CanonicalValue {
        .given([
            ("open_in", .texts(openIn)), ("title", .text(title)), ("draft", .text(draft)),
            ("explanation", explanation.map { .text($0) }), ("from", .text(from)), ("until", .text(until)),
            ("shortened_reason", shortenedReason.map { .text($0) }), ("minimum", minimum.map { .text($0) }),
            (
                "opinions",
                .given([("received", .text(received)), ("adopted", .text(adopted)), ("answered", answered.map { .text($0) })])
            ),
        ])
    }
}
