import LifecycleModel

/// `unknown-regime`, `unknown-state`, `no-entry`, `entry-machines` of the effect `set-regime`: a task can only be moved to a state that another
/// regime has and names among its `entries`, with the small machines it may have by then.
public struct RegimeMoveValidator: Sendable {
    private let regimes: [String: Regime]

    /// Checks against these regimes.
    public init(regimes: [String: Regime]) {
        self.regimes = regimes
    }

    /// What it finds in one of them.
    public func findings(in regime: Regime) -> [Finding] {
        var findings: [Finding] = []
        for part in regime.parts {
            for (path, transition) in part.transitions {
                for (index, effect) in transition.effects.enumerated() {
                    guard case .setRegime(let name, let position) = effect else { continue }
                    let place = path / "effects" / index / "set-regime"
                    if let target = regimes[name] {
                        if target.task.states[position] == nil {
                            findings.append(.unknown(.state, position, at: place / "position", among: target.task.states.keys))
                        } else if name != regime.id, position != target.task.initial, target.entries[position] == nil {
                            findings.append(
                                Finding(
                                    "no-entry",
                                    at: place / "position",
                                    Phrase(
                                        vi: "‘\(name)’ không nhận nhiệm vụ chuyển đến ở ‘\(position)’",
                                        en: "‘\(name)’ does not name ‘\(position)’ among its entries"
                                    ),
                                    hint: Phrase(
                                        vi: "thêm trạng thái này vào ‘entries’ của ‘\(name)’",
                                        en: "add the state to the ‘entries’ of ‘\(name)’"
                                    )
                                )
                            )
                        } else if name != regime.id, let entry = target.entries[position] {
                            let brought = regime.machinesOpened(before: transition).filter { target.machines[$0] != nil }
                            for machine in brought.subtracting(entry.machines).sorted() {
                                findings.append(
                                    Finding(
                                        "entry-machines",
                                        at: place / "position",
                                        Phrase(
                                            vi: "nhiệm vụ chuyển đến ‘\(position)’ có thể mang theo ‘\(machine)’ mà ‘entries’ không nêu",
                                            en: "a task moved to ‘\(position)’ may bring ‘\(machine)’ along, which its entry does not name"
                                        )
                                    )
                                )
                            }
                        }
                    } else {
                        findings.append(.unknown(.regime, name, at: place / "regime", among: regimes.keys))
                    }
                }
            }
        }
        return findings
    }
}

extension Regime {
    /// Small machines that a task may have when it takes a transition.
    fileprivate func machinesOpened(before transition: Transition) -> Set<String> {
        var previous: [String: Set<String>] = [:]
        for other in task.transitions {
            guard let to = other.to else { continue }
            previous[to, default: []].formUnion(other.from)
        }
        let before = StateGraph.reachable(from: transition.from, by: previous)
        var opened: Set<String> = []
        for other in task.transitions where !before.isDisjoint(with: other.from) {
            // What leads away from here for good opens nothing before.
            guard other.to.map(before.contains) ?? true else { continue }
            for case .open(let machine, _, _) in other.effects { opened.insert(machine) }
        }
        for (id, machine) in machines where opened.contains(id) {
            for case .open(let other, _, _) in machine.transitions.flatMap(\.effects) { opened.insert(other) }
        }
        return opened
    }
}
