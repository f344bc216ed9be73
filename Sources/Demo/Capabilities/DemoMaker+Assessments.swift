import Assessment
import Casework
import Definitions
import Store

extension DemoMaker {
    /// What a demo district shows of assessments: invented editions, loaded and answered through the office's own acts.
    func makeAssessments(_ cast: Cast) async throws(Failure) {
        guard let coordinator = cast.actors.first(where: { office.mayManageAssessments($0) }) else { return }
        for assessment in declaration.assessments {
            let edition = Edition(name: assessment.name, title: assessment.title, items: assessment.items.map(\.item))
            let source = Upload(
                name: "\(assessment.title).csv", mediaType: "text/csv", bytes: Array(Self.sheet(edition).utf8))
            try await done("edition_load") { () async throws(StoreError) in
                try await office.load(edition, year: assessment.year, source: source, by: coordinator).refusal
            }
            for item in assessment.items { try await answer(item, assessment, coordinator, cast) }
            guard let old = assessment.carriesFrom else { continue }
            let mapping = EditionMapping(forward: assessment.mapping)
            try await done("edition_mapping") { () async throws(StoreError) in
                try await office.map(mapping, from: old, to: assessment.name, by: coordinator).refusal
            }
            try await done("edition_carry") { () async throws(StoreError) in
                try await office.carry(from: old, to: assessment.name, by: coordinator).refusal
            }
        }
    }

    private func answer(_ item: DemoAssessment.Item, _ assessment: DemoAssessment, _ coordinator: Actor, _ cast: Cast)
        async throws(Failure)
    {
        let (edition, number) = (assessment.name, item.item.number)
        let isExempt = assessment.exempt.contains(number)
        if item.unit != nil || isExempt {
            try await done("item_duty \(number)") { () async throws(StoreError) in
                try await office.assign(number, of: edition, to: item.unit, isExempt: isExempt, by: coordinator).refusal
            }
        }
        let clerk = cast.actors.first { actor in
            item.unit.map { $0 == actor.unit && office.mayContribute(for: $0, actor) } ?? false
        }
        let own = clerk ?? coordinator
        if let name = item.figure.flatMap({ FigureName($0) }) {
            // A figure of the whole district is the coordinator's to link, who sees all of it.
            let link = FigureLink(name, year: assessment.year, target: item.target)
            try await done("item_link \(number)") { () async throws(StoreError) in
                try await office.link(link, to: number, of: edition, by: coordinator).refusal
            }
        }
        for name in item.files {
            let file = Upload(name: name, mediaType: "text/plain", bytes: Array("\(item.item.text)\n（演示材料，内容虚构）\n".utf8))
            try await done("item_link \(number)") { () async throws(StoreError) in
                try await office.attach(file, to: number, of: edition, by: own).refusal
            }
        }
        for register in item.records {
            var request = ListRequest(register: register)
            request.limit = 1
            let page = try await stored { () async throws(StoreError) in try await office.list(request, by: coordinator) }
            guard let record = page.items.first?.record.number else { continue }
            try await done("item_link \(number)") { () async throws(StoreError) in
                try await office.link(record: record, in: register, to: number, of: edition, by: coordinator).refusal
            }
        }
        guard let score = item.score else { return }
        try await done("item_score \(number)") { () async throws(StoreError) in
            try await office.score(number, of: edition, score, note: item.note, by: own).refusal
        }
        guard let review = item.review,
            let reviewer = cast.actors.first(where: {
                office.mayReviewItems($0) && $0.account != own.account && !office.mayManageAssessments($0)
            })
        else { return }
        try await done("item_review \(number)") { () async throws(StoreError) in
            try await office.review(number, of: edition, review, note: item.reviewNote, by: reviewer).refusal
        }
    }

    private func done(_ act: String, _ body: () async throws(StoreError) -> AssessmentRefusal?) async throws(Failure) {
        if let refusal = try await stored(body) { throw .refused(act: act, why: "\(refusal)") }
    }

    /// The edition as the workbook that it would have been loaded from.
    private static func sheet(_ edition: Edition) -> String {
        let rows = edition.items.map { item in
            [
                item.first, item.second, item.number, item.text, item.mode?.rawValue ?? "",
                item.weight.map { Score.text($0) } ?? "",
            ]
        }
        return ([EditionReader.columns] + rows).map { $0.joined(separator: ",") }.joined(separator: "\r\n") + "\r\n"
    }
}
