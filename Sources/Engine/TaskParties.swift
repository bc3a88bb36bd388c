import LifecycleModel
public import Rules

/// Who a task says its host, principal investigator and orderer are, and who has taken over a result of it.
struct TaskParties {
    let facts: NameTable<FactValue>?
    let machines: MachineTable

    /// Whether somebody may act on the task in a role: what the host or the orderer holds, only their own people may do, what the principal
    /// investigator holds, nobody else. Whoever has taken over a result of the task (the fact `holder` of a small machine) acts as its host
    /// as well.
    ///
    /// - Returns: true also where the rules name no such holder, or nobody has said yet who it is or where the actor belongs.
    func admit(_ actor: Actor, heldBy holder: Role.Holder?) -> Bool {
        guard let holder, holder.isOfTask else { return true }
        guard let named = holder == .investigator ? actor.id : actor.organisation, !named.isEmpty else { return true }
        // Mostly it is the host itself, and nobody need be looked for among the machines.
        if holder == .host, party("host") == named { return true }
        let parties = answering(for: holder)
        return parties.isEmpty || parties.contains(named)
    }

    /// Codes of the organisations whose people may act on the task in a role, or of the person; none where anybody may.
    func answering(for holder: Role.Holder?) -> [String] {
        switch holder {
        case .host:
            guard let host = party("host") else { return [] }
            let holders = machines.flatMap { $0.value.compactMap { $0.facts["holder"]?.text } }
            return [host] + Set(holders).subtracting([host]).sorted()
        case .investigator: return party("investigator").map { [$0] } ?? []
        case .orderer: return party("orderer").map { [$0] } ?? []
        default: return []
        }
    }

    private func party(_ name: String) -> String? {
        guard let code = facts?[name]?.text, !code.isEmpty else { return nil }
        return code
    }
}

extension TaskState {
    /// Whether somebody may act on this task in a role; see `TaskParties.admit`.
    public func admits(_ actor: Actor, as role: String, under regime: Regime) -> Bool {
        parties.admit(actor, heldBy: regime.roles[role]?.heldBy)
    }

    fileprivate var parties: TaskParties { TaskParties(facts: facts["task"], machines: machines) }
}

extension PreparedTask {
    /// Taken out of the state, which is not copied for it.
    var parties: TaskParties { TaskParties(facts: state.facts["task"], machines: state.machines) }
}
