import LifecycleModel

/// `unknown-value`, `council-size`, `quorum-unmet`, `too-many-seats`, `seat-not-held`, `undeclared-council`: councils whose
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
        if case .fraction(let numerator, let denominator)? = regime.parameters[council.quorum]?.value, numerator > denominator {
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
        let seated = council.composition.values.compactMap { $0.value(in: regime.parameters) }.reduce(0, +)
        if let most = council.most.value(in: regime.parameters), seated > most {
            report(
                "too-many-seats",
                at: path / "composition",
                Phrase(
                    vi: "có \(seated) chức danh, nhưng hội đồng lớn nhất chỉ có \(most) thành viên",
                    en: "there are \(seated) seats, but the largest council has \(most) members"
                )
            )
        }
        if !council.composition.isEmpty {
            for (seat, amount) in council.seats.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
                guard let present = amount.value(in: regime.parameters) else { continue }
                let there = council.composition[seat].flatMap { $0.value(in: regime.parameters) } ?? 0
                guard present > there else { continue }
                report(
                    "seat-not-held",
                    at: path / "seats" / seat.rawValue,
                    Phrase(
                        vi: "phải có mặt \(present) \(seat.phrase.vi), nhưng thành phần hội đồng chỉ có \(there)",
                        en: "\(present) of the seat \(seat.phrase[.en]) must be present, but \(there) are seated"
                    )
                )
            }
        }
        return findings
    }
}
