import Councils
public import Engine
public import LifecycleModel
import Rules
import Store

extension RecordCouncil {
    /// How a council is formed.
    public struct Formation: Sendable {
        /// Code of the task.
        public var task: String
        /// The kind of council; nil: the one the task's position asks for.
        public var kind: String?
        /// How many members the founding decision names, and the day of the meeting; nil when the task's record says so already.
        public var members: Int64?
        /// The day of the meeting.
        public var meetingOn: CivilDate?
        /// The founding decision and what else comes with it.
        public var documents: [AttachedDocument] = []
        /// Further facts of the convening event, as text.
        public var facts: [String: String] = [:]
        /// The decision or its article that sets another size than usual.
        public var otherSizeDecision: String?
        /// The ballot form; nil where the kind of task or council leaves only one.
        public var form: String?
        /// Which dossiers or requests are judged, by number; empty: all that are valid.
        public var dossiers: [Int64] = []
        /// The products to be rated, by name.
        public var products: [(id: String, label: String)] = []
        /// The day it happened, and whether to only show what would happen.
        public var day: CivilDate
        /// Whether to only show what would happen.
        public var dryRun = false

        /// A council of a task.
        public init(task: String, day: CivilDate) {
            self.task = task
            self.day = day
        }
    }

    /// Forms a council: convenes it by the rules of the task, or takes up the session that was convened, and opens its record.
    ///
    /// - Throws: `UseCaseFault` when nothing convenes such a council here, the rules refuse, or what it judges is not clear.
    public func form(_ formation: Formation) throws -> Answer {
        try transaction(formation.day, dryRun: formation.dryRun) { desk in
            let row = try requireTask(formation.task, in: desk.writer)
            let rules = try definitions.regime(row.definition, in: desk.writer)
            var state = try TaskState(of: row)
            let waiting = try waiting(state, in: desk.writer)
            if waiting == nil {
                try requireNoneSitting(state, in: desk.writer)
                state = try convene(formation, state, rules.regime, desk)
            }
            let number = waiting?.number ?? Int64(state.machines[CouncilCode.machine]?.count ?? 0)
            let code = CouncilCode(task: state.code, number: number)
            guard let machine = state.instance(code.reference), let kind = machine.facts["kind"]?.text else { throw Self.nothing(state) }
            if waiting != nil { try formation.requireAgreement(with: machine, kind: kind) }
            try CouncilDuty(kind, in: rules.regime).check(desk.actor)
            let law = try UseCaseFault.explaining(code) { () throws(Refusal) in try CouncilLaw(kind, in: rules.regime) }
            let judged = CouncilHappening.Formation(
                kind: kind,
                subjects: try CouncilSubjects(state, law, rules.regime, in: desk.writer).chosen(by: formation),
                otherSizeDecision: formation.otherSizeDecision
            )
            let session = try UseCaseFault.explaining(code) { () throws(Refusal) in try CouncilSession(judged, under: law) }
            var record = CouncilRecord(code: code, task: state, rules: rules, session: session, events: [])
            try UseCaseFault.explaining(code) { () throws(Refusal) in
                try Refusal.check(session.composition.sizeBlockers(record.plannedMembers, under: law))
            }
            try desk.journal.append([.formed(judged)], to: &record)
            return record
        }
    }

    /// A session of the task that was convened, has not opened and is not on record.
    private func waiting(_ state: TaskState, in reader: any StoreReader) throws -> TaskState.Instance? {
        try (state.machines[CouncilCode.machine] ?? []).last { instance in
            guard instance.end == nil, instance.fired["open"] == nil else { return false }
            return try reader.registered(.council, code: CouncilCode(task: state.code, number: instance.number).description) == nil
        }
    }

    /// Refuses where a session was opened by its numbers alone: its members and ballots can no longer be recorded as they happened.
    private func requireNoneSitting(_ state: TaskState, in reader: any StoreReader) throws {
        let sitting = try (state.machines[CouncilCode.machine] ?? []).first { instance in
            let code = CouncilCode(task: state.code, number: instance.number).description
            return try instance.end == nil && instance.fired["open"] != nil && reader.registered(.council, code: code) == nil
        }
        guard let sitting else { return }
        let machine = "\(CouncilCode.machine):\(sitting.number)"
        throw UseCaseFault(
            .refused,
            "session-without-record",
            Phrase(
                vi: "\(machine) của \(state.code) đã khai mạc mà không có danh sách thành viên trong sổ",
                en: "\(machine) of \(state.code) was opened without its members on record"
            ),
            hint: Phrase(
                vi: "Kết luận hoặc hủy bằng «nhiemvu task do \(state.code) conclude --on \(machine)» (hoặc void)",
                en: "Conclude or void it with \"nhiemvu task do \(state.code) conclude --on \(machine)\" (or void)"
            )
        )
    }

    private func convene(_ formation: Formation, _ state: TaskState, _ regime: Regime, _ desk: Desk) throws -> TaskState {
        let here = ConvenedCouncil.all(in: regime).filter { $0.transition.from.contains(state.position) }
        let fitting = here.filter { formation.kind == nil || $0.kind == formation.kind }
        guard let convened = fitting.first else { throw Self.nothing(state, kinds: here.map(\.kind), wanted: formation.kind) }
        if let other = fitting.first(where: { $0.kind != convened.kind }) {
            throw UseCaseFault(
                .usage,
                "kind-missing",
                Phrase(vi: "Chưa nói lập hội đồng nào", en: "Which council was not said"),
                hint: Phrase(
                    vi: "Thêm --kind \(convened.kind) hoặc --kind \(other.kind)",
                    en: "Add --kind \(convened.kind) or --kind \(other.kind)"
                )
            )
        }
        var facts = formation.facts
        let wanted: [(String?, String?, String)] = [
            (convened.members, formation.members.map(String.init), "--members"),
            (convened.meetingOn, formation.meetingOn?.description, "--meeting-on"),
        ]
        for (fact, given, option) in wanted {
            guard let fact, facts[fact] == nil else { continue }
            guard let given else {
                throw UseCaseFault(
                    .usage,
                    "council-incomplete",
                    Phrase(vi: "Quyết định thành lập thiếu \(option)", en: "The founding decision lacks \(option)"),
                    hint: Phrase(vi: "Thêm \(option)", en: "Add \(option)")
                )
            }
            facts[fact] = given
        }
        return try desk.fire(
            FireEvent.Request(
                task: state.code,
                event: convened.transition.event,
                facts: facts,
                documents: formation.documents,
                day: formation.day
            )
        )
    }

    private static func nothing(_ state: TaskState, kinds: [String] = [], wanted: String? = nil) -> UseCaseFault {
        UseCaseFault(
            .refused,
            "no-council-here",
            wanted.map {
                Phrase(
                    vi: "\(state.code) ở \(state.position), quy tắc không lập hội đồng «\($0)» tại đây",
                    en: "\(state.code) is at \(state.position), where the rules set up no council \"\($0)\""
                )
            }
                ?? Phrase(
                    vi: "\(state.code) ở \(state.position), quy tắc không lập hội đồng tại đây",
                    en: "\(state.code) is at \(state.position), where the rules set up no council"
                ),
            hint: kinds.isEmpty
                ? Phrase(vi: "Xem «nhiemvu task explain \(state.code)»", en: "See \"nhiemvu task explain \(state.code)\"")
                : Phrase(vi: "Tại đây lập được: \(kinds.joined(separator: ", "))", en: "Here: \(kinds.joined(separator: ", "))")
        )
    }
}

extension RecordCouncil.Formation {
    /// Refuses words that the record contradicts.
    fileprivate func requireAgreement(with machine: TaskState.Instance, kind: String) throws {
        let said: [(String, String?, String?)] = [
            ("--kind", self.kind, kind), ("--members", members.map(String.init), machine.facts["members"]?.int.map(String.init)),
            ("--meeting-on", meetingOn?.description, machine.facts["meeting_on"]?.date?.description),
        ]
        for (option, given, recorded) in said {
            guard let given, given != recorded else { continue }
            throw UseCaseFault(
                .refused,
                "contradicts-record",
                Phrase(
                    vi: "\(option) \(given) khác với hồ sơ: phiên họp \(machine.number) đã thành lập với \(recorded ?? "?")",
                    en: "\(option) \(given) is not what the record says: session \(machine.number) was set up with \(recorded ?? "?")"
                ),
                hint: Phrase(vi: "Bỏ \(option)", en: "Leave \(option) out")
            )
        }
    }
}
