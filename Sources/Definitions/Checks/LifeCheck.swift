/// States and moves: one start, every state reached, every state but an end left again.
struct LifeCheck {
    let problems: ProblemList

    func check(_ draft: RegisterDraft) {
        let register = draft.scope.register
        let starts = register.states.filter(\.isStart)
        if starts.isEmpty, !register.states.isEmpty { problems.add(draft.places["states"], .noStartState) }
        for state in starts.dropFirst() { problems.add(draft.places["states/\(state.name)"], .severalStartStates) }
        for move in register.transitions {
            let leaves = move.from.contains { name in name != move.to && register.state(name)?.isEnd == true }
            if leaves { problems.add(move.place, .leavesEndState(transition: move.name)) }
        }
        guard isWhole(draft), !starts.isEmpty else { return }
        let reached = reached(from: starts.map(\.name), by: register.transitions)
        for state in register.states {
            let place = draft.places["states/\(state.name)"]
            if !reached.contains(state.name) { problems.add(place, .unreachableState(state.name)) }
            let isLeft = register.transitions.contains { $0.to != state.name && $0.from.contains(state.name) }
            if !state.isEnd, !isLeft { problems.add(place, .deadEnd(state.name)) }
        }
    }

    /// Whether every move could be read; else a state would seem unreachable because of a mistake that is reported already.
    private func isWhole(_ draft: RegisterDraft) -> Bool {
        let register = draft.scope.register
        let written = draft.root["transitions"]?.node.sequence?.count ?? 0
        let known = draft.scope.states.names.count
        return written == register.transitions.count && known == register.states.count
            && register.transitions.allSatisfy { !$0.to.isEmpty && !$0.from.isEmpty }
    }

    private func reached(from starts: [String], by moves: [TransitionDefinition]) -> Set<String> {
        var reached = Set(starts)
        var open = starts
        while let state = open.popLast() {
            for move in moves where move.from.contains(state) && reached.insert(move.to).inserted { open.append(move.to) }
        }
        return reached
    }
}
