import CanonicalJSON
import LifecycleModel
import Rules

extension RuleElement {
    /// A kind of council; its ballots are rules of their own.
    init(council kind: String, _ council: Council, _ words: RuleWords) {
        let label = words.council(kind)
        func seats(_ seats: [Seat: Amount]) -> [Item] {
            seats.map {
                Item("\($0.key.rawValue) \(words.key($0.value))", words.amount($0.value) + Phrase(vi: " – ", en: " – ") + $0.key.phrase)
            }
        }
        func yes(_ key: String, _ vi: String, _ en: String, _ flag: Bool) -> Aspect {
            .one(key, vi, en, flag ? "true" : nil, Phrase(vi: "có", en: "yes"))
        }
        func number(_ key: String, _ vi: String, _ en: String, _ amount: Amount?) -> Aspect {
            .one(key, vi, en, amount.map(words.key), amount.map(words.amount))
        }
        self.init(
            part: .councils,
            path: "councils/\(kind)",
            subject: .named(kind, label),
            summary: Phrase(vi: "thành viên: ", en: "members: ") + words.amount(council.least) + Phrase(vi: " – ", en: " – ")
                + words.amount(council.most) + Phrase(vi: "; có mặt ", en: "; quorum ") + words.amount(.parameter(council.quorum)),
            basis: council.basis,
            aspects: [
                number("least", "số thành viên ít nhất", "fewest members", council.least),
                number("most", "số thành viên nhiều nhất", "most members", council.most),
                .one("other-size", "được quyết định khác theo", "another size by", council.otherSize),
                .many("composition", "thành phần", "composition", seats(council.composition)),
                number("from-earlier-council", "thành viên từ hội đồng trước", "members of an earlier council", council.fromEarlierCouncil),
                number("representatives", "thành viên là đại diện", "representatives", council.representatives),
                number("quorum", "tỷ lệ có mặt", "quorum", .parameter(council.quorum)),
                .many("seats", "phải có mặt", "must be present", seats(council.seats)),
                yes(
                    "deputy-authority",
                    "phó chủ tịch phải được ủy quyền bằng văn bản",
                    "the deputy needs written authority",
                    council.deputyNeedsAuthority
                ),
                .one(
                    "papers",
                    "gửi tài liệu theo thời hạn",
                    "papers by the deadline",
                    council.papers,
                    council.papers.map { words.deadline($0, of: Regime.taskMachine) }
                ),
                .many("modes", "cách họp", "ways to meet", council.modes.map { Item($0.rawValue, $0.phrase) }),
                .one("absence", "thành viên vắng mặt", "an absent member gives", council.absence?.rawValue, council.absence?.phrase),
                yes("all-reviews", "đủ nhận xét của mọi thành viên mới họp", "all written reviews first", council.needsAllReviews),
                .many("conflicts", "không được tham gia", "may not sit", council.conflicts.map { Item("\($0)", $0.phrase) }),
                .one("judges", "xét từng", "judges one by one", council.judges?.json.canonicalText, council.judges.map(words.judged)),
                number("counting-board", "số thành viên ban kiểm phiếu", "members who count", council.countingBoard),
                .one("decision", "cách kết luận", "how it decides", council.decision.map(words.key), council.decision.map(words.decision)),
                .one(
                    "decision-among-several",
                    "cách kết luận khi có nhiều hồ sơ",
                    "how it decides among several",
                    council.decisionAmongSeveral.map(words.key),
                    council.decisionAmongSeveral.map(words.decision)
                ), .basis(council.basis),
            ]
        )
    }

    /// A ballot of a council.
    init(ballot name: String, of kind: String, _ ballot: BallotForm, _ words: RuleWords) {
        let marks = ballot.marks
        self.init(
            part: .councils,
            path: "councils/\(kind)/ballots/\(name)",
            subject: .named(name, ballot.label) + Phrase(vi: " của ", en: " of ") + Phrase.called(kind, words.council(kind)),
            summary: .list(marks.map(\.shown)),
            basis: ballot.basis,
            standing: ballot.standing,
            aspects: [
                .label(ballot.label), .one("form", "mẫu", "form", ballot.form, ballot.form.map(words.form)),
                .many("for", "dùng cho", "for", ballot.fits.map { Item(words.tasks($0).vi, words.tasks($0)) }),
                // Points belong to the article they stand in.
                Aspect(key: "marks", name: Phrase(vi: "mục đánh giá", en: "what is judged"), items: marks, isNumber: true),
                .one("number", "con số", "number", ballot.number.map(words.key), ballot.number.map(words.amount)), .basis(ballot.basis),
                .standing(ballot.standing),
            ]
        )
    }

    /// An invariant.
    init(invariant id: String, _ invariant: Invariant) {
        let claim = Invariant(label: Phrase(vi: ""), machine: invariant.machine, claim: invariant.claim).json.canonicalText
        self.init(
            part: .invariants,
            path: "invariants/\(id)",
            subject: .named(id, invariant.label),
            summary: invariant.label,
            basis: invariant.basis,
            aspects: [.label(invariant.label), .one("claim", "điều được khẳng định", "claim", claim), .basis(invariant.basis)]
        )
    }
}

extension RuleWords {
    /// A kind of council by the label of that choice in the machine of sessions.
    func council(_ kind: String) -> Phrase? {
        regime.machines["council-session"]?.facts["kind"]?.choices.first { $0.value == kind }?.label
    }

    /// A text by which two regimes are compared: what stands in a parameter of both is the same whatever its value, which is a change of the
    /// parameter; what stands in one that only this regime has is the value.
    func key(_ rule: some JSONRepresentable) -> String {
        guard let shared else { return rule.json.canonicalText }
        return regime.parameters.reduce(into: rule.json.canonicalText) { text, parameter in
            guard !shared.contains(parameter.key) else { return }
            text = text.replacing("\"\(Amount.prefix)\(parameter.key)\"", with: "\(parameter.value.value)")
        }
    }

    /// A number, by its value where it is a parameter of the regime.
    func amount(_ amount: Amount) -> Phrase {
        switch amount {
        case .number(let number): Phrase(vi: "\(number)", en: "\(number)")
        case .parameter(let name): regime.parameters[name]?.phrase ?? Phrase(vi: amount.text, en: amount.text)
        }
    }

    /// What a council judges one by one.
    func judged(_ judged: Judged) -> Phrase {
        let machine = regime.machines[judged.machine]
        let states = judged.states.map { machine?.states[$0]?.label ?? Phrase(vi: $0) }
        return (machine?.label ?? Phrase(vi: judged.machine)) + Phrase(vi: " – ", en: " – ") + .list(states, ", ")
    }

    /// The tasks a ballot is for.
    func tasks(_ tasks: [String: [String]]) -> Phrase {
        .list(
            tasks.sorted { $0.key < $1.key }.map { path, values in
                let name = FactName(path)
                let fact = regime.facts[name.group]?[name.name]
                let labels = values.map { value in fact?.choices.first { $0.value == value }?.label ?? Phrase(vi: value) }
                return (fact?.label ?? Phrase(vi: path)) + Phrase(vi: ": ", en: ": ") + .list(labels, ", ")
            }
        )
    }

    /// How a council decides.
    func decision(_ rule: DecisionRule) -> Phrase {
        let words: [Phrase]
        switch rule.way {
        case .scores(let scores):
            let numbers: [(Phrase, Amount?)] = [
                (Phrase(vi: "trung bình từ ", en: "mean of "), scores.pass),
                (Phrase(vi: "bỏ phiếu lệch quá ", en: "ballots off more than "), scores.deviation),
                (Phrase(vi: "cộng cho bên đề xuất ", en: "bonus of the proposer "), scores.bonus),
                (Phrase(vi: "điểm 0 không quá ", en: "zeroes not more than "), scores.zeroes),
            ]
            words =
                [Phrase(vi: "chấm điểm", en: "points")] + numbers.compactMap { text, number in number.map { text + amount($0) } }
                + scores.ties.map { Phrase(vi: "bằng điểm: ", en: "ties: ") + $0.phrase }
        case .votes(let votes):
            let reach = votes.reach == .over ? Phrase(vi: "trên ", en: "over ") : Phrase(vi: "từ ", en: "at least ")
            let whole =
                votes.among == .ballots
                ? Phrase(vi: " phiếu hợp lệ", en: " of valid ballots") : Phrase(vi: " thành viên có mặt", en: " of members present")
            words =
                [reach + amount(votes.share) + whole]
                + (votes.chairBreaksTies ? [Phrase(vi: "bằng nhau thì theo chủ trì", en: "the chair breaks ties")] : [])
        case .ratings(let ratings):
            words = [
                Phrase(vi: "Xuất sắc từ ", en: "excellent from ") + amount(ratings.excellent),
                Phrase(vi: "Không đạt khi quá ", en: "fail over ") + amount(ratings.fail),
            ]
        case .collective: words = [Phrase(vi: "kết luận tập thể", en: "one conclusion together")]
        }
        let basis = rule.basis.map { Phrase(vi: " (\($0))", en: " (\($0))") } ?? Phrase(vi: "")
        return .list(words) + basis
    }
}

extension Amount {
    /// As rule files write it.
    fileprivate var text: String {
        switch self {
        case .number(let number): "\(number)"
        case .parameter(let name): Amount.prefix + name
        }
    }
}

extension ConflictRule {
    fileprivate var phrase: Phrase {
        let whom = of.isEmpty ? Phrase(vi: "") : Phrase(vi: ": ", en: ": ") + .list(of.map(\.phrase), ", ")
        let bars =
            seats.isEmpty ? Phrase(vi: "") : Phrase(vi: ", chỉ không được làm ", en: ", only not as ") + .list(seats.map(\.phrase), ", ")
        let source = basis.map { Phrase(vi: " (\($0))", en: " (\($0))") } ?? Phrase(vi: "")
        return ground.phrase + whom + bars + source
    }
}

extension BallotForm {
    /// What is judged on it.
    fileprivate var marks: [RuleElement.Item] {
        func item(_ item: Item, _ group: String = "") -> RuleElement.Item { RuleElement.Item("\(group)\(item)", item.label) }
        return switch content {
        case .scores(let criteria, _):
            criteria.map { RuleElement.Item("\($0)", $0.label + Phrase(vi: " \($0.most) điểm", en: " \($0.most)")) }
        case .items(let items): items.map { item($0) }
        case .ratings(let ratings): ratings.quality.map { item($0, "quality ") } + ratings.quantity.map { item($0, "quantity ") }
        case .choice: [RuleElement.Item("choice", Phrase(vi: "đồng ý hoặc không đồng ý", en: "for or against"))]
        }
    }

    /// The number its marks are held against.
    fileprivate var number: Amount? {
        switch content {
        case .scores(_, let step): step
        case .ratings(let ratings): ratings.quantityShare
        case .items, .choice: nil
        }
    }
}
