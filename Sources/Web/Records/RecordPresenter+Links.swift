import Casework
import Definitions
import Pages
import Wording
import Workflow

extension RecordPresenter {
    var related: [OneRecordPage.Related] {
        view.relations.compactMap { relation in
            guard let other = visit.catalogue.register(relation.register) else { return nil }
            return OneRecordPage.Related(
                kind: wording.text(relation.isOutgoing ? LinkText.opened : LinkText.openedBy), register: wording.label(other),
                number: relation.number, unit: visit.directory.unitLabel(relation.unit, in: visit.language),
                state: wording.label(ofState: relation.state, in: other),
                address: relation.mayOpen ? .record(relation.register, relation.id) : nil)
        }
    }

    var owners: [OneRecordPage.TimelineEntry] {
        view.owners.map { entry in
            OneRecordPage.TimelineEntry(
                day: entry.on,
                what: visit.directory.unitLabel(entry.from, in: visit.language) + (entry.isBack ? " ↩ " : " → ")
                    + visit.directory.unitLabel(entry.to, in: visit.language), note: nil,
                who: visit.person(entry.by) + " · " + wording.moment(entry.at))
        }
    }

    var moves: [OneRecordPage.Move] {
        let main = mainMove
        return view.moves.map { move in
            var shown = OneRecordPage.Move(
                label: wording.label(move.transition, in: register), needs: wording.needs(of: move, in: register),
                address: .move(register.name, view.record.id, move.transition.name), gates: gates(move.transition))
            shown.isMain = move.transition.name == main
            return shown
        }
    }

    /// The first move that goes on: not one that ends the matter while others lead on, and not one behind a closed gate.
    private var mainMove: String? {
        func isEnding(_ move: TransitionDefinition) -> Bool { register.state(move.to)?.isEnd ?? false }
        func isOpen(_ move: TransitionDefinition) -> Bool { (view.gates[move.name] ?? []).allSatisfy { $0.lacks == nil } }
        let moves = view.moves.map(\.transition)
        let onward = moves.filter { !isEnding($0) }
        return (onward.isEmpty ? moves.first : onward.first(where: isOpen))?.name
    }

    func gates(_ transition: TransitionDefinition) -> [(text: String, isOpen: Bool)] {
        (view.gates[transition.name] ?? []).map { standing in
            (wording.sentence(for: standing, in: register) { visit.catalogue.register($0) }, standing.lacks == nil)
        }
    }
}
