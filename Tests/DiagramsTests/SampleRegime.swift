import LifecycleModel
import Rules

/// A small regime whose labels hold every sign that a text format may take for its own.
enum SampleRegime {
    static let regime = Regime(
        id: "sample",
        version: "1.0.0",
        label: Phrase(vi: "Mẫu <thử> & \"nháy\"", en: "A <trial> & \"quotes\""),
        roles: [
            "clerk": Role(label: Phrase(vi: "Chuyên viên"), heldBy: .department),
            "clock": Role(label: Phrase(vi: "Hệ thống"), heldBy: .system),
        ],
        parameters: [:],
        forms: [:],
        facts: [:],
        stages: [
            Stage(id: "one", label: Phrase(vi: "Một", en: "One")), Stage(id: "two", label: Phrase(vi: "Hai", en: "Two")),
            Stage(id: "off", label: Phrase(vi: "Ngoài", en: "Off"), isSide: true),
        ],
        task: Machine(
            label: Phrase(vi: "Nhiệm vụ"),
            initial: "one/a",
            states: [
                "one/a": Machine.State(label: Phrase(vi: "A `a` #1", en: "A")),
                "one/b": Machine.State(label: Phrase(vi: "B \\ b", en: "B")),
                "one/c": Machine.State(label: Phrase(vi: "C")), "two/d": Machine.State(label: Phrase(vi: "D"), countsAs: [.applied]),
                "off/e": Machine.State(label: Phrase(vi: "E"), end: .cancelled),
            ],
            transitions: [
                act("go", "Đi", ["one/a"], "one/b"), act("on", "Tiếp", ["one/b"], "one/c"), act("back", "Lùi", ["one/c"], "one/a"),
                act("also", "Cũng đi", ["one/a"], "one/b"), act("stay", "Ghi", ["one/b"], nil),
                act("note", "Ghi chung", ["one/a", "one/b", "one/c"], nil),
                act("drop", "Bỏ", ["one/a", "one/b", "one/c"], "off/e"), act("cross", "Sang", ["one/c"], "two/d"),
                act("lapse", "Quá hạn", ["two/d"], "off/e", by: "clock"),
            ]
        ),
        machines: [:]
    )

    private static func act(_ event: String, _ label: String, _ from: [String], _ to: String?, by role: String = "clerk") -> Transition {
        Transition(event: event, label: Phrase(vi: label), from: from, to: to, by: [role])
    }

    static let hash = "0123456789abcdef"
}
