public import Rules

extension TaskState {
    /// Whether somebody may act on this task in a role: what the host or the orderer holds, only their own people may do, what the
    /// principal investigator holds, nobody else. Whoever has taken over a result of the task (the fact `holder` of a small machine) acts
    /// as its host as well.
    ///
    /// - Returns: true also where the rules name no such holder, or nobody has said yet who it is or where the actor belongs.
    public func admits(_ actor: Actor, as role: String, under regime: Regime) -> Bool {
        let named = regime.roles[role]?.heldBy == .investigator ? actor.id : actor.organisation
        guard let named, !named.isEmpty else { return true }
        // Mostly it is the host itself, and nobody need be looked for among the machines.
        if regime.roles[role]?.heldBy == .host, party("host") == named { return true }
        let parties = answering(for: role, under: regime)
        return parties.isEmpty || parties.contains(named)
    }

    /// Codes of the organisations whose people may act on this task in a role, or of the person; none where anybody may.
    func answering(for role: String, under regime: Regime) -> [String] {
        switch regime.roles[role]?.heldBy {
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
        guard let code = facts["task"]?[name]?.text, !code.isEmpty else { return nil }
        return code
    }
}
