public import LifecycleModel
import Rules

extension CouncilSession {
    /// Counts the ballots: every member who is present has voted on every subject, and there is a quorum.
    ///
    /// The refusal does not say who has not voted.
    ///
    /// - Parameter board: the members who count, each present; none where nobody is named.
    public mutating func countVotes(by board: [PersonCode] = []) throws(Refusal) {
        guard count == nil else {
            throw Refusal(
                "counted",
                Phrase(vi: "phiếu đã được kiểm", en: "the ballots have been counted"),
                cure: Phrase(vi: "xem kết quả bằng «nhiemvu council show»", en: "see the result: \"nhiemvu council show\"")
            )
        }
        try require(
            .inSession,
            Phrase(vi: "phiên họp chưa khai mạc", en: "the session has not opened"),
            cure: Phrase(vi: "khai mạc bằng «nhiemvu council open»", en: "open it with \"nhiemvu council open\"")
        )
        guard let decision, decision.way != .collective else {
            throw Refusal(
                "no_ballots",
                Phrase(vi: "\(law.label.vi) không bỏ phiếu", en: "\(law.label[.en]) holds no vote"),
                basis: decision?.basis
            )
        }
        for person in board {
            let member = try member(person)
            guard roll.present.contains(person) else {
                throw Refusal(
                    "not_present",
                    Phrase(vi: "\(member.name) vắng mặt, không thể kiểm phiếu", en: "\(member.name) is absent and cannot count")
                )
            }
            try Refusal.check(Conflict.blockers(bar(of: person).map { [$0] } ?? [], for: member.seat))
        }
        try requireBoard(of: board)
        let quorum = try quorum()
        try Refusal.check(quorum.blockers)
        let voting = taking(part: roll.present)
        let complete = subjects.allSatisfy { subject in
            voting.allSatisfy { latestBallot(of: $0, on: subject.id) != nil }
        }
        guard complete else {
            throw Refusal(
                "votes_missing",
                Phrase(vi: "chưa đủ phiếu của các thành viên có mặt", en: "not every member present has voted on everything"),
                cure: Phrase(
                    vi: "ghi nốt bằng «nhiemvu council ballot»; ai đã về thì ghi «council attend --left»",
                    en: "record the rest with \"nhiemvu council ballot\"; who left: \"council attend --left\""
                )
            )
        }
        var tallies: [Tally] = []
        for subject in subjects {
            tallies.append(try BallotTally(session: self, subject: subject, decision: decision, quorum: quorum).tally())
        }
        var ranking: Ranking?
        if case .scores(let rule) = decision.way { ranking = try Ranking(of: tallies, subjects, rule: rule, basis: decision.basis) }
        let quorumStep = WorkingStep(
            "Có mặt \(quorum.present)/\(quorum.members) thành viên, tối thiểu \(quorum.needed) (\(quorum.share.value)): đủ điều kiện họp",
            "\(quorum.present) of \(quorum.members) members present, \(quorum.needed) needed (\(quorum.share.value)): there is a quorum",
            quorum.share
        )
        count = VoteCount(tallies: tallies, ranking: ranking, steps: [quorumStep])
        countingBoard = board
        phase = .counted
    }

    /// As many members count as the law has elected for it.
    private func requireBoard(of board: [PersonCode]) throws(Refusal) {
        guard let amount = law.council.countingBoard else { return }
        let wanted = try law.number(amount)
        guard Fraction(Int64(board.count)) != wanted.value || Set(board).count != board.count else { return }
        throw Refusal(
            "counting_board",
            Phrase(
                vi: "hội đồng bầu ban kiểm phiếu gồm \(wanted.value) thành viên, mới nêu \(Set(board).count)",
                en: "the council elects \(wanted.value) members to count the ballots, \(Set(board).count) were named"
            ),
            basis: wanted.basis,
            cure: Phrase(vi: "nêu từng người bằng --by, trưởng ban trước", en: "name each with --by, their head first")
        )
    }
}
