import CanonicalJSON
import Councils
import LifecycleModel
import Rules
import Store

/// Appends what happened to a session to the log and folds it in: the one way anything about a session is ever recorded.
struct CouncilJournal {
    let writer: any StoreWriter
    let surroundings: Surroundings
    let day: CivilDate

    /// Applies each happening, refusing all when one is refused, and keeps them in the log and the register.
    ///
    /// - Returns: the stored events.
    /// - Throws: `UseCaseFault` with the reasons of the law.
    @discardableResult
    func append(_ happenings: [CouncilHappening], to record: inout CouncilRecord) throws -> [EventRecord] {
        try checkDay(record)
        var events: [NewEvent] = []
        for happening in happenings {
            if case .formed = happening {
            } else {
                try UseCaseFault.explaining(record.code) { () throws(Refusal) in try record.session.apply(happening) }
            }
            events.append(event(happening, record))
        }
        let stored = try writer.append(events)
        record.events += stored.opened(with: events.flatMap(\.personal))
        let changes = happenings.contains { !$0.isSealed }
        if changes { try CouncilSummary.register(record, in: writer) }
        return stored
    }

    private func event(_ happening: CouncilHappening, _ record: CouncilRecord) -> NewEvent {
        var payload = happening.payload
        // What was announced is kept with it: whoever computes it anew can compare.
        if case .counted = happening, var object = payload.object {
            object["result"] = record.session.count?.json
            payload = .object(object)
        }
        if happening.isSealed, var object = payload.object {
            object["salt"] = .string(BallotSalt.fresh())
            payload = .object(object)
        }
        return NewEvent(
            subject: record.code.subject,
            kind: happening.kind,
            payload: payload,
            actor: surroundings.actor,
            happenedOn: day,
            recordedAt: surroundings.now,
            definition: record.rules.hash
        ).sealingPersonalData
    }

    /// Things happen in the order in which they are recorded, and none tomorrow.
    private func checkDay(_ record: CouncilRecord) throws {
        if day > surroundings.today { throw UseCaseFault.ahead(day) }
        if let last = record.events.last, last.happenedOn > day {
            throw UseCaseFault.before(last.happenedOn, Phrase(vi: "Phiên họp \(record.code)", en: "The session \(record.code)"))
        }
    }
}

extension UseCaseFault {
    /// A refusal of the law of councils, with all its reasons.
    init(_ refusal: Refusal, for code: CouncilCode) {
        self.init(
            .refused,
            "council-refused",
            Phrase(vi: "Không ghi được vào phiên họp \(code)", en: "Nothing was recorded of the session \(code)"),
            blockers: refusal.blockers
        )
    }

    /// Does something that the law of councils may refuse.
    static func explaining<Value>(_ code: CouncilCode, _ work: () throws(Refusal) -> Value) throws -> Value {
        do throws(Refusal) { return try work() } catch { throw UseCaseFault(error, for: code) }
    }
}
