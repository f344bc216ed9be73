import LegalTime

/// Versions of one clock: no two at a time; a time without one may be meant and is a warning.
struct ClockCheck {
    let problems: ProblemList

    func check(_ clock: String, _ versions: [(place: SourcePlace, version: ClockVersion)]) {
        let ordered = versions.sorted { $0.version.from < $1.version.from }
        for (before, next) in zip(ordered, ordered.dropFirst()) {
            guard let until = before.version.until, until < next.version.from else {
                problems.add(next.place, .versionsOverlap(clock: clock))
                continue
            }
            if until.adding(days: 1) < next.version.from { problems.add(next.place, .versionGap(clock: clock)) }
        }
    }
}
