import LifecycleModel

/// `unknown-value`, `unknown-parameter`, `wrong-unit`, `council-size`, `quorum-unmet`, `too-many-seats`, `undeclared-council`: councils whose
/// numbers cannot go together, as no meeting of such a council would ever be valid.
struct CouncilSeatValidator: RegimeValidator {
    private static let machine = "council-session"

    func findings(in regime: Regime, parts: [Regime.Part]) -> [Finding] {
        var findings = regime.councils.sorted { $0.key < $1.key }.flatMap { kind, council in
            self.findings(about: council, in: regime, at: RulePath("councils") / kind)
        }
        guard let session = regime.machines[Self.machine], let kinds = session.facts["kind"]?.choices.map(\.value) else { return findings }
        for kind in regime.councils.keys where !kinds.contains(kind) {
            findings.append(
                Finding(
                    "unknown-value",
                    at: RulePath("councils") / kind,
                    Phrase(vi: "phiên họp hội đồng không có loại ‘\(kind)’", en: "a council session has no kind ‘\(kind)’"),
                    hint: Suggestion.hint(for: kind, in: kinds)
                )
            )
        }
        for kind in kinds where regime.councils[kind] == nil {
            findings.append(
                Finding(
                    "undeclared-council",
                    at: RulePath.machine(Self.machine) / "facts" / "kind",
                    severity: .warning,
                    Phrase(
                        vi: "hội đồng ‘\(kind)’ chưa khai báo số thành viên và tỷ lệ có mặt (councils)",
                        en: "the size and quorum of the council ‘\(kind)’ are not declared (councils)"
                    )
                )
            )
        }
        return findings
    }

    private func findings(about council: Council, in regime: Regime, at path: RulePath) -> [Finding] {
        var findings: [Finding] = []
        func report(_ code: String, at place: RulePath, _ message: Phrase) { findings.append(Finding(code, at: place, message)) }
        let least = council.least.value(in: regime.parameters)
        if let least, let most = council.most.value(in: regime.parameters), least < 1 || least > most {
            report(
                "council-size",
                at: path / "members",
                Phrase(
                    vi: "hội đồng có ít nhất \(least), nhiều nhất \(most) thành viên: không hội đồng nào như vậy",
                    en: "at least \(least) and at most \(most) members: there is no such council"
                )
            )
        }
        guard let parameter = regime.parameters[council.quorum] else {
            return findings + [.unknown(.parameter, council.quorum, at: path / "quorum", among: regime.parameters.keys)]
        }
        guard case .fraction(let numerator, let denominator) = parameter.value else {
            report(
                "wrong-unit",
                at: path / "quorum",
                Phrase(
                    vi: "tham số ‘\(council.quorum)’ phải là một tỷ lệ (fraction)",
                    en: "the parameter ‘\(council.quorum)’ must be a share (fraction)"
                )
            )
            return findings
        }
        if numerator > denominator {
            report(
                "quorum-unmet",
                at: path / "quorum",
                Phrase(
                    vi: "tỷ lệ có mặt \(numerator)/\(denominator) lớn hơn tất cả thành viên",
                    en: "a quorum of \(numerator)/\(denominator) is more than all members"
                )
            )
        }
        let seats = council.seats.values.compactMap { $0.value(in: regime.parameters) }.reduce(0, +)
        if let least, seats > least {
            report(
                "too-many-seats",
                at: path / "seats",
                Phrase(
                    vi: "phải có mặt \(seats) thành viên theo chức danh, nhưng hội đồng nhỏ nhất chỉ có \(least)",
                    en: "\(seats) members must be present by their seat, but the smallest council has \(least)"
                )
            )
        }
        return findings
    }
}
