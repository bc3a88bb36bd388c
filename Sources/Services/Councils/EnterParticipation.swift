import CanonicalJSON
public import Engine
public import LifecycleModel
import Store

/// Records who stands behind a task or one of its dossiers, paper by paper; every change is one event of the log.
public struct EnterParticipation: Sendable {
    /// What to change.
    public struct Request: Sendable {
        /// The task's code.
        public var task: String
        /// The number of a dossier; nil for the task itself.
        public var dossier: Int64?
        /// People to add, or to give another role.
        public var people: [(person: PersonCode, role: ParticipantRole)]
        /// Organisations that take part beside the host, to add.
        public var coordinators: [OrganisationCode]
        /// Codes of people and organisations that were entered and are to be taken out.
        public var removed: [String]
        /// The paper that says so.
        public var source: String

        /// Creates a request.
        public init(
            task: String,
            dossier: Int64? = nil,
            people: [(person: PersonCode, role: ParticipantRole)] = [],
            coordinators: [OrganisationCode] = [],
            removed: [String] = [],
            source: String
        ) {
            self.task = task
            self.dossier = dossier
            self.people = people
            self.coordinators = coordinators
            self.removed = removed
            self.source = source
        }
    }

    private let surroundings: Surroundings

    /// Prepares the use case.
    public init(_ surroundings: Surroundings) {
        self.surroundings = surroundings
    }

    /// Does it.
    ///
    /// - Returns: what was entered for the task or the dossier, as it is now, and the receipt.
    /// - Throws: `UseCaseFault` when the task, the dossier, a person or an organisation is not there.
    public func callAsFunction(_ request: Request) throws -> (participation: Participation, receipt: Receipt) {
        try surroundings.store.write { writer in
            let register = RegisterParty(surroundings)
            try register.checkActor(in: writer)
            let state = try TaskState(of: try requireTask(request.task, in: writer))
            if let dossier = request.dossier { try Self.check(dossier, of: state) }
            var participation = Participation(task: try TaskCode(state.code), dossier: request.dossier)
            let present = try writer.registered(.participation, code: participation.code)
            if let present { participation = try Participation(json: present) }
            for code in request.removed { try participation.remove(code) }
            for (person, role) in request.people {
                try requirePerson(person, in: writer).requireUnerased()
                try refuse(person, as: role, of: state, in: writer)
                participation.add(person, role, source: request.source)
            }
            for organisation in request.coordinators {
                _ = try requireRegistered(.organisation, organisation.text, in: writer)
                participation.add(organisation, source: request.source)
            }
            guard participation.json != present else { return (participation, Receipt(events: nil, head: try writer.head())) }
            let records = try register.enter(.participation(participation), isNew: present == nil, in: writer)
            if state.barsParticipants { try Projection.saveBars(of: state, to: writer) }
            return (participation, Receipt(of: records, in: try writer.head()))
        }
    }

    /// Refuses whoever may take no part in a new task; a task that was awarded names those who take part already.
    private func refuse(_ person: PersonCode, as role: ParticipantRole, of state: TaskState, in reader: any StoreReader) throws {
        guard role != .member, !state.countsAs.contains("awarded") else { return }
        let standing = try PartyStanding(
            party: .investigator,
            code: person.text,
            except: state.code,
            on: surroundings.today,
            in: reader
        )
        let reasons = standing.bars.filter(\.forbidsAnyPart)
        guard !reasons.isEmpty else { return }
        throw UseCaseFault(
            .refused,
            "person-barred",
            Phrase(
                vi: "\(person) không được tham gia nhiệm vụ mới với tư cách \(role.phrase.vi)",
                en: "\(person) may not take part in a new task as \(role.phrase[.en])"
            ),
            blockers: reasons.map {
                Blocker(
                    code: "barred",
                    message: Phrase(vi: "\($0.task): \($0.text.vi)", en: "\($0.task): \($0.text[.en])"),
                    basis: $0.basis
                )
            }
        )
    }

    /// Refuses a number that no dossier of the task has.
    public static func check(_ dossier: Int64, of state: TaskState) throws {
        guard state.instance(MachineReference(kind: "dossier", number: dossier)) == nil else { return }
        let known = (state.machines["dossier"] ?? []).map { String($0.number) }
        throw UseCaseFault(
            .usage,
            "unknown-dossier",
            Phrase(vi: "\(state.code) không có hồ sơ số \(dossier)", en: "\(state.code) has no dossier \(dossier)"),
            hint: known.isEmpty
                ? Phrase(
                    vi: "Nhiệm vụ chưa có hồ sơ nào; bỏ --dossier để ghi cho nhiệm vụ",
                    en: "The task has no dossiers; leave --dossier out"
                )
                : Phrase(vi: "Các hồ sơ: \(known.joined(separator: ", "))", en: "Its dossiers: \(known.joined(separator: ", "))")
        )
    }
}

extension Participation {
    /// Adds a person, who then stands there in this role alone.
    fileprivate mutating func add(_ person: PersonCode, _ role: ParticipantRole, source: String) {
        let participant = Participant(person: person, role: role, source: source)
        if let place = participants.firstIndex(where: { $0.person == person }) {
            participants[place] = participant
        } else {
            participants.append(participant)
        }
    }

    fileprivate mutating func add(_ organisation: OrganisationCode, source: String) {
        let party = Party(organisation: organisation, source: source)
        if let place = coordinators.firstIndex(where: { $0.organisation == organisation }) {
            coordinators[place] = party
        } else {
            coordinators.append(party)
        }
    }

    fileprivate mutating func remove(_ code: String) throws {
        let known = participants.map(\.person.text) + coordinators.map(\.organisation.text)
        guard known.contains(code) else {
            let near = VietnameseText.nearest(to: code, among: known, limit: 3)
            throw UseCaseFault(
                .usage,
                "not-entered",
                Phrase(vi: "«\(code)» chưa được ghi ở \(self.code)", en: "\"\(code)\" was not entered for \(self.code)"),
                hint: near.isEmpty
                    ? Phrase(
                        vi: "Chỉ bỏ được người và tổ chức đã ghi; tổ chức chủ trì và chủ nhiệm lấy từ nhiệm vụ, hồ sơ",
                        en: "Only what was entered can be taken out; host and investigator come from the task and its dossiers"
                    )
                    : Phrase(vi: "Có phải ý bạn là: \(near.joined(separator: ", "))?", en: "Did you mean: \(near.joined(separator: ", "))?")
            )
        }
        participants.removeAll { $0.person.text == code }
        coordinators.removeAll { $0.organisation.text == code }
    }
}
