import Access
import Casework
import Definitions
import Draws
import LegalTime
import Store

extension DemoMaker {
    /// What a demo district shows of draws: of each kind the first record is drawn, the second has a frozen list, the third a draw that
    /// was called off.
    func makeDraws(_ cast: Cast) async throws(Failure) {
        for register in office.catalogue.registers {
            for draw in register.draws {
                var made = 0
                for (id, actors) in try await open(draw, in: register, cast) {
                    for actor in actors where made < 3 {
                        guard try await make(draw, of: id, in: register, as: made, by: actor) else { continue }
                        made += 1
                        break
                    }
                }
            }
        }
    }

    /// The records that stand where the draw is made, the first registered first, and who may make it.
    private func open(_ draw: DrawDefinition, in register: RegisterDefinition, _ cast: Cast) async throws(Failure) -> [(
        id: String, actors: [Actor]
    )] {
        var request = ListRequest(register: register.name)
        request.condition = draw.states.isEmpty ? .always : .state(draw.states)
        request.sort = .registered(descending: false)
        request.limit = 200
        let wanted = request
        let console = office.console()
        let page = try await stored { () async throws(StoreError) in try await office.list(wanted, by: console) }
        let roles = Set(draw.roles.map(Role.init(rawValue:)))
        return page.items.map { item in
            let owner = item.record.owner
            let able = cast.actors.filter { actor in
                actor.scope.may(.edit, in: register.name, unit: owner)
                    && !actor.scope.roles(in: register.name, unit: owner).isDisjoint(with: roles)
            }
            return (item.record.id, able.filter { $0.unit == owner } + able.filter { $0.unit != owner })
        }
    }

    /// False where the record has not what the draw needs.
    private func make(_ draw: DrawDefinition, of id: String, in register: RegisterDefinition, as part: Int, by actor: Actor)
        async throws(Failure) -> Bool
    {
        let prepared = try await stored { () async throws(StoreError) in
            try await office.prepareDraw(draw.name, of: id, in: register.name, by: actor)
        }
        guard case .success(let preparation) = prepared, preparation.rule != nil, preparation.list.eligible.count > 3 else {
            return false
        }
        var input = DrawInput()
        if let reason = draw.exclusions(ofPeople: false).first(where: { $0.drawn == nil }),
            let left = preparation.list.eligible.first
        {
            input.exclusions[left.id] = reason.code
        }
        if preparation.people.eligible.count > 3, let reason = draw.exclusions(ofPeople: true).last,
            let left = preparation.people.eligible.last
        {
            input.peopleExclusions[left.id] = reason.code
        }
        if part == 1 {
            input.seed = .named("样例彩票第 2022016 期开奖号码", from: office.clock.today().adding(days: 3))
        }
        let frozen = input
        let drawID = try await done("freeze") { () async throws(StoreError) in
            try await office.freezeDraw(draw.name, of: id, in: register.name, frozen, by: actor)
        }
        if part == 0 {
            _ = try await done("draw") { () async throws(StoreError) in try await office.makeDraw(drawID, by: actor) }
        }
        if part == 2 {
            _ = try await done("void") { () async throws(StoreError) in
                try await office.voidDraw(drawID, reason: "名单漏列一个单位，重新冻结（演示数据）。", by: actor)
            }
        }
        return true
    }

    private func done(_ act: String, _ body: () async throws(StoreError) -> DrawOutcome) async throws(Failure) -> String {
        switch try await stored(body) {
        case .done(let id): return id
        case .refused(let refusal): throw .refused(act: "draw: \(act)", why: "\(refusal)")
        }
    }
}
