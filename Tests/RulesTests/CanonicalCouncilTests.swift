import CanonicalJSON
import LifecycleModel
import Rules
import Testing

@Suite struct CanonicalCouncilTests {
    private static let label = Phrase(vi: "Nhãn", en: "Label")

    private static let contents: [BallotForm.Content] = [
        .scores(
            [
                BallotForm.Criterion(id: "a", label: label, most: 60, decidesTies: true),
                BallotForm.Criterion(id: "b", label: label, most: 40),
            ],
            step: .parameter("step")
        ), .items([BallotForm.Item(id: "a", label: label)]),
        .ratings(
            BallotForm.Ratings(
                quality: [BallotForm.Item(id: "q", label: label)],
                quantity: [BallotForm.Item(id: "n", label: label)],
                quantityShare: .parameter("share")
            )
        ), .choice,
    ]

    private static let ways: [DecisionRule.Way] = [
        .scores(
            DecisionRule.Scores(
                pass: .parameter("p"),
                deviation: .parameter("d"),
                bonus: .parameter("b"),
                zeroes: .parameter("z"),
                ties: DecisionRule.TieBreak.allCases
            )
        ), .scores(DecisionRule.Scores()),
        .votes(DecisionRule.Votes(share: .parameter("s"), reach: .over, among: .ballots, chairBreaksTies: true)),
        .votes(DecisionRule.Votes(share: .parameter("s"), reach: .atLeast, among: .present)),
        .ratings(DecisionRule.Ratings(excellent: .parameter("e"), fail: .parameter("f"))), .collective,
    ]

    private static func council(_ way: DecisionRule.Way, _ content: BallotForm.Content) -> Council {
        Council(
            least: .parameter("least"),
            most: .number(9),
            otherSize: "Điều 8.8",
            composition: [.chair: .number(1), .councilMember: .parameter("n")],
            fromEarlierCouncil: .number(1),
            representatives: .parameter("r"),
            quorum: "quorum",
            seats: [.reviewers: .number(2)],
            deputyNeedsAuthority: true,
            papers: "T-1",
            modes: MeetingMode.allCases,
            absence: .mailedBallot,
            needsAllReviews: true,
            conflicts: ConflictGround.allCases.map {
                ConflictRule(ground: $0, of: [.keyMember], seats: [.chair, .member], basis: "Điều 8")
            }
                + [ConflictRule(ground: .sanction, basis: nil)],
            judges: Judged(machine: "dossier", states: ["valid", "ranked"], scored: "rank", inFavour: "take", against: "leave"),
            countingBoard: .number(3),
            ballots: [
                "paper": BallotForm(
                    label: label,
                    form: "A-1",
                    fits: [["task.kind": ["topic"], "task.field": ["medicine", "engineering"]], ["task.kind": ["scheme"]]],
                    content: content,
                    basis: "Điều 12",
                    standing: .assumed
                )
            ],
            decision: DecisionRule(way, basis: "Điều 11"),
            decisionAmongSeveral: DecisionRule(way, basis: nil),
            basis: "Điều 8"
        )
    }

    @Test func readsBackWhatItWrote() throws {
        for way in Self.ways {
            for content in Self.contents {
                let council = Self.council(way, content)
                #expect(try Council(json: JSONValue(parsing: council.json.canonicalBytes)) == council)
            }
        }
        let plain = Council(least: .number(1), most: .number(2), quorum: "q")
        #expect(try Council(json: plain.json) == plain)
        #expect(plain.json.canonicalText == #"{"least":1,"most":2,"quorum":"q"}"#)
    }

    /// Definitions stored before councils had ballots.
    @Test func readsOlderForms() throws {
        let text = #"{"least":"param.a","most":9,"quorum":"q","seats":{"chair":1,"council-member":1,"reviewers":"param.r","secretary":1}}"#
        let council = try Council(json: JSONValue(parsing: Array(text.utf8)))
        #expect(council.seats == [.chair: .number(1), .councilMember: .number(1), .reviewers: .parameter("r"), .secretary: .number(1)])
        #expect(council.json.canonicalText == text)
    }

    @Test(arguments: [
        #"{"least":1,"most":2,"quorum":"q","seats":{"chairman":1}}"#, #"{"least":1,"most":2,"quorum":"q","modes":["by-post"]}"#,
        #"{"least":1,"most":2,"quorum":"q","conflicts":[{"ground":"friend"}]}"#, #"{"least":1,"most":2}"#,
    ])
    func refusesUnknownWords(_ text: String) throws {
        let json = try JSONValue(parsing: Array(text.utf8))
        #expect(throws: JSONShapeFault.self) { try Council(json: json) }
    }
}
