import CanonicalJSON
import LifecycleModel
import Rules
import Testing
import WorkingCalendar

@Suite struct CanonicalRegimeTests {
    private static func regime() throws -> Regime {
        let label = Phrase(vi: "Nhãn", en: "Label")
        let conditions: [Requirement.Condition] = [
            .clause("score.mean > 1"), .documents(["A-1", "B"]), .separateFrom(["screen"]), .deadlineMet("T-1"), .deadlinePassed("T-1"),
            .notLocked("T-1"), .machines("report", .every, ["a"]), .machines("report", .some, ["a"]), .machines("report", .none, ["a"]),
            .machines("report", .atLeast(3), ["a", "b"]), .atMost(amount: "task.money", limit: "5 + 1"),
            .council("selection", results: ["pass"]), .noBar("investigator"), .known(["score.mean"]), .documents([]), .known([]),
        ]
        let effects: [Effect] = [
            .open(machine: "report", schedule: nil, facts: ["a": "1", "b": "2"]),
            .open(machine: "report", schedule: .init(everyMonths: 6, from: "x.on", count: 5), facts: [:]),
            .open(machine: "report", schedule: .init(everyMonths: 12, from: "x.on", until: "x.end"), facts: [:]),
            .close(machine: "report", states: ["a"], to: "b"), .set(fact: "x.y", expression: "1"), .raise(flag: "f", label: label),
            .clear(flag: "f"), .bar(party: "host", reason: label, months: 3, basis: "Điều 1"),
            .bar(party: "host", reason: label, months: nil, basis: nil), .lift(party: "host"), .publish(page: "p"),
            .setRegime(regime: "law-2025", position: "a/b"),
        ]
        let transition = Transition(
            event: "go",
            label: label,
            from: ["a/b"],
            to: "a/c",
            by: ["officer"],
            records: [.init(fact: "x.y"), .init(fact: "x.z", isRequired: false)],
            requires: conditions.enumerated().map {
                .init(id: "r\($0.offset)", condition: $0.element, message: label, basis: "Điều 2", cure: ["officer"])
            },
            documents: ["A-1"],
            produces: ["B"],
            effects: effects,
            basis: "Điều 3",
            recordWithin: 30
        )
        let deadline = Deadline(
            label: label,
            starts: [.init(event: nil), .init(event: "go", from: "x.on")],
            stops: ["stop"],
            suspendedIn: ["a/b"],
            term: try Term(30, .calendarDays),
            times: "this.period",
            isBackward: true,
            rollsForward: true,
            grace: try Term(1, .workingDays),
            lock: try Term(2, .years),
            reminders: [-7, 0],
            owner: "officer",
            passing: [
                .init(at: .due, act: .flag("late", label)), .init(at: .grace, act: .fire("lapse")),
                .init(at: .lock, act: .bar("host", label)),
            ],
            basis: "Điều 4",
            standing: .assumed
        )
        let plain = Deadline(
            label: label,
            starts: [],
            stops: [],
            term: try Term(1, .months),
            owner: "officer",
            passing: [],
            basis: nil,
            standing: .model
        )
        return Regime(
            id: "law-2013",
            version: "1.0.0",
            label: label,
            roles: ["officer": Role(label: label, heldBy: .department), "nobody": Role(label: label, heldBy: nil)],
            parameters: [
                "a": Parameter(value: .integer(70), unit: .points, label: label, basis: "Điều 1", standing: .binding),
                "b": Parameter(value: .fraction(2, 3), unit: .fraction, label: label, basis: nil, standing: .model),
                "c": Parameter(value: .date(.latest), unit: .date, label: label, basis: nil, standing: .assumed),
                "d": Parameter(value: .flag(true), unit: .flag, label: label, basis: nil, standing: .assumed),
            ],
            forms: ["B3-4-QĐPDKP": Form(label: label, basis: "Điều 1"), "A-1": Form(label: label)],
            facts: [
                "x": [
                    "y": Fact(type: .choice, label: label, choices: [.init(value: "b", label: label), .init(value: "a", label: label)]),
                    "z": Fact(type: .date, label: label),
                ], "empty": [:],
            ],
            stages: [Stage(id: "a", label: label), Stage(id: "b", label: label, isSide: true)],
            task: Machine(
                label: label,
                initial: "a/b",
                states: ["a/b": .init(label: label, countsAs: [.running, .awarded]), "a/c": .init(label: label, end: .notSelected)],
                transitions: [transition],
                deadlines: ["T-1": deadline, "T-2": plain]
            ),
            machines: [
                "report": Machine(
                    label: label,
                    initial: "a",
                    states: ["a": .init(label: label)],
                    facts: ["p": Fact(type: .int, label: label)],
                    transitions: []
                )
            ]
        )
    }

    @Test func readsBackWhatItWrote() throws {
        let regime = try Self.regime()
        let bytes = regime.canonicalBytes
        let read = try Regime(canonical: bytes)
        #expect(read == regime)
        #expect(read.canonicalBytes == bytes)
        #expect(bytes == (try JSONValue(parsing: bytes)).canonicalBytes)
    }

    @Test func everyChangeChangesTheBytes() throws {
        let regime = try Self.regime()
        var changed = regime
        changed.task.transitions[0].requires[0].condition = .clause("score.mean > 2")
        #expect(changed.canonicalBytes != regime.canonicalBytes)
        changed = regime
        changed.task.deadlines["T-2"]?.standing = .binding
        #expect(changed.canonicalBytes != regime.canonicalBytes)
    }

    @Test(arguments: [
        (",\"version\":\"1.0.0\"", "", "‘version’ is missing: a string"),
        ("\"standing\":\"binding\"", "\"standing\":\"sure\"", "‘parameters.a.standing’ should be a known word, not ‘sure’"),
        (
            "\"effect\":\"publish\"", "\"effect\":\"shout\"",
            "‘task.transitions[0].effects[10].effect’ should be a known effect, not ‘shout’"
        ),
        (
            "30 calendar days", "30 days",
            "‘task.deadlines.T-1.term’ should be a term (‘30 days’ does not say whether calendar days or working days are meant), not ‘30 days’"
        ),
    ])
    func damagedForms(old: String, new: String, complaint: String) throws {
        let text = String(decoding: try Self.regime().canonicalBytes, as: UTF8.self)
        #expect(text.contains(old))
        let fault = #expect(throws: JSONShapeFault.self) {
            try Regime(canonical: Array(text.replacing(old, with: new, maxReplacements: 1).utf8))
        }
        #expect(fault?.description == complaint)
    }
}
