import Engine
import LifecycleModel
import Store

/// What an act that records something beside a task works with inside its transaction.
struct Desk {
    let writer: any StoreWriter
    let surroundings: Surroundings
    let actor: Actor
    let day: CivilDate
    fileprivate let fireEvent: FireEvent

    /// Fires an event on a small machine or on the task; a refusal of the rules undoes the whole act.
    @discardableResult
    func fire(_ request: FireEvent.Request) throws -> TaskState {
        let answer = try fireEvent(request, in: writer)
        guard answer.receipt != nil else {
            throw UseCaseFault(
                .refused,
                "refused",
                Phrase(
                    vi: "Quy tắc không cho phép «\(request.event)» với \(request.task)",
                    en: "The rules refuse \"\(request.event)\" for \(request.task)"
                ),
                blockers: answer.decision.blockers
            )
        }
        return answer.after
    }
}

extension Surroundings {
    /// Runs the work as one transaction and answers with the receipt; undone when it was only to be shown.
    func transaction<Record>(
        on day: CivilDate,
        dryRun: Bool,
        definitions: Definitions,
        _ work: (Desk) throws -> Record
    ) throws -> (record: Record, receipt: Receipt?) {
        var shown: Record?
        do {
            return try store.write { writer in
                let size = try writer.head().size
                let record = try work(try desk(writer, day, definitions))
                if dryRun {
                    shown = record
                    throw Undone()
                }
                let head = try writer.head()
                return (record, Receipt(events: head.size > size ? size + 1...head.size : nil, head: head))
            }
        } catch is Undone {
            // Thrown above only with something to show.
            guard let shown else { throw Undone() }
            return (shown, nil)
        }
    }

    /// The desk of an act inside a transaction that runs already.
    func desk(_ writer: any StoreWriter, _ day: CivilDate, _ definitions: Definitions) throws -> Desk {
        Desk(
            writer: writer,
            surroundings: self,
            actor: try Actor(actor, in: writer),
            day: day,
            fireEvent: FireEvent(self, definitions: definitions)
        )
    }
}

/// Undoes a transaction that was only a trial.
private struct Undone: Error {}
