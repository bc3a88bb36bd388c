import RuleChanges
import Rules
import Testing

@Suite("Rules and the texts they rest on")
struct BasedRuleTests {
    private func place(_ position: String, living: [String: Set<String>] = [:], clocks: Set<String> = []) -> RuleReach.Place {
        RuleReach.Place(position: position, living: living, clocks: clocks)
    }

    @Test("are found in every part of a regime")
    func parts() throws {
        let rules = BasedRule.all(of: try Variant.plain())
        #expect(Set(rules.map(\.part)) == [.transitions, .requirements, .deadlines, .parameters, .forms])
        let money = try #require(rules.first { $0.path == "parameters/money_limit" })
        #expect(money.basis == "TT 1/2020, Điều 4" && money.standing == .model && !money.needsText)
        #expect(rules.filter(\.needsText).map(\.path) == ["machines/report/deadlines/RP-1"])
    }

    @Test("take the article of the whole act where they have none, and need a text where neither has one")
    func inherited() throws {
        let without = try Variant.edited([(", basis: \"TT 1/2020, Điều 6\"", "")])
        let rule = try #require(BasedRule.all(of: without).first { $0.path.hasSuffix("requires/host-free") })
        #expect(rule.basis == "TT 1/2020, Điều 5" && !rule.needsText)
        var bare = without
        for index in bare.task.transitions.indices { bare.task.transitions[index].basis = nil }
        #expect(BasedRule.all(of: bare).first { $0.path.hasSuffix("requires/host-free") }?.needsText == true)
    }

    /// A place, a rule's path, whether a task there can still meet it.
    static let meetings: [(position: String, living: [String: Set<String>], clocks: Set<String>, path: String, isMet: Bool)] = [
        ("ordering/proposed", [:], [], "machines/task/transitions/award", true),
        ("execution/running", [:], [], "machines/task/transitions/award", false),
        ("execution/paused", [:], [], "machines/task/transitions/accept", true),
        ("acceptance/accepted", [:], [], "machines/task/transitions/accept", false),
        ("ordering/proposed", [:], [], "parameters/money_limit", true), ("execution/running", [:], [], "parameters/money_limit", false),
        ("ordering/proposed", [:], [], "forms/QĐ-1", true), ("execution/running", [:], [], "forms/QĐ-1", false),
        ("ordering/proposed", [:], [], "machines/task/deadlines/NT-1", true),
        ("execution/running", [:], [], "machines/task/deadlines/NT-1", false),
        ("execution/running", [:], ["task/NT-1"], "machines/task/deadlines/NT-1", true),
        ("ordering/proposed", [:], [], "machines/report/transitions/receive-report", true),
        ("execution/running", [:], [], "machines/report/transitions/receive-report", false),
        ("execution/running", ["report": ["expected"]], [], "machines/report/transitions/receive-report", true),
        ("ordering/proposed", [:], [], "machines/report/deadlines/RP-1", true),
        ("execution/running", [:], [], "machines/report/deadlines/RP-1", false),
    ]

    @Test("are ahead of a task by the ways its machines can go", arguments: meetings.indices)
    func reach(_ index: Int) throws {
        let case_ = Self.meetings[index]
        let regime = try Variant.plain()
        let rules = BasedRule.all(of: regime)
        let met = RuleReach(regime).met(rules, at: place(case_.position, living: case_.living, clocks: case_.clocks))
        let found = try #require(rules.firstIndex { $0.path == case_.path })
        #expect(met.contains(found) == case_.isMet)
    }
}
