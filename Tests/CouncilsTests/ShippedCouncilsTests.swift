import Councils
import Foundation
import LifecycleModel
import RuleLoading
import Rules
import Testing

/// The councils of the shipped rule files, as a session works under them.
@Suite struct ShippedCouncilsTests {
    private static let workflows = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("workflows").path

    private static func regime(_ id: String) throws -> Regime {
        try WorkflowLibrary.load(regime: id, directory: workflows).regime
    }

    /// Points make 100, whatever the form.
    @Test func pointsMakeAHundred() throws {
        let regime = try Self.regime("law-2013")
        let forms = regime.councils.values.flatMap { $0.ballots.values }
        let totals = forms.compactMap { form in
            if case .scores(let criteria, _) = form.content { criteria.reduce(0) { $0 + $1.most } } else { nil }
        }
        #expect(totals == [100, 100, 100, 100])
    }

    /// Every number of every council is there, and every kind has a way to decide and a ballot for it.
    @Test(arguments: ["law-2013", "law-2025", "base-level"])
    func numbersAreThere(_ id: String) throws {
        let regime = try Self.regime(id)
        for kind in regime.councils.keys {
            let law = try CouncilLaw(kind, in: regime)
            #expect(law.label.vi != kind)
            for name in law.council.parameters { #expect(try law.number(.parameter(name)).value > .zero) }
            let decision = try #require(law.council.decision)
            #expect(decision.basis != nil)
            let subjects = law.council.ballots.keys.filter { law.council.ballots[$0].map { decision.counts($0.content) } ?? false }
                .map { Subject(id: "A", label: Phrase(vi: "A"), form: $0) }
            #expect(subjects.isEmpty == (decision.way == .collective))
            if let subject = subjects.first {
                _ = try CouncilSession(law: law, composition: Composition(members: []), subjects: [subject])
            }
        }
        #expect(try refusal { _ = try CouncilLaw("nothing", in: regime) } == ["council_unknown"])
    }

    /// Where the circular has no list of people who may not sit, none stands in the file.
    @Test func noListIsMadeUp() throws {
        let councils = try Self.regime("law-2013").councils
        #expect(councils.filter { $0.value.conflicts.isEmpty }.keys.sorted() == ["appraisal-team", "determination", "rights", "standing"])
    }

    /// Two dossiers of one task, from the rule file to the winner.
    @Test func selectionOfTwoDossiers() throws {
        let law = try CouncilLaw("selection", in: Self.regime("law-2013"))
        var session = try CouncilSession(
            law: law,
            composition: Composition(members: CouncilFixture.members(7)),
            subjects: ["H1", "H2"].map { Subject(id: $0, label: Phrase(vi: $0), form: "applied-research", isOfProposer: $0 == "H2") }
        )
        for index in 1...7 { try session.arrive(CouncilFixture.code(index)) }
        try session.open()
        let full = ["overview": 12, "content": 24, "products": 16, "use": 16, "plan": 16, "capacity": 16]
        func marks(_ less: Int) -> Ballot.Marks {
            .scores(full.mapValues { Fraction(Int64($0)) }.merging(["content": Fraction(Int64(24 - less))]) { $1 })
        }
        for index in 1...7 {
            try session.cast(marks(index), on: "H1", by: CouncilFixture.code(index))
            try session.cast(marks(2 * index), on: "H2", by: CouncilFixture.code(index))
        }
        try session.countVotes(by: [3, 4, 5].map(CouncilFixture.code))
        let count = try #require(session.count)
        #expect(count["H1"]?.scores?.mean?.exactText == "96")
        #expect(count["H2"]?.scores?.total?.exactText == "506/5")
        #expect(count.ranking?.winner == "H2")
        #expect(count.ranking?.runnerUp == "H1")
        let bases = Set(count.tallies.flatMap(\.steps).compactMap(\.basis))
        #expect(
            bases.isSuperset(of: ["TT 20/2023/TT-BKHCN, Điều 11.5d", "TT 20/2023/TT-BKHCN, Điều 11.7", "TT 20/2023/TT-BKHCN, Điều 11.8a"])
        )
    }

    /// One request for rights is voted on, several are given points.
    @Test func rightsForOneAndForSeveral() throws {
        let law = try CouncilLaw("rights", in: Self.regime("law-2013"))
        func session(_ forms: [String]) throws -> CouncilSession {
            let subjects = forms.enumerated().map { Subject(id: "H\($0)", label: Phrase(vi: "H"), form: $1) }
            return try CouncilSession(law: law, composition: Composition(members: []), subjects: subjects)
        }
        #expect(try session(["assignment"]).decision?.basis == "TT 15/2014/TT-BKHCN, Điều 9.3")
        #expect(try session(["competing", "competing"]).decision?.basis == "TT 15/2014/TT-BKHCN, Điều 9.5")
        #expect(try refusal { _ = try session(["competing"]) } == ["ballot_form_does_not_fit"])
        #expect(try refusal { _ = try session(["assignment", "assignment"]) } == ["ballot_form_does_not_fit"])
    }
}
