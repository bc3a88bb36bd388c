public import Councils
public import Engine
public import LifecycleModel
public import Rules
public import Store

/// A session of a council as the store knows it: the fold of its events, with the task and the law it was formed under.
public struct CouncilRecord: Sendable {
    /// Which session.
    public let code: CouncilCode
    /// The task as it stands now.
    public let task: TaskState
    /// The definition that was in force when the session was formed; it holds for the session's whole life.
    public let rules: CompiledRegime
    /// The session.
    public internal(set) var session: CouncilSession
    /// Everything that was recorded of it, in order.
    public internal(set) var events: [EventRecord]

    /// Reads it from the store.
    ///
    /// - Throws: `UseCaseFault` when what is recorded does not fit together.
    public init(_ code: CouncilCode, definitions: Definitions = Definitions(), in reader: any StoreReader) throws {
        let events = try reader.events(of: code.subject).opened(with: try reader.personalRows(of: code.subject))
        let row = try requireTask(code.task, in: reader)
        guard let definition = events.first?.definition else { throw Self.broken(code, nil) }
        let rules = try definitions.regime(definition, in: reader)
        let state = try TaskState(of: row)
        let names = SubjectNames(of: state, in: reader)
        try self.init(code, of: state, under: rules, try events.map(names.named))
    }

    /// Folds what was recorded of a session.
    ///
    /// - Throws: `UseCaseFault` when it does not fit together.
    init(_ code: CouncilCode, of task: TaskState, under rules: CompiledRegime, _ events: [EventRecord]) throws {
        guard let first = events.first else { throw Self.broken(code, nil) }
        do {
            guard case .formed(let formation) = try CouncilHappening(kind: first.kind, payload: first.payload) else {
                throw Self.broken(code, first)
            }
            var session = try CouncilSession(formation, under: try CouncilLaw(formation.kind, in: rules.regime))
            for event in events.dropFirst() { try session.apply(try CouncilHappening(kind: event.kind, payload: event.payload)) }
            self.init(code: code, task: task, rules: rules, session: session, events: events)
        } catch let fault as UseCaseFault {
            throw fault
        } catch {
            throw Self.broken(code, events.last)
        }
    }

    init(code: CouncilCode, task: TaskState, rules: CompiledRegime, session: CouncilSession, events: [EventRecord]) {
        self.code = code
        self.task = task
        self.rules = rules
        self.session = session
        self.events = events
    }

    /// The small machine beside it.
    public var machine: TaskState.Instance? { task.instance(code.reference) }

    /// How many members the founding decision names.
    public var plannedMembers: Int64? { machine?.facts["members"]?.int }

    /// The day the meeting is planned for: as it was put off, or as the founding decision says.
    public var meetingOn: CivilDate? { session.adjournments.last?.until ?? machine?.facts["meeting_on"]?.date }

    /// The day on which it opened last; nil before that.
    public var openedOn: CivilDate? {
        events.last { $0.kind == CouncilHappening.opened.kind }?.happenedOn
    }

    /// The day on which its papers went out; nil before that.
    public var papersOn: CivilDate? { machine?.fired["send-papers"]?.on }

    /// Why it was called off; nil unless it was.
    public var calledOffBecause: String? { isCalledOff ? machine?.facts["void_reason"]?.text : nil }

    /// Whether the session was called off.
    public var isCalledOff: Bool { machine?.end == Machine.State.End.cancelled.rawValue }

    /// Its members, for whom papers are made.
    ///
    /// - Throws: `UseCaseFault` when nobody is seated yet.
    public var membersToWrite: [CouncilMember] {
        get throws {
            guard session.composition.members.isEmpty else { return session.composition.members }
            throw UseCaseFault(
                .refused,
                "nobody-seated",
                Phrase(vi: "Phiên họp \(code) chưa có thành viên", en: "The session \(code) has no members yet"),
                hint: Phrase(vi: "Ghi bằng «nhiemvu council seat \(code)»", en: "Record them: \"nhiemvu council seat \(code)\"")
            )
        }
    }

    private static func broken(_ code: CouncilCode, _ event: EventRecord?) -> UseCaseFault {
        let place = event.map { Phrase(vi: " (sự kiện số \($0.number))", en: " (event \($0.number))") } ?? Phrase(vi: "")
        return UseCaseFault(
            .unavailable,
            "council-record-broken",
            Phrase(vi: "Hồ sơ phiên họp \(code) không khớp", en: "The record of the session \(code) does not fit together") + place,
            hint: Phrase(vi: "Kiểm tra bằng «nhiemvu audit verify»", en: "Check with \"nhiemvu audit verify\"")
        )
    }
}
