public import LifecycleModel
import Rules

extension CouncilSession {
    /// Seats a member after the check for conflicts; only before the session opens.
    public mutating func seat(_ member: CouncilMember, conflicts: [Conflict] = []) throws(Refusal) {
        try require(
            .formed,
            Phrase(vi: "phiên họp đã khai mạc, không thể thay đổi thành viên", en: "the session has opened; seats are fixed")
        )
        try Refusal.check(Conflict.blockers(conflicts, for: member.seat))
        guard !composition.members.contains(where: { $0.person == member.person }) else {
            throw Refusal(
                "seated_twice",
                Phrase(
                    vi: "\(member.name) (\(member.person)) đã có trong hội đồng",
                    en: "\(member.name) (\(member.person)) sits in the council already"
                )
            )
        }
        composition = Composition(members: composition.members + [member], otherSizeDecision: composition.otherSizeDecision)
    }

    /// Takes down what became known of a member who keeps the seat, such as an earlier council; presence and reviews stay.
    public mutating func describe(_ known: CouncilMember) throws(Refusal) {
        let before = try member(known.person)
        try require(
            .formed,
            Phrase(vi: "phiên họp đã khai mạc, không thể thay đổi thành viên", en: "the session has opened; seats are fixed")
        )
        guard before.seat == known.seat else {
            throw Refusal(
                "seated_twice",
                Phrase(vi: "\(before.phrase.vi), đã có ghế", en: "\(before.phrase[.en]), has a seat already")
            )
        }
        let members = composition.members.map { $0.person == known.person ? known : $0 }
        composition = Composition(members: members, otherSizeDecision: composition.otherSizeDecision)
    }

    /// Takes a member out before the session opens, for a reason; the place can then be filled anew.
    public mutating func unseat(_ person: PersonCode, reason: String) throws(Refusal) {
        _ = try member(person)
        try require(
            .formed,
            Phrase(vi: "phiên họp đã khai mạc, không thể thay đổi thành viên", en: "the session has opened; seats are fixed")
        )
        try requireReason(reason, Phrase(vi: "phải nêu lý do thay thành viên", en: "the reason for the change must be given"))
        roll.forget(person)
        let members = composition.members.filter { $0.person != person }
        composition = Composition(members: members, otherSizeDecision: composition.otherSizeDecision)
    }

    /// Puts the session off to another day: whoever was there has to come again; reviews, authority and ballots stay.
    ///
    /// - Parameter day: the day on which it goes on, when that is known.
    public mutating func adjourn(reason: String, until day: CivilDate? = nil) throws(Refusal) {
        try require(
            .inSession,
            Phrase(vi: "phiên họp không đang họp, không thể hoãn", en: "the session is not sitting; it cannot be put off")
        )
        try requireReason(reason, Phrase(vi: "phải nêu lý do hoãn", en: "the reason must be given"))
        roll.empty()
        adjournments.append(Adjournment(reason: reason, until: day))
        phase = .formed
    }

    /// Records that a member is there.
    public mutating func arrive(_ person: PersonCode) throws(Refusal) {
        _ = try member(person)
        try requireOpenEnd()
        roll.arrive(person)
    }

    /// Records that a member left; ballots cast before stay in the box.
    public mutating func leave(_ person: PersonCode) throws(Refusal) {
        _ = try member(person)
        try requireOpenEnd()
        guard roll.present.contains(person) else {
            throw Refusal("not_present", Phrase(vi: "\(person) không có mặt", en: "\(person) is not present"))
        }
        roll.leave(person)
    }

    /// Records the chair's written authority for the deputy to preside.
    public mutating func authoriseDeputy(by paper: String) throws(Refusal) {
        try requireOpenEnd()
        guard !paper.isEmpty else {
            throw Refusal("paper_missing", Phrase(vi: "phải nêu giấy ủy quyền", en: "the written authority must be named"))
        }
        roll.authoriseDeputy(by: paper)
    }

    /// Records the written review of a member.
    public mutating func receiveReview(of person: PersonCode) throws(Refusal) {
        _ = try member(person)
        try requireOpenEnd()
        roll.receiveReview(of: person)
    }

    /// Records a guest, who has no vote.
    public mutating func welcome(guest: String) throws(Refusal) {
        try requireOpenEnd()
        roll.welcome(guest: guest)
    }

    /// Opens the session: the composition fits the law, there is a quorum, and reviews are in where all are asked for.
    public mutating func open() throws(Refusal) {
        try require(.formed, Phrase(vi: "phiên họp đã khai mạc", en: "the session has opened already"))
        try Refusal.check(openingBlockers())
        phase = .inSession
    }

    /// What is missing before it may open; none when it may.
    public func openingBlockers() throws(Refusal) -> [Blocker] {
        var blockers = try composition.blockers(under: law) + quorum().blockers
        if law.council.needsAllReviews {
            let missing = composition.members.filter { !roll.reviews.contains($0.person) }
            if !missing.isEmpty {
                blockers.append(
                    Blocker(
                        code: "reviews_missing",
                        message: Phrase(
                            vi: "chưa nhận đủ nhận xét bằng văn bản: \(missing.map(\.name).joined(separator: ", "))",
                            en: "written reviews are missing: \(missing.map(\.name).joined(separator: ", "))"
                        ),
                        basis: law.council.basis,
                        cure: Phrase(
                            vi: "ghi bằng «nhiemvu council attend --review MÃ» hoặc --all-reviews",
                            en: "record them: \"nhiemvu council attend --review PERSON\" or --all-reviews"
                        )
                    )
                )
            }
        }
        return blockers
    }

    /// Records a conflict found after the member was seated: the member's ballots are void and kept, and the member no longer counts as present.
    public mutating func find(_ conflict: Conflict) throws(Refusal) {
        let member = try member(conflict.person)
        guard phase != .concluded else {
            throw Refusal(
                "concluded",
                Phrase(vi: "phiên họp đã kết luận", en: "the session has concluded"),
                cure: Phrase(
                    vi: "kết luận đã ghi không sửa; báo người có thẩm quyền để lập hội đồng khác hoặc quyết định khác hội đồng",
                    en: "a conclusion on record is not changed; the authority may set up another council or decide otherwise"
                )
            )
        }
        guard conflict.bars(member.seat) else {
            throw Refusal(
                "seat_not_barred",
                Phrase(vi: "căn cứ này không loại \(member.phrase.vi)", en: "this ground does not bar \(member.phrase[.en])"),
                basis: conflict.basis
            )
        }
        conflicts.append(LateConflict(person: conflict.person, conflict: conflict))
        // A result that counted such a ballot no longer stands.
        if phase == .counted { (phase, count) = (.inSession, nil) }
    }

    /// Adopts the conclusion; once.
    public mutating func conclude(_ adopted: Conclusion) throws(Refusal) {
        guard phase != .concluded else {
            throw Refusal("concluded", Phrase(vi: "phiên họp đã kết luận", en: "the session has concluded"))
        }
        guard adopted.text.contains(where: { !$0.isWhitespace }) else {
            throw Refusal(
                "conclusion_missing",
                Phrase(vi: "phải ghi nội dung kết luận", en: "the conclusion must be put into words")
            )
        }
        for person in adopted.dissents.keys { _ = try member(person) }
        if decision?.way == .collective {
            try require(.inSession, Phrase(vi: "phiên họp chưa khai mạc", en: "the session has not opened"))
            guard adopted.recommends != nil else {
                throw Refusal(
                    "conclusion_missing",
                    Phrase(
                        vi: "phải nêu kết luận tập thể đề nghị hay không đề nghị",
                        en: "the collective conclusion must say whether it recommends"
                    ),
                    basis: decision?.basis
                )
            }
        } else {
            try require(
                .counted,
                Phrase(vi: "chưa kiểm phiếu nên chưa thể kết luận", en: "nothing can be concluded before the count"),
                cure: Phrase(vi: "kiểm phiếu bằng «nhiemvu council count»", en: "count the ballots: \"nhiemvu council count\"")
            )
            guard adopted.recommends == nil else {
                throw Refusal(
                    "result_is_counted",
                    Phrase(vi: "kết quả theo biên bản kiểm phiếu, không nêu riêng", en: "the result follows from the count"),
                    basis: decision?.basis
                )
            }
        }
        try Refusal.check(try quorum().blockers)
        conclusion = adopted
        phase = .concluded
    }

    private func requireReason(_ reason: String, _ message: Phrase) throws(Refusal) {
        guard reason.contains(where: { !$0.isWhitespace }) else {
            throw Refusal("reason_missing", message, cure: Phrase(vi: "thêm --reason \"LÝ DO\"", en: "add --reason \"REASON\""))
        }
    }

    private func requireOpenEnd() throws(Refusal) {
        guard phase == .formed || phase == .inSession else {
            throw Refusal("counted", Phrase(vi: "phiếu đã được kiểm", en: "the ballots have been counted"))
        }
    }
}
