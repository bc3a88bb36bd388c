import Councils
import Documents
import Engine
import LifecycleModel
import Rules
import Store

/// The session of a council that a document speaks of: the one that was named, or the newest of the kind that the form belongs to.
struct DocumentCouncil {
    /// Number of the small machine; nil when the task has no such session.
    let number: Int64?
    /// What documents print of it; nil when its members and ballots are not on record.
    let fields: CouncilFields?

    private init(number: Int64?, fields: CouncilFields?) {
        self.number = number
        self.fields = fields
    }

    /// Finds it; nil when the form belongs to no council.
    ///
    /// - Throws: `UseCaseFault` when the session that was named is of another kind, or the member or dossier is not in it.
    init?(of form: FormDefinition, _ request: RenderDocument.Request, _ state: TaskState, in reader: any StoreReader) throws {
        guard let paper = form.council else {
            guard request.member == nil, request.subject == nil else { throw Self.noCouncil(form) }
            return nil
        }
        let sessions = state.machines[CouncilCode.machine] ?? []
        func isMeant(_ session: TaskState.Instance) -> Bool { paper.kind == nil || session.facts["kind"]?.text == paper.kind }
        let named = request.machine.flatMap { $0.kind == CouncilCode.machine ? state.instance($0) : nil }
        if let named, !isMeant(named) { throw Self.otherKind(form, named, state) }
        let isCalledOff = { (session: TaskState.Instance) in session.end == Machine.State.End.cancelled.rawValue }
        let meant = named ?? sessions.last { isMeant($0) && !isCalledOff($0) } ?? sessions.last(where: isMeant)
        guard let meant, try reader.registered(.council, code: CouncilCode(task: state.code, number: meant.number).description) != nil
        else {
            guard request.member == nil, request.subject == nil else { throw Self.unrecorded(form, state) }
            self.init(number: meant?.number, fields: nil)
            return
        }
        let record = try CouncilRecord(CouncilCode(task: state.code, number: meant.number), in: reader)
        let session = record.session
        let member = try request.member.map { person in
            try UseCaseFault.explaining(record.code) { () throws(Refusal) in try session.member(person) }
        }
        let subject = try request.subject.map { try RecordCouncil.require($0, of: record) }
        self.init(
            number: meant.number,
            fields: try CouncilFields(
                record,
                paper: paper,
                member: member,
                subject: subject ?? (session.subjects.count == 1 ? session.subjects.first : nil),
                isDraft: request.isDraft,
                in: reader
            )
        )
    }

    private static func noCouncil(_ form: FormDefinition) -> UseCaseFault {
        UseCaseFault(
            .usage,
            "no-council-form",
            Phrase(vi: "\(form.code) không phải mẫu của hội đồng", en: "\(form.code) is no form of a council"),
            hint: Phrase(vi: "Bỏ --member và --subject", en: "Leave --member and --subject out")
        )
    }

    private static func unrecorded(_ form: FormDefinition, _ state: TaskState) -> UseCaseFault {
        UseCaseFault(
            .usage,
            "unknown-session",
            Phrase(
                vi: "\(state.code) không có phiên họp trong sổ mà mẫu \(form.code) nói tới",
                en: "\(state.code) has no session on record that \(form.code) speaks of"
            ),
            hint: Phrase(vi: "Xem «nhiemvu council list»", en: "See \"nhiemvu council list\"")
        )
    }

    private static func otherKind(_ form: FormDefinition, _ session: TaskState.Instance, _ state: TaskState) -> UseCaseFault {
        let kind = session.facts["kind"]?.text ?? "?"
        return UseCaseFault(
            .refused,
            "other-council",
            Phrase(
                vi:
                    "\(form.code) là mẫu của hội đồng «\(form.council?.kind ?? "")», phiên \(session.number) của \(state.code) là «\(kind)»",
                en: "\(form.code) belongs to \"\(form.council?.kind ?? "")\", session \(session.number) of \(state.code) is \"\(kind)\""
            ),
            hint: Phrase(vi: "Chọn mẫu khác hoặc phiên khác bằng --on", en: "Choose another form, or another session with --on")
        )
    }
}
