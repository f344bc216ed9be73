/// How the records of a register are exams that are sat in the browser: which of its fields say when, for how long, with which paper,
/// and which take the counted results.
public struct ExamDefinition: Sendable, Equatable {
    /// The states in which an exam can be sat.
    public var open: [String]
    /// Date or moment fields: the first and the last time at which a sitting may begin; a sitting ends with the period.
    public var starts: String
    public var ends: String
    /// Integer fields.
    public var minutes: String
    public var passMark: String
    /// How often one person may sit; nil: once.
    public var tries: String?
    /// A yes-or-no field: whether part of a choice of several gets half the points.
    public var half: String?
    public var paper: Paper
    public var kind: Kind?
    public var results: Results

    /// A rows field with one row for each kind of question; the codes of `kind` are `single`, `multiple` and `judgement`.
    public struct Paper: Sendable, Equatable {
        public var rows: String
        public var kind: String
        public var count: String
        public var points: String
        public init(rows: String, kind: String, count: String, points: String) {
            self.rows = rows
            self.kind = kind
            self.count = count
            self.points = points
        }
    }

    /// A code field and the codes that make an exam a quiz, open to everybody, or one for a certificate.
    public struct Kind: Sendable, Equatable {
        public var field: String
        public var quiz: [String]
        public var certificate: [String]
        public init(field: String, quiz: [String], certificate: [String]) {
            self.field = field
            self.quiz = quiz
            self.certificate = certificate
        }
    }

    /// Where the counted results go: one row for each unit, the people of a resit in a row of their own without anybody due.
    public struct Results: Sendable, Equatable {
        public var rows: String
        public var unit: String
        public var on: String
        public var due: String
        public var sat: String
        public var passed: String
        public var resit: String?
        /// An integer field of the record: how many papers of a quiz were handed in.
        public var attendances: String?
        /// The move that writes the rows, by whoever may make it, while the exam stands where it can be made; nil: an edit.
        public var move: String?
        public init(
            rows: String, unit: String, on: String, due: String, sat: String, passed: String, resit: String? = nil,
            attendances: String? = nil, move: String? = nil
        ) {
            self.rows = rows
            self.unit = unit
            self.on = on
            self.due = due
            self.sat = sat
            self.passed = passed
            self.resit = resit
            self.attendances = attendances
            self.move = move
        }
    }

    public init(
        open: [String], starts: String, ends: String, minutes: String, passMark: String, tries: String? = nil,
        half: String? = nil, paper: Paper, kind: Kind? = nil, results: Results
    ) {
        self.open = open
        self.starts = starts
        self.ends = ends
        self.minutes = minutes
        self.passMark = passMark
        self.tries = tries
        self.half = half
        self.paper = paper
        self.kind = kind
        self.results = results
    }
}

extension ExamDefinition {
    var canonical: CanonicalValue {
        .given([
            ("open", .texts(open)), ("starts", .text(starts)), ("ends", .text(ends)), ("minutes", .text(minutes)),
            ("pass_mark", .text(passMark)), ("tries", tries.map { .text($0) }), ("half", half.map { .text($0) }),
            (
                "paper",
                .map([
                    ("rows", .text(paper.rows)), ("kind", .text(paper.kind)), ("count", .text(paper.count)),
                    ("points", .text(paper.points)),
                ])
            ),
            (
                "kind",
                kind.map { kind in
                    .given([
                        ("field", .text(kind.field)), ("quiz", kind.quiz.isEmpty ? nil : .texts(kind.quiz)),
                        ("certificate", kind.certificate.isEmpty ? nil : .texts(kind.certificate)),
                    ])
                }
            ),
            (
                "results",
                .given([
                    ("rows", .text(results.rows)), ("unit", .text(results.unit)), ("on", .text(results.on)),
                    ("due", .text(results.due)), ("sat", .text(results.sat)), ("passed", .text(results.passed)),
                    ("resit", results.resit.map { .text($0) }), ("attendances", results.attendances.map { .text($0) }),
                    ("move", results.move.map { .text($0) }),
                ])
            ),
        ])
    }
}
