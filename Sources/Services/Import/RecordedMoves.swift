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
    }

    private let moves: [Move]
    private var next = 0

    /// Moves people made on the task; what followed from them by itself is left out.
    init(of code: String, in reader: any StoreReader) throws {
        moves = try reader.events(of: EventRecord.Subject(.task, code)).compactMap { event in
            guard event.kind == "transitioned", case .transitioned(let move) = try Happening(kind: event.kind, payload: event.payload),
                !move.isConsequence
            else { return nil }
            return Move(machine: move.machine, event: move.event, day: event.happenedOn)
        }
    }

    /// Whether the record goes on.
    var hasUnread: Bool { next < moves.count }

    /// What the record has at this place.
    var expected: String {
        guard hasUnread else { return "–" }
        return "\(moves[next].machine) \(moves[next].event) \(moves[next].day.vietnamese)"
    }

    /// Reads on when the row is what the record has at this place.
    mutating func reads(_ entry: HistoryEntry) -> Bool {
        let move = moves[next]
        guard (entry.machine ?? "task") == move.machine.description, entry.event == move.event, entry.happenedOn == move.day else {
            return false
        }
        next += 1
        return true
    }
}
