public import Councils
import Engine
import LifecycleModel
import Rules

extension RecordCouncil {
    /// Records the conclusion, and with it what the rules want to know: the score of every dossier, and the result of the session.
    public func conclude(_ act: Act, _ conclusion: CouncilSession.Conclusion) throws -> Answer {
        try change(act) { record, desk in
            try desk.journal.append([.concluded(conclusion)], to: &record)
            for subject in record.session.subjects { try desk.record(subject, of: &record, on: act.day) }
            let session = record.session
            let facts = try UseCaseFault.explaining(record.code) { () throws(Refusal) in
                try session.openingFacts().merging(try session.concludingFacts()) { $1 }
            }
            try desk.fire("conclude", of: &record, with: facts.texts, on: act.day)
        }
    }
}

extension Desk {
    /// Records what the ballots say of one dossier on its small machine, where the rules have an event for it.
    fileprivate func record(_ subject: Subject, of record: inout CouncilRecord, on day: CivilDate) throws {
        guard let judged = record.session.law.council.judges, let number = Int64(subject.id),
            let tally = record.session.count?[subject.id]
        else { return }
        let (event, facts): (String?, [String: SessionFact])
        switch tally.figures {
        case .scores:
            // A dossier without a valid ballot has no score to record.
            guard let scores = try? record.session.rankingFacts(of: subject.id) else { return }
            (event, facts) = (judged.scored, scores)
        case .votes(let inFavour, _, _):
            (event, facts) = (
                tally.outcome == .recommended ? judged.inFavour : judged.against,
                ["present": .int(Int64(tally.present)), "votes_to_carry_out": .int(Int64(inFavour))]
            )
        case .ratings: return
        }
        let reference = MachineReference(kind: judged.machine, number: number)
        let state = record.task.state(of: reference) ?? ""
        let transitions = record.rules.regime.machine(judged.machine)?.transitions ?? []
        // A dossier whose result was cancelled while the council sat keeps that.
        guard let event, transitions.contains(where: { $0.event == event && $0.from.contains(state) }) else { return }
        record = record.following(
            try fire(
                FireEvent.Request(
                    task: record.code.task,
                    machine: reference,
                    event: event,
                    facts: record.rules.wanted(by: event, of: judged.machine, facts.texts),
                    day: day
                )
            )
        )
    }
}

extension CouncilRecord {
    /// The same with the task as it stands after something happened to it.
    func following(_ task: TaskState) -> CouncilRecord {
        CouncilRecord(code: code, task: task, rules: rules, session: session, events: events)
    }
}
