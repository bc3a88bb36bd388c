public import LifecycleModel
public import Rules

/// One session of a council, from the founding decision to the conclusion: a value that every act changes or refuses to.
///
/// Until the count nobody can read from it whether a ballot was cast: `view` is what may be shown.
public struct CouncilSession: Sendable, Hashable {
    /// How far it has come.
    public enum Phase: String, Sendable, Hashable, CaseIterable {
        case formed
        case inSession = "in-session"
        case counted, concluded
    }

    /// The law it works under.
    public let law: CouncilLaw
    /// Its members.
    public internal(set) var composition: Composition
    /// What it judges.
    public let subjects: [Subject]
    /// How far it has come.
    public internal(set) var phase: Phase = .formed
    /// Who is there.
    public internal(set) var roll = AttendanceRoll()
    /// When it was put off, in order.
    public internal(set) var adjournments: [Adjournment] = []
    /// The sealed box: every ballot ever cast, in order. Not to be shown before the count.
    public internal(set) var box: [Ballot] = []
    /// Members whose conflict was found after they were seated, in the order in which that happened.
    public internal(set) var conflicts: [LateConflict] = []
    /// The count; nil before it.
    public internal(set) var count: VoteCount?
    /// The members who counted, in the order they were named; none when nobody was.
    public internal(set) var countingBoard: [PersonCode] = []
    /// What was concluded; nil before that.
    public internal(set) var conclusion: Conclusion?

    /// A session put off: why, and to which day when that was known.
    public struct Adjournment: Sendable, Hashable {
        /// Why.
        public let reason: String
        /// The day on which it goes on.
        public let until: CivilDate?
    }

    /// A conflict found after the member was seated: the member's ballots are void and kept.
    public struct LateConflict: Sendable, Hashable {
        /// The member.
        public let person: PersonCode
        /// The ground with what shows it and its article.
        public let conflict: Conflict
    }

    /// What the council says in the end.
    public struct Conclusion: Sendable, Hashable {
        /// What it says.
        public let text: String
        /// Members who keep another opinion, which is minuted.
        public let dissents: [PersonCode: String]
        /// For a collective conclusion without ballots: whether it recommends.
        public let recommends: Bool?

        /// Creates a conclusion.
        public init(text: String, dissents: [PersonCode: String] = [:], recommends: Bool? = nil) {
            self.text = text
            self.dissents = dissents
            self.recommends = recommends
        }
    }

    /// A session of members who were found free of conflicts for their seats.
    public init(law: CouncilLaw, composition: Composition, subjects: [Subject]) throws(Refusal) {
        self.law = law
        self.composition = composition
        self.subjects = subjects
        var seen: Set<String> = []
        for subject in subjects where !seen.insert(subject.id).inserted {
            throw Refusal("subject_twice", Phrase(vi: "‘\(subject.id)’ được nêu hai lần", en: "‘\(subject.id)’ is named twice"))
        }
        if let decision, decision.way != .collective {
            for subject in subjects { try BallotCheck(subject, under: law).requireFit(to: decision) }
        }
    }

    /// The rule by which it decides: another one where the law has one for a choice among several.
    public var decision: DecisionRule? {
        subjects.count > 1 ? law.council.decisionAmongSeveral ?? law.council.decision : law.council.decision
    }

    /// What keeps somebody from taking part: a conflict found late that bars the seat held now; nil for who may take part, and for who has no seat.
    public func bar(of person: PersonCode) -> Conflict? {
        guard let seat = composition.members.first(where: { $0.person == person })?.seat else { return nil }
        return conflicts.first { $0.person == person && $0.conflict.bars(seat) }?.conflict
    }

    /// Of some people those who are members and may take part.
    func taking(part people: Set<PersonCode>) -> Set<PersonCode> {
        people.filter { person in composition.members.contains { $0.person == person } && bar(of: person) == nil }
    }

    /// The quorum as it stands now; a member with a conflict found late does not count as present.
    public func quorum() throws(Refusal) -> Quorum {
        try Quorum(
            of: composition.members,
            present: taking(part: roll.present),
            authority: roll.authority,
            under: law
        )
    }

    /// The subject of that name.
    public func subject(_ id: String) throws(Refusal) -> Subject {
        guard let subject = subjects.first(where: { $0.id == id }) else {
            throw Refusal(
                "subject_unknown",
                Phrase(vi: "phiên họp không xét ‘\(id)’", en: "the session does not judge ‘\(id)’"),
                cure: Phrase(
                    vi: "một trong: \(subjects.map(\.id).joined(separator: ", "))",
                    en: "one of: \(subjects.map(\.id).joined(separator: ", "))"
                )
            )
        }
        return subject
    }

    /// The member of that code.
    public func member(_ person: PersonCode) throws(Refusal) -> CouncilMember {
        guard let member = composition.members.first(where: { $0.person == person }) else {
            throw Refusal(
                "not_a_member",
                Phrase(
                    vi: "\(person) không phải thành viên hội đồng",
                    en: "\(person) is no member of the council"
                ),
                basis: law.council.basis,
                cure: composition.members.isEmpty
                    ? nil
                    : Phrase(
                        vi: "một trong: \(composition.members.map(\.person.text).joined(separator: ", "))",
                        en: "one of: \(composition.members.map(\.person.text).joined(separator: ", "))"
                    )
            )
        }
        return member
    }

    func require(_ wanted: Phase, _ message: Phrase, cure: Phrase? = nil) throws(Refusal) {
        guard phase == wanted else { throw Refusal("wrong_phase", message, cure: cure) }
    }
}
