import Access
import Casework
import Definitions

/// The demo's people, by what they may do: an act is done by the person nearest to the matter.
struct Cast {
    let actors: [Actor]

    func who(may act: Act, in register: String, owner: String) -> Actor? {
        nearest(owner) { $0.scope.may(act, in: register, unit: owner) }
    }

    func who(mayMove roles: [String], in register: String, owner: String, office: String?) -> Actor? {
        let wanted = Set(roles.map(Role.init(rawValue:)))
        return nearest(owner) { actor in
            actor.scope.may(.move, in: register, unit: owner)
                && !actor.scope.roles(in: register, unit: owner, office: office).isDisjoint(with: wanted)
        }
    }

    private func nearest(_ owner: String, _ may: (Actor) -> Bool) -> Actor? {
        let able = actors.filter(may)
        return able.first { $0.unit == owner } ?? able.first
    }
}
