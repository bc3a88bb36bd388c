import LifecycleModel
import Rules
import WorkingCalendar

/// A regime with little life and guards of every kind.
enum GuardedRegime {
    static func rules() throws -> CompiledRegime {
        CompiledRegime(try regime(), hash: "hash")
    }

    private static func regime() throws -> Regime {
        Regime(
            id: "guarded",
            version: "1.0.0",
            label: Phrase(vi: "Mẫu", en: "Sample"),
            roles: [
                "clerk": Role(label: Phrase(vi: "Chuyên viên"), heldBy: .department),
                "system": Role(label: Phrase(vi: "Hệ thống"), heldBy: .system),
            ],
            parameters: [
                "most": Parameter(value: .integer(3), unit: .people, label: Phrase(vi: "Nhiều nhất"), basis: "Điều 1", standing: .model)
            ],
            forms: [:],
            facts: [
                "score": [
                    "mark": Fact(
                        type: .choice,
                        label: Phrase(vi: "Xếp loại"),
                        choices: ["pass", "fail"].map { Fact.Choice(value: $0, label: Phrase(vi: $0)) }
                    ),
                    "fit": Fact(type: .bool, label: Phrase(vi: "Phù hợp")), "votes": Fact(type: .int, label: Phrase(vi: "Số phiếu")),
                    "on": Fact(type: .date, label: Phrase(vi: "Ngày")), "by": Fact(type: .text, label: Phrase(vi: "Bởi")),
                ]
            ],
            stages: [Stage(id: "a", label: Phrase(vi: "A"))],
            task: Machine(
                label: Phrase(vi: "Nhiệm vụ"),
                initial: "a/open",
                states: [
                    "a/open": Machine.State(label: Phrase(vi: "Mở")), "a/won": Machine.State(label: Phrase(vi: "Thắng"), end: .completed),
                    "a/lost": Machine.State(label: Phrase(vi: "Thua"), end: .failed),
                ],
                transitions: [
                    act("mark", to: nil, records: [.init(fact: "score.mark"), .init(fact: "score.fit", isRequired: false)]),
                    act("close", to: "a/won", ["score.mark == 'pass' && score.fit", "score.votes * 2 >= param.most"]),
                    act("close", to: "a/lost", ["score.mark in ['fail'] || !score.fit", "score.mark == 'fail'"]),
                    act("settle", to: "a/won", ["'mark' in fired", "has(score.votes) ? score.votes / 2 > 1 : score.by != 'x'"]),
                    act("settle", to: "a/lost", ["!('mark' in fired) || today < date('2025-10-01') && flags.size() == 0"]),
                    act("lapse", to: "a/lost", ["deadlines.D_1.passed"], by: "system"),
                    act("lapse", to: "a/won", ["deadlines.D_1.met"], by: "system"),
                ],
                deadlines: [
                    "D-1": Deadline(
                        label: Phrase(vi: "Hạn"),
                        starts: [Deadline.Start(event: "mark")],
                        stops: ["close"],
                        term: try Term(3, .months),
                        owner: "clerk",
                        passing: [Deadline.Consequence(at: .due, act: .fire("lapse"))],
                        basis: "Điều 2",
                        standing: .model
                    )
                ]
            ),
            machines: [:]
        )
    }

    private static func act(
        _ event: String,
        to: String?,
        _ clauses: [String] = [],
        records: [Transition.Recorded] = [],
        by role: String = "clerk"
    ) -> Transition {
        Transition(
            event: event,
            label: Phrase(vi: event),
            from: ["a/open"],
            to: to,
            by: [role],
            records: records,
            requires: clauses.enumerated().map { Requirement(id: "r\($0)", condition: .clause($1), message: Phrase(vi: "…")) }
        )
    }
}
