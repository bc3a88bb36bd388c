public import LifecycleModel
import Rules

extension CouncilSession {
    /// Puts a member's ballot into the box; refused with everything that is wrong with it, so that it can be mended.
    ///
    /// A blank or irregular paper ballot goes in as what it is and is void. The quorum is tested at every vote.
    public mutating func cast(_ marks: Ballot.Marks, on subject: String, by voter: PersonCode) throws(Refusal) {
        try admit(voter)
        guard latestBallot(of: voter, on: subject) == nil else {
            throw Refusal(
                "voted_already",
                Phrase(vi: "\(voter) đã bỏ phiếu cho ‘\(subject)’", en: "\(voter) has voted on ‘\(subject)’ already"),
                cure: Phrase(
                    vi: "sửa bằng phiếu thay thế: --correct \"LÝ DO\", hoặc cột correct của hòm phiếu",
                    en: "correct it with a ballot in its place: --correct \"REASON\", or the column correct of a box"
                )
            )
        }
        try put(marks, on: subject, by: voter, correcting: nil)
    }

    /// Puts in a ballot in place of the member's earlier one, which stays in the box; a reason must be given.
    public mutating func supersede(_ marks: Ballot.Marks, on subject: String, by voter: PersonCode, reason: String) throws(Refusal) {
        try admit(voter)
        guard let earlier = latestBallot(of: voter, on: subject) else {
            throw Refusal(
                "nothing_to_correct",
                Phrase(vi: "\(voter) chưa bỏ phiếu cho ‘\(subject)’", en: "\(voter) has not voted on ‘\(subject)’")
            )
        }
        guard reason.contains(where: { $0 != " " }) else {
            throw Refusal(
                "reason_missing",
                Phrase(vi: "phải nêu lý do thay phiếu", en: "the reason for the new ballot must be given")
            )
        }
        try put(marks, on: subject, by: voter, correcting: Ballot.Correction(of: earlier.number, reason: reason))
    }

    private func admit(_ voter: PersonCode) throws(Refusal) {
        let member = try member(voter)
        try require(
            .inSession,
            phase == .formed
                ? Phrase(vi: "phiên họp chưa khai mạc, chưa thể bỏ phiếu", en: "the session has not opened; nobody votes yet")
                : Phrase(vi: "phiếu đã được kiểm", en: "the ballots have been counted"),
            cure: phase == .formed ? Phrase(vi: "khai mạc bằng «nhiemvu council open»", en: "open it with \"nhiemvu council open\"") : nil
        )
        guard decision?.way != .collective else {
            throw Refusal(
                "no_ballots",
                Phrase(vi: "\(law.label.vi) kết luận tập thể, không bỏ phiếu", en: "\(law.label[.en]) concludes together, without ballots"),
                basis: decision?.basis
            )
        }
        if let bar = bar(of: voter) { try Refusal.check(Conflict.blockers([bar], for: member.seat)) }
        guard roll.present.contains(voter) || law.council.absence == .mailedBallot else {
            throw Refusal(
                "absent",
                Phrase(vi: "\(member.name) vắng mặt, không bỏ phiếu", en: "\(member.name) is absent and has no ballot"),
                basis: law.council.basis,
                cure: law.council.absence.map {
                    Phrase(vi: "thành viên vắng mặt \($0.phrase.vi)", en: "an absent member gives \($0.phrase[.en])")
                }
            )
        }
        try Refusal.check(try quorum().blockers)
    }

    private mutating func put(
        _ marks: Ballot.Marks,
        on subject: String,
        by voter: PersonCode,
        correcting correction: Ballot.Correction?
    ) throws(Refusal) {
        try Refusal.check(try BallotCheck(self.subject(subject), under: law).blockers(marks))
        box.append(
            Ballot(
                number: box.count + 1,
                voter: voter,
                subject: subject,
                marks: marks,
                isMailed: !roll.present.contains(voter),
                correction: correction
            )
        )
    }

    func latestBallot(of voter: PersonCode, on subject: String) -> Ballot? {
        box.last { $0.voter == voter && $0.subject == subject }
    }
}
