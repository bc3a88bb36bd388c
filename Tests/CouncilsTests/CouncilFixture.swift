import Councils
import LifecycleModel
import Rules

/// A selection council, an acceptance council and the others with the numbers of the law of 2013, built by hand so that each test sees them.
enum CouncilFixture {
    static func parameter(_ value: Parameter.Value, _ unit: Parameter.Unit, _ basis: String) -> Parameter {
        Parameter(value: value, unit: unit, label: Phrase(vi: basis), basis: basis, standing: .model)
    }

    static let parameters: [String: Parameter] = [
        "quorum": parameter(.fraction(2, 3), .fraction, "Điều 33.1"),
        "team_quorum": parameter(.fraction(4, 5), .fraction, "Điều 13.1b"),
        "reviewers": parameter(.integer(2), .people, "Điều 32.2"),
        "least": parameter(.integer(7), .people, "Điều 8.1a"),
        "most": parameter(.integer(9), .people, "Điều 8.1a"),
        "step": parameter(.integer(1), .points, "Mẫu phiếu"),
        "cent": parameter(.fraction(1, 100), .fraction, "Mẫu phiếu"),
        "half": parameter(.fraction(1, 2), .fraction, "Mẫu phiếu"),
        "pass_mark": parameter(.integer(70), .points, "Điều 11.8a"),
        "deviation": parameter(.integer(20), .percent, "Điều 11.5d"),
        "bonus": parameter(.integer(10), .percent, "Điều 11.7"),
        "zeroes": parameter(.fraction(1, 4), .fraction, "Điều 11.8a"),
        "three_quarters": parameter(.fraction(3, 4), .fraction, "Điều 12.7"),
        "third": parameter(.fraction(1, 3), .fraction, "Điều 13.2b"),
    ]

    static let present: [Seat: Amount] = [.chair: .number(1), .reviewers: .parameter("reviewers"), .secretary: .number(1)]
    static let composition = present.merging([.deputy: .number(1)]) { first, _ in first }

    /// Two criteria that make 100.
    static let criteria = [
        BallotForm.Criterion(id: "content", label: Phrase(vi: "Nội dung", en: "Content"), most: 60, decidesTies: true),
        BallotForm.Criterion(id: "capacity", label: Phrase(vi: "Năng lực", en: "Capacity"), most: 40),
    ]

    static let scoreForm = BallotForm(
        label: Phrase(vi: "Phiếu đánh giá"),
        content: .scores(criteria, step: .parameter("step")),
        basis: "Điều 12",
        standing: .model
    )

    static let scores = DecisionRule(
        .scores(
            DecisionRule.Scores(
                pass: .parameter("pass_mark"),
                deviation: .parameter("deviation"),
                bonus: .parameter("bonus"),
                zeroes: .parameter("zeroes"),
                ties: [.lessStateMoney, .excellentBefore, .decidingCriteria]
            )
        ),
        basis: "Điều 11"
    )

    static func law(
        _ kind: String = "selection",
        forms: [String: BallotForm] = ["paper": scoreForm],
        decision: DecisionRule? = scores,
        absence: Absence? = nil,
        needsAllReviews: Bool = false,
        conflicts: [ConflictRule] = [],
        least: Amount = .parameter("least"),
        seats: [Seat: Amount] = present,
        composition: [Seat: Amount] = composition,
        quorum: String = "quorum"
    ) -> CouncilLaw {
        let council = Council(
            least: least,
            most: .parameter("most"),
            otherSize: "Điều 8.8",
            composition: composition,
            quorum: quorum,
            seats: seats,
            deputyNeedsAuthority: true,
            absence: absence,
            needsAllReviews: needsAllReviews,
            conflicts: conflicts,
            ballots: forms,
            decision: decision,
            basis: "Điều 8"
        )
        return CouncilLaw(kind: kind, label: Phrase(vi: "Hội đồng", en: "Council"), council: council, parameters: parameters)
    }

    static func code(_ index: Int) throws -> PersonCode {
        try PersonCode("CN-\(index)")
    }

    /// So many members: chair, deputy, two reviewers, secretary, then ordinary ones; members count from 1.
    static func members(_ count: Int) throws -> [CouncilMember] {
        let seats: [Seat] = [.chair, .deputy, .reviewers, .reviewers, .secretary]
        return try (1...count).map { index in
            CouncilMember(person: try code(index), name: "Thành viên \(index)", seat: index <= seats.count ? seats[index - 1] : .member)
        }
    }

    /// An open session of so many members with these of them present, on one subject.
    static func session(
        _ law: CouncilLaw = law(),
        members count: Int = 8,
        present: [Int]? = nil,
        subjects: [Subject] = [subject("A")]
    ) throws -> CouncilSession {
        var session = try CouncilSession(law: law, composition: Composition(members: members(count)), subjects: subjects)
        for index in present ?? Array(1...count) { try session.arrive(code(index)) }
        for index in 1...count where law.council.needsAllReviews { try session.receiveReview(of: code(index)) }
        try session.open()
        return session
    }

    static func subject(_ id: String, ofProposer: Bool = false, stateMoney: Int64? = nil, excellent: Bool? = nil) -> Subject {
        Subject(
            id: id,
            label: Phrase(vi: "Hồ sơ \(id)"),
            form: "paper",
            isOfProposer: ofProposer,
            stateMoney: stateMoney.map { Dong($0) },
            wasExcellentBefore: excellent
        )
    }

    /// Points that make up a total, content first.
    static func marks(_ total: Int) -> Ballot.Marks {
        .scores(["content": Fraction(Int64(min(total, 60))), "capacity": Fraction(Int64(max(0, total - 60)))])
    }

    /// The tally of these totals, cast by members 1, 2, ….
    static func tally(of totals: [Int], ofProposer: Bool = false) throws -> Tally? {
        try counted(totals.map(marks), subject: subject("A", ofProposer: ofProposer))["A"]
    }

    /// The count of these ballots on one subject, cast by members 1, 2, … of a council as large as that.
    static func counted(_ ballots: [Ballot.Marks], subject: Subject = subject("A"), law: CouncilLaw = law()) throws -> VoteCount {
        var session = try session(law, members: max(7, ballots.count), present: Array(1...ballots.count), subjects: [subject])
        for (index, marks) in ballots.enumerated() { try session.cast(marks, on: subject.id, by: code(index + 1)) }
        try session.countVotes()
        guard let count = session.count else { throw Missing() }
        return count
    }

    struct Missing: Error {}
}

/// The codes of a refusal; none when nothing was refused.
func refusal(_ act: () throws -> Void) throws -> [String] {
    do {
        try act()
        return []
    } catch let refusal as Refusal {
        return refusal.blockers.map(\.code)
    }
}

extension Tally {
    /// The numbers of a dossier.
    var scores: ScoreFigures? {
        if case .scores(let figures) = figures { figures } else { nil }
    }
}
