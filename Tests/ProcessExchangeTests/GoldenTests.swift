import LifecycleModel
import ProcessExchange
import Rules
import TestSupport
import Testing

@Suite struct GoldenTests {
    @Test("a small regime in every format", arguments: ["pnml", "bpmn", "promela", "smt"]) func formats(_ form: String) throws {
        let rules = try TestRules.small("old-law")
        let text: String? =
            switch form {
            case "pnml": ProcessNet(rules.regime)?.pnml(in: .vi)
            case "bpmn": BPMNDocument(rules.regime, language: .vi)?.xml()
            case "promela": PromelaDocument(rules)?.text()
            default: SMTDocument(rules)?.text()
            }
        #expect(try GoldenFile("old-law.\(form)", besideSource: #filePath).fault(with: #require(text)) == nil)
    }

    @Test("a small machine as a net that also lets go what still runs") func machine() throws {
        let net = ProcessNet(try TestRules.small("old-law").regime, scope: .machine("report"), runningMayEnd: true)
        #expect(try GoldenFile("old-law.report.running.pnml", besideSource: #filePath).fault(with: #require(net).pnml(in: .en)) == nil)
    }

    @Test("guards as a prover and a model checker read them", arguments: ["smt", "promela"]) func guards(_ form: String) throws {
        let rules = try GuardedRegime.rules()
        #expect(rules.faults.isEmpty)
        let text = form == "smt" ? SMTDocument(rules)?.text() : PromelaDocument(rules)?.text()
        #expect(try GoldenFile("guarded.\(form)", besideSource: #filePath).fault(with: #require(text)) == nil)
    }

    @Test("no machine of that name, no document") func unknown() throws {
        let rules = try TestRules.small("old-law")
        #expect(ProcessNet(rules.regime, scope: .machine("council")) == nil)
        #expect(BPMNDocument(rules.regime, machine: "council", language: .vi) == nil)
        #expect(PromelaDocument(rules, machine: "council") == nil)
        #expect(SMTDocument(rules, machine: "council") == nil)
    }
}
