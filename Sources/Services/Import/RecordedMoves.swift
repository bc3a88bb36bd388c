import Engine
import Importing
import LifecycleModel
import Rules
import Store

/// What the record of a task already holds, read side by side with the rows of a file: importing the same again changes nothing.
struct RecordedMoves {
    private struct Move {
        let machine: MachineReference
        let event: String
        let day: CivilDate
        /// Whether the calendar brought it by itself, which files need not tell.
        let isAutomatic: Bool

        func `is`(_ entry: HistoryEntry) -> Bool {
            (entry.machine ?? "task") == machine.description && entry.event == event && entry.happenedOn == day
        }
    }

    private let moves: [Move]
    private var next = 0

    /// Moves people made on the task; what followed from them by itself is left out.
    init(of code: String, in reader: any StoreReader) throws {
        moves = try reader.events(of: EventRecord.Subject(.task, code)).compactMap { event in
            guard event.kind == "transitioned", case .transitioned(let move) = try Happening(kind: event.kind, payload: event.payload),
                !move.isConsequence
            else { return nil }
            let isAutomatic = event.actor == AutomaticEvents.actor.id
            return Move(machine: move.machine, event: move.event, day: event.happenedOn, isAutomatic: isAutomatic)
        }
    }

    /// Whether the record goes on.
    var hasUnread: Bool { moves[next...].contains { !$0.isAutomatic } }

    /// What the record has at this place.
    var expected: String {
        guard hasUnread else { return "–" }
        return "\(moves[next].machine) \(moves[next].event) \(moves[next].day.vietnamese)"
    }

    /// Reads on when the row is what the record has at this place.
    mutating func reads(_ entry: HistoryEntry) -> Bool {
        var place = next
        while place < moves.count, !moves[place].is(entry), moves[place].isAutomatic { place += 1 }
        guard place < moves.count, moves[place].is(entry) else { return false }
        next = place + 1
        return true
    }
}
