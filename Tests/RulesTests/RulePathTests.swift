import Rules
import Testing

@Suite struct RulePathTests {
    @Test func steps() {
        let path = RulePath.machine("task") / "transitions" / 3 / "to"
        #expect(path.description == "machines/task/transitions/3/to")
        #expect(path.parent == RulePath("machines/task/transitions/3"))
        #expect(path.lastStep == "to")
        #expect(RulePath("machines").parent == .root)
        #expect(RulePath.root.parent == nil)
        #expect((RulePath.root / "roles").description == "roles")
    }
}
