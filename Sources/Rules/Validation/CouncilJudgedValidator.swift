import LifecycleModel

/// `unknown-machine`, `unknown-state`, `unknown-event`, `unknown-fact`, `unknown-value`: what councils judge and which tasks a ballot is for, by
/// names that nothing has; `one-way-vote`: a vote in favour is recorded and one against is not, or the other way round.
struct CouncilJudgedValidator: RegimeValidator {
    func findings(in regime: Regime, parts: [Regime.Part]) -> [Finding] {
        regime.councils.sorted { $0.key < $1.key }.flatMap { kind, council in
            let path = RulePath("councils") / kind
            return findings(about: council.judges, in: regime, at: path / "judges")
                + council.ballots.sorted { $0.key < $1.key }.flatMap { name, ballot in
                    findings(about: ballot.fits, in: regime, at: path / "ballots" / name / "for")
                }
        }
    }

    private func findings(about judged: Judged?, in regime: Regime, at path: RulePath) -> [Finding] {
        guard let judged else { return [] }
        guard let machine = regime.machines[judged.machine] else {
            return [.unknown(.machine, judged.machine, at: path / "machine", among: regime.machines.keys)]
        }
        var findings: [Finding] = []
        for (index, state) in judged.states.enumerated() where machine.states[state] == nil {
            findings.append(.unknown(.state, state, at: path / "in" / index, among: machine.states.keys))
        }
        for (key, event) in judged.events where !machine.transitions.contains(where: { $0.event == event }) {
            findings.append(.unknown(.event, event, at: path / key, among: Set(machine.transitions.map(\.event))))
        }
        if (judged.inFavour == nil) != (judged.against == nil) {
            findings.append(
                Finding(
                    "one-way-vote",
                    at: path,
                    Phrase(
                        vi: "in-favour và against phải đi cùng nhau, để phiếu nào cũng được ghi nhận",
                        en: "in-favour and against belong together, so that every vote is recorded"
                    )
                )
            )
        }
        return findings
    }

    private func findings(about fits: [[String: [String]]], in regime: Regime, at path: RulePath) -> [Finding] {
        var findings: [Finding] = []
        for (index, tasks) in fits.enumerated() {
            for (name, values) in tasks.sorted(by: { $0.key < $1.key }) {
                let fact = FactName(name)
                guard let fact = regime.facts[fact.group]?[fact.name], fact.type == .choice else {
                    findings.append(.unknown(.fact, name, at: path / index / name, among: Self.choices(in: regime)))
                    continue
                }
                let known = fact.choices.map(\.value)
                for (number, value) in values.enumerated() where !known.contains(value) {
                    findings.append(
                        Finding(
                            "unknown-value",
                            at: path / index / name / number,
                            Phrase(vi: "\(name) không có giá trị ‘\(value)’", en: "\(name) has no value ‘\(value)’"),
                            hint: Suggestion.hint(for: value, in: known)
                        )
                    )
                }
            }
        }
        return findings
    }

    private static func choices(in regime: Regime) -> [String] {
        regime.facts.flatMap { group, facts in facts.filter { $0.value.type == .choice }.keys.map { "\(group).\($0)" } }
    }
}
