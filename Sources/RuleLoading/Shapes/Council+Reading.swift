import LifecycleModel
import Rules

extension Council {
    /// Reads one kind of council; only `members` and `quorum` must be there.
    init(_ cursor: Cursor) {
        let fields = cursor.fields(
            "members",
            "composition",
            "from-earlier-council",
            "representatives",
            "quorum",
            "seats",
            "deputy-authority",
            "papers",
            "modes",
            "absence",
            "all-reviews",
            "conflicts",
            "judges",
            "counting-board",
            "ballots",
            "decision",
            "decision-among-several",
            "basis"
        )
        let members = fields.required("members")?.fields("least", "most", "other-size")
        var ballots: [String: BallotForm] = [:]
        for (name, value) in fields.optional("ballots")?.entries(.kebab) ?? [] { ballots[name] = BallotForm(value) }
        var quorum = ""
        if case .parameter(let name)? = fields.required("quorum")?.ruledNumber() { quorum = name }
        self.init(
            least: members?.required("least")?.amount() ?? .number(1),
            most: members?.required("most")?.amount() ?? .number(1),
            otherSize: members?.optionalText("other-size"),
            composition: fields.optional("composition")?.seats() ?? [:],
            fromEarlierCouncil: fields.optional("from-earlier-council")?.amount(),
            representatives: fields.optional("representatives")?.amount(),
            quorum: quorum,
            seats: fields.optional("seats")?.seats() ?? [:],
            deputyNeedsAuthority: fields.optional("deputy-authority")?.flag() ?? false,
            papers: fields.optionalText("papers"),
            modes: fields.optional("modes")?.collect { $0.word() } ?? [],
            absence: fields.optional("absence")?.word(),
            needsAllReviews: fields.optional("all-reviews")?.flag() ?? false,
            conflicts: fields.optional("conflicts")?.collect { ConflictRule($0) } ?? [],
            judges: fields.optional("judges").map { Judged($0) },
            countingBoard: fields.optional("counting-board")?.amount(),
            ballots: ballots,
            decision: fields.optional("decision").flatMap { DecisionRule($0) },
            decisionAmongSeveral: fields.optional("decision-among-several").flatMap { DecisionRule($0) },
            basis: fields.optionalText("basis")
        )
    }
}

extension Judged {
    /// Reads `{machine, in, scored?, in-favour?, against?}`.
    fileprivate init(_ cursor: Cursor) {
        let fields = cursor.fields("machine", "in", "scored", "in-favour", "against")
        self.init(
            machine: fields.text("machine"),
            states: fields.required("in")?.texts() ?? [],
            scored: fields.optionalText("scored"),
            inFavour: fields.optionalText("in-favour"),
            against: fields.optionalText("against")
        )
    }
}

extension ConflictRule {
    /// Reads `{ground, of?, seats?, basis}`.
    fileprivate init?(_ cursor: Cursor) {
        let fields = cursor.fields("ground", "of", "seats", "basis")
        guard let ground = fields.required("ground")?.word(ConflictGround.self) else { return nil }
        self.init(
            ground: ground,
            of: fields.optional("of")?.collect { $0.word() } ?? [],
            seats: fields.optional("seats")?.collect { $0.word() } ?? [],
            basis: fields.optionalText("basis")
        )
    }
}

extension Cursor {
    /// How many of each seat.
    fileprivate func seats() -> [Seat: Amount] {
        var seats: [Seat: Amount] = [:]
        for (word, value) in entries(.kebab) {
            if let seat = Seat(rawValue: word) {
                seats[seat] = value.amount()
            } else {
                fault(
                    "unknown-value",
                    at: value.name,
                    Phrase(vi: "hội đồng không có chức danh ‘\(word)’", en: "a council has no seat ‘\(word)’"),
                    hint: Suggestion.hint(for: word, in: Seat.allCases.map(\.rawValue))
                )
            }
        }
        return seats
    }
}
