import LifecycleModel

/// `ballot-decision`, `ballot-empty`, `no-points`, `duplicate-name`, `unused-tie-break`, `unknown-form`, `unknown-deadline`: what a council judges
/// and how it decides must fit together.
struct CouncilBallotValidator: RegimeValidator {
    func findings(in regime: Regime, parts: [Regime.Part]) -> [Finding] {
        var findings: [Finding] = []
        for (kind, council) in regime.councils.sorted(by: { $0.key < $1.key }) {
            let path = RulePath("councils") / kind
            if let papers = council.papers, regime.task.deadlines[papers] == nil {
                findings.append(.unknown(.deadline, papers, at: path / "papers", among: regime.task.deadlines.keys))
            }
            for (name, ballot) in council.ballots.sorted(by: { $0.key < $1.key }) {
                let place = path / "ballots" / name
                if let form = ballot.form, regime.forms[form] == nil {
                    findings.append(.unknown(.form, form, at: place / "form", among: regime.forms.keys))
                }
                findings += self.findings(about: ballot, at: place)
            }
            for (key, rule) in council.decisions { findings += self.findings(about: rule, of: council, at: path / key) }
        }
        return findings
    }

    private func findings(about ballot: BallotForm, at path: RulePath) -> [Finding] {
        var findings: [Finding] = []
        func check(_ ids: [String], at place: RulePath) {
            var seen: Set<String> = []
            for (index, id) in ids.enumerated() where !seen.insert(id).inserted {
                findings.append(
                    Finding(
                        "duplicate-name",
                        at: place / index / "id",
                        Phrase(vi: "mục ‘\(id)’ đã có", en: "there is an entry ‘\(id)’ already")
                    )
                )
            }
        }
        switch ballot.content {
        case .scores(let criteria, _):
            check(criteria.map(\.id), at: path / "scores")
            if criteria.isEmpty { findings.append(Self.empty(at: path / "scores")) }
            for (index, criterion) in criteria.enumerated() where criterion.most < 1 {
                findings.append(
                    Finding(
                        "no-points",
                        at: path / "scores" / index / "points",
                        Phrase(vi: "tiêu chí không cho điểm nào", en: "a criterion without any points")
                    )
                )
            }
        case .items(let items):
            check(items.map(\.id), at: path / "items")
            if items.isEmpty { findings.append(Self.empty(at: path / "items")) }
        case .ratings(let ratings):
            check(ratings.quality.map(\.id), at: path / "ratings" / "quality")
            check(ratings.quantity.map(\.id), at: path / "ratings" / "quantity")
            for (index, item) in ratings.quantity.enumerated() where ratings.quality.contains(where: { $0.id == item.id }) {
                findings.append(
                    Finding(
                        "duplicate-name",
                        at: path / "ratings" / "quantity" / index / "id",
                        Phrase(vi: "mục ‘\(item.id)’ đã có", en: "there is an entry ‘\(item.id)’ already")
                    )
                )
            }
        case .choice: break
        }
        return findings
    }

    private func findings(about rule: DecisionRule, of council: Council, at path: RulePath) -> [Finding] {
        guard rule.way != .collective else { return [] }
        var findings: [Finding] = []
        if !council.ballots.values.contains(where: { rule.counts($0.content) }) {
            findings.append(
                Finding(
                    "ballot-decision",
                    at: path,
                    Phrase(
                        vi: "không mẫu phiếu nào của hội đồng cho biết điều mà quy tắc này cần đếm",
                        en: "no ballot of the council says what this rule counts"
                    ),
                    hint: Phrase(
                        vi: "scores cần phiếu scores; votes cần items hoặc choice; ratings cần ratings",
                        en: "scores want a ballot with scores, votes one with items or choice, ratings one with ratings"
                    )
                )
            )
        }
        if case .scores(let scores) = rule.way, let index = scores.ties.firstIndex(of: .decidingCriteria) {
            for (_, ballot) in council.ballots {
                guard case .scores(let criteria, _) = ballot.content, !criteria.contains(where: \.decidesTies) else { continue }
                findings.append(
                    Finding(
                        "unused-tie-break",
                        at: path / "scores" / "ties" / index,
                        Phrase(
                            vi: "mẫu phiếu “\(ballot.label.vi)” không có tiêu chí nào để phân định (decides-ties)",
                            en: "no criterion of “\(ballot.label[.en])” decides ties (decides-ties)"
                        )
                    )
                )
            }
        }
        return findings
    }

    private static func empty(at path: RulePath) -> Finding {
        Finding("ballot-empty", at: path, Phrase(vi: "phiếu không có mục nào để đánh giá", en: "the ballot has nothing to judge"))
    }
}
