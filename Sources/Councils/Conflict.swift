public import LifecycleModel
public import Rules

/// A conflict of interest derived from data: the ground, what shows it, the article, and the seats it bars.
public struct Conflict: Sendable, Hashable {
    /// Whom it is about.
    public let person: PersonCode
    /// The ground.
    public let ground: ConflictGround
    /// What shows it.
    public let evidence: Phrase
    /// The seats it bars; empty means the whole council.
    public let seats: [Seat]
    /// The article.
    public let basis: String?

    /// A conflict that somebody shows by a paper, on a ground of the rules.
    public init(of person: PersonCode, by rule: ConflictRule, evidence: Phrase) {
        self.init(person: person, ground: rule.ground, evidence: evidence, seats: rule.seats, basis: rule.basis)
    }

    init(person: PersonCode, ground: ConflictGround, evidence: Phrase, seats: [Seat], basis: String?) {
        self.person = person
        self.ground = ground
        self.evidence = evidence
        self.seats = seats
        self.basis = basis
    }

    /// Whether it bars a seat.
    public func bars(_ seat: Seat) -> Bool {
        seats.isEmpty || seats.contains(seat)
    }

    /// Every ground on which the law of the council bars a candidate, from some or all seats, on a day.
    ///
    /// Where the law has no list none is derived. The candidate's `kin` are all ties that are known, on whichever side they were recorded.
    public static func all(of candidate: Person, with task: Participation, under law: CouncilLaw, on day: CivilDate) -> [Conflict] {
        law.council.conflicts.flatMap { rule in
            evidence(of: rule, candidate, task, day).map { evidence in
                Conflict(person: candidate.code, ground: rule.ground, evidence: evidence, seats: rule.seats, basis: rule.basis)
            }
        }
    }

    private static func evidence(
        of rule: ConflictRule,
        _ candidate: Person,
        _ task: Participation,
        _ day: CivilDate
    ) -> [Phrase] {
        let named = task.participants.filter { rule.of.isEmpty || rule.of.contains($0.role) }
        return switch rule.ground {
        case .participant:
            named.filter { $0.person == candidate.code }.map { $0.role.phrase + source($0.source) }
        case .relative:
            candidate.kin.flatMap { kin in
                named.filter { $0.person == kin.person }.map { other in
                    Phrase(
                        vi: "\(kin.tie.phrase.vi) \(other.person) là \(other.role.phrase.vi)",
                        en: "the \(kin.tie.phrase[.en]) \(other.person) is \(other.role.phrase[.en])"
                    ) + source("\(kin.source); \(other.source)")
                }
            }
        case .hostStaff: staff(candidate, of: task.hosts)
        case .coordinatorStaff: staff(candidate, of: task.coordinators)
        case .relatedInterest, .sanction, .partiality:
            candidate.findings.filter { $0.ground == rule.ground && $0.stands(on: day) && $0.concerns(task) }.map {
                Phrase(vi: $0.evidence, en: $0.evidence)
            }
        }
    }

    private static func staff(_ candidate: Person, of parties: [Participation.Party]) -> [Phrase] {
        parties.filter { $0.organisation == candidate.organisation }.map { party in
            Phrase(vi: "công tác tại \(party.organisation)", en: "works at \(party.organisation)") + source(party.source)
        }
    }

    private static func source(_ text: String) -> Phrase {
        Phrase(vi: " (\(text))", en: " (\(text))")
    }

    /// The refusal to seat somebody, one reason for each ground that bars the seat.
    public static func blockers(_ conflicts: [Conflict], for seat: Seat) -> [Blocker] {
        conflicts.filter { $0.bars(seat) }.map { conflict in
            let place =
                conflict.seats.isEmpty
                ? Phrase(vi: "không được tham gia hội đồng", en: "may not sit in the council")
                : Phrase(vi: "không được làm \(seat.phrase.vi)", en: "may not sit as \(seat.phrase[.en])")
            return Blocker(
                code: "conflict_of_interest",
                message: Phrase(vi: "\(conflict.person) ", en: "\(conflict.person) ") + place + Phrase(vi: ": ", en: ": ")
                    + conflict.ground.phrase + Phrase(vi: " – ", en: " – ") + conflict.evidence,
                parameters: [Blocker.Parameter("ground", conflict.ground.rawValue)],
                basis: conflict.basis
            )
        }
    }
}
