import Councils
import Engine
import LifecycleModel
import Rules
import SQLiteStore
import Services
import Store

/// An office whose rules know dossiers: one task `T-1` with two of them, `VNN` led by `CN01` and `DHY` led by `CN02`.
struct DossierOffice {
    let office: Office
    private let rules: ChangedRules

    init() throws {
        office = try Office()
        rules = try ChangedRules([
            (
                "machines:\n  report:",
                """
                machines:
                  council-session:
                    label: {vi: Phiên họp, en: Session}
                    initial: formed
                    facts:
                      kind:
                        type: choice
                        label: {vi: Loại, en: Kind}
                        choices: {selection: {vi: Hội đồng tuyển chọn, en: Selection council}, rights: {vi: Hội đồng giao quyền, en: Rights council}}
                    states:
                      formed: {label: {vi: Đã thành lập, en: Formed}}
                      concluded: {label: {vi: Đã kết luận, en: Concluded}, end: completed}
                    transitions:
                      - {event: conclude, label: {vi: Kết luận, en: Conclude}, from: formed, to: concluded, by: [officer]}
                  dossier:
                    label: {vi: Hồ sơ, en: Dossier}
                    initial: received
                    facts:
                      host: {type: organisation, label: {vi: Chủ trì, en: Host}}
                      investigator: {type: person, label: {vi: Chủ nhiệm, en: Investigator}}
                    states:
                      received: {label: {vi: Đã nhận, en: Received}}
                      withdrawn: {label: {vi: Đã rút, en: Withdrawn}, end: withdrawn}
                      archived: {label: {vi: Đã lưu, en: Archived}, end: completed}
                    transitions:
                      - {event: take-back, label: {vi: Rút, en: Take back}, from: received, to: withdrawn, by: [officer]}
                      - {event: archive, label: {vi: Lưu, en: Archive}, from: received, to: archived, by: [officer]}
                  report:
                """
            ),
            (
                "transitions:\n  - {event: review,",
                """
                transitions:
                  - event: lodge
                    label: {vi: Nộp hồ sơ, en: Lodge}
                    from: ordering/proposed
                    by: [officer]
                    records: [lodged.host, lodged.investigator]
                    effects:
                      - open: {machine: dossier, facts: {host: lodged.host, investigator: lodged.investigator}}
                  - event: convene
                    label: {vi: Lập hội đồng, en: Convene}
                    from: ordering/proposed
                    by: [officer]
                    effects:
                      - open: {machine: council-session, facts: {kind: '"selection"'}}
                  - {event: review,
                """
            ),
            (
                "stages:\n  - stage: ordering",
                """
                roles:
                  expert: {label: {vi: Chuyên gia, en: Expert}, held-by: council}
                councils:
                  selection:
                    members: {least: 7, most: 9}
                    composition: {chair: 1, secretary: 1}
                    quorum: param.quorum
                    conflicts:
                      - {ground: participant, basis: Điều 8.2a}
                      - {ground: host-staff, seats: [chair], basis: Điều 8.2b}
                    decision: {collective: true, basis: Điều 11}
                    basis: Điều 8
                  rights:
                    members: {least: 7, most: 9}
                    quorum: param.quorum
                    decision: {collective: true, basis: Điều 11}
                    basis: Điều 9
                stages:
                  - stage: ordering
                """
            ),
            (
                "parameters:\n",
                """
                parameters:
                  quorum: {label: {vi: Tỷ lệ có mặt, en: Quorum}, value: 2/3, unit: fraction, basis: Điều 33.1, standing: model}

                """
            ),
            (
                "facts:\n  award:",
                """
                facts:
                  lodged:
                    host: {type: organisation, label: {vi: Chủ trì, en: Host}}
                    investigator: {type: person, label: {vi: Chủ nhiệm, en: Investigator}}
                  award:
                """
            ),
        ])
        try enter("CN02", at: "DHY")
        try enter("X", at: nil)
        let request = RegisterTask.Request(
            code: "T-1",
            regime: nil,
            facts: ["title": "Giống lúa", "level": "province", "kind": "topic", "field": "agriculture"],
            day: try CivilDate(parsing: "2022-03-01"),
            dryRun: false
        )
        _ = try RegisterTask(try office.at("2022-03-01", as: "CV01"), library: rules.library)(request)
        for (host, person) in [("VNN", "CN01"), ("DHY", "CN02")] {
            try office.fire("T-1", "lodge", on: "2022-03-02", ["lodged.host": host, "lodged.investigator": person])
        }
    }

    /// Enters a person who works somewhere or nowhere.
    func enter(_ code: String, at organisation: String?, field: String? = nil, roles: [String] = []) throws {
        let person = Person(
            code: try PersonCode(code),
            name: "Người \(code)",
            organisation: try organisation.map { try OrganisationCode($0) },
            field: field,
            roles: roles
        )
        _ = try RegisterParty(try office.at("2022-03-01", as: "CV01"))(.person(person), replacing: false)
    }

    /// Changes a person.
    @discardableResult
    func change(_ code: String, _ change: (inout Person) throws -> Void) throws -> Receipt {
        try RegisterParty(try office.at("2022-03-03", as: "CV01")).changing(try PersonCode(code), change).receipt
    }

    /// Something that happens to a dossier.
    func fire(_ event: String, dossier: Int64) throws {
        try office.fire("T-1", event, on: "2022-03-04", machine: MachineReference(kind: "dossier", number: dossier))
    }

    /// Records who stands behind the task or a dossier.
    @discardableResult
    func people(
        _ people: [(String, ParticipantRole)] = [],
        dossier: Int64? = nil,
        coordinators: [String] = [],
        removed: [String] = [],
        task: String = "T-1"
    ) throws -> Receipt {
        let request = EnterParticipation.Request(
            task: task,
            dossier: dossier,
            people: try people.map { (try PersonCode($0.0), $0.1) },
            coordinators: try coordinators.map { try OrganisationCode($0) },
            removed: removed,
            source: "B1-2a-TMĐTCN"
        )
        return try EnterParticipation(try office.at("2022-03-03", as: "CV01"))(request).receipt
    }

    /// Grounds against a person on a day, with their evidence.
    func conflicts(_ person: String, on day: String = "2022-04-01", _ rules: [ConflictRule] = everyGround) throws -> [String] {
        try office.store.read { reader in
            let state = try TaskState(snapshot: try requireTask("T-1", in: reader).snapshot)
            let council = Council(least: .number(7), most: .number(9), quorum: "quorum", conflicts: rules)
            let law = CouncilLaw(kind: "selection", label: Phrase(vi: "Hội đồng", en: "Council"), council: council, parameters: [:])
            return try ConflictSearch(task: state, law: law, on: try CivilDate(parsing: day), in: reader)
                .conflicts(of: try PersonCode(person)).map { "\($0.ground.rawValue): \($0.evidence.en)" }
        }
    }

    /// A law that knows all grounds and lets relatives of ordinary members sit.
    static let everyGround = ConflictGround.allCases.map { ground in
        ConflictRule(ground: ground, of: ground == .relative ? [.investigator, .taskSecretary, .keyMember] : [], basis: "Điều 8")
    }
}
