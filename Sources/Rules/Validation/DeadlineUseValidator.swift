import LifecycleModel

/// `no-consequence`, `no-start`, `no-stop`, `no-such-date`: clocks that never run, never stop, bring nothing, or act on a date they lack.
struct DeadlineUseValidator: RegimeValidator {
    func findings(in regime: Regime, parts: [Regime.Part]) -> [Finding] {
        var findings: [Finding] = []
        for part in parts {
            for (path, id, deadline) in part.deadlines {
                if deadline.passing.isEmpty {
                    findings.append(
                        Finding(
                            "no-consequence",
                            at: path,
                            Phrase(vi: "quá thời hạn ‘\(id)’ không có hệ quả gì", en: "passing the deadline ‘\(id)’ has no consequence"),
                            hint: Phrase(vi: "thêm ‘passing’, ít nhất một cờ", en: "add ‘passing’, at least a flag")
                        )
                    )
                }
                if deadline.starts.isEmpty {
                    findings.append(
                        Finding(
                            "no-start",
                            at: path,
                            Phrase(vi: "không gì bắt đầu thời hạn ‘\(id)’", en: "nothing starts the deadline ‘\(id)’")
                        )
                    )
                }
                if deadline.stops.isEmpty {
                    findings.append(
                        Finding(
                            "no-stop",
                            at: path,
                            severity: .warning,
                            Phrase(
                                vi: "không sự kiện nào dừng thời hạn ‘\(id)’ trước khi kết thúc",
                                en: "no event stops the deadline ‘\(id)’ before life ends"
                            )
                        )
                    )
                }
                for (index, consequence) in deadline.passing.enumerated() {
                    let isMissing =
                        switch consequence.at {
                        case .due: false
                        case .grace: deadline.grace == nil
                        case .lock: deadline.lock == nil
                        }
                    guard isMissing else { continue }
                    let date = consequence.at.rawValue
                    findings.append(
                        Finding(
                            "no-such-date",
                            at: path / "passing" / index / "at",
                            Phrase(vi: "thời hạn ‘\(id)’ không có ‘\(date)’", en: "the deadline ‘\(id)’ has no ‘\(date)’")
                        )
                    )
                }
            }
        }
        return findings
    }
}
