import Councils
import Documents
import Engine
import LifecycleModel
import Rules
import Store

extension CouncilFields {
    /// What is recorded; nil when nothing is, or may not be told.
    func value(of fact: CouncilFact) throws -> FieldValue? {
        switch fact {
        case .name: .text(session.law.label.vi)
        case .members: .nonEmpty(members)
        case .guests: .nonEmpty(session.roll.guests.map { ["name": .text($0)] })
        case .counters: count.flatMap { _ in .nonEmpty(counters) }
        case .dissents: session.conclusion.flatMap { .nonEmpty(dissents($0)) }
        case .dossiers: .nonEmpty(dossiers)
        case .products: .nonEmpty(products)
        case .criteria: .nonEmpty(criteria)
        case .scores: count.flatMap { .nonEmpty(scores($0)) }
        case .working: count.map { .list(working($0)) }
        case .secretary: seated(.secretary)
        case .presiding, .present, .needed: try room(fact)
        case .absent: hasOpened ? .text(absent) : nil
        case .meetingOn: day.map { .date($0) }
        case .authority: session.roll.authority.map { .text($0) }
        case .memberName: member.map { .text($0.name) }
        case .memberRole: member.map { .text($0.seat.title(inTeam: isTeam)) }
        case .memberOrganisation: member?.organisation.map { .text(name($0.text)) }
        case .dossierHost: subject.flatMap { applicant($0).host }.map { .text($0) }
        case .dossierInvestigator: subject.flatMap { applicant($0).investigator }.map { .text($0) }
        case .conclusion: session.conclusion.map { .text($0.text) }
        case .ballots, .validBallots, .voidBallots, .votesFor, .votesAgainst, .votesExcellent, .votesPass, .votesFail, .reportRatings,
            .result, .winner, .winnerInvestigator, .runnerUp:
            try result(fact)
        }
    }

    // MARK: Who

    /// The members as the founding decision lists them: by seat, then in the order they were seated.
    private var seatedMembers: [CouncilMember] {
        Seat.allCases.flatMap { seat in session.composition.members.filter { $0.seat == seat } }
    }

    private var members: [[String: FieldValue]] {
        seatedMembers.map { member in
            var row: [String: FieldValue] = ["name": .text(member.name), "role": .text(member.seat.title(inTeam: isTeam))]
            if let organisation = member.organisation { row["organisation"] = .text(name(organisation.text)) }
            return row
        }
    }

    private func seated(_ seat: Seat) -> FieldValue? {
        session.composition.members.first { $0.seat == seat }.map { .text($0.name) }
    }

    func memberName(_ person: PersonCode) -> String {
        session.composition.members.first { $0.person == person }?.name ?? person.text
    }

    /// The first who was named heads the board.
    private var counters: [[String: FieldValue]] {
        session.countingBoard.enumerated().map { index, person in
            ["name": .text(memberName(person)), "role": .text(index == 0 ? "Trưởng ban" : "Ủy viên")]
        }
    }

    private func dissents(_ conclusion: CouncilSession.Conclusion) -> [[String: FieldValue]] {
        seatedMembers.compactMap { member in
            conclusion.dissents[member.person].map { ["member": .text(member.name), "opinion": .text($0)] }
        }
    }

    // MARK: In the room

    /// The day it opened, the last time if it was put off; before that the day that is planned.
    private var day: CivilDate? {
        record.events.last { $0.kind == CouncilHappening.opened.kind }?.happenedOn ?? record.meetingOn
    }

    private var hasOpened: Bool { session.phase != .formed }

    private func room(_ fact: CouncilFact) throws -> FieldValue? {
        guard hasOpened else { return nil }
        let quorum = try UseCaseFault.explaining(record.code) { () throws(CouncilRefusal) in try session.quorum() }
        switch fact {
        case .present: return .number(Int64(quorum.present))
        case .needed: return .number(Int64(quorum.needed))
        case .presiding: return quorum.presiding.map { .text(memberName($0)) }
        default: return nil
        }
    }

    /// Whoever is not counted as present, and how that came about.
    private var absent: String {
        let barred = Set(session.conflicts.map(\.person))
        let away = seatedMembers.compactMap { member -> String? in
            let name = "\(member.name) (\(member.seat.title(inTeam: isTeam)))"
            if barred.contains(member.person) { return "\(name), không tham gia do xung đột lợi ích" }
            if session.roll.present.contains(member.person) { return nil }
            return session.roll.left.contains(member.person) ? "\(name), về trước khi kết thúc phiên họp" : name
        }
        return away.isEmpty ? "không" : away.joined(separator: "; ")
    }
}

extension Seat {
    /// The seat as it stands in a list of members; a team has a head.
    func title(inTeam isTeam: Bool) -> String {
        switch self {
        case .chair: isTeam ? "Tổ trưởng" : "Chủ tịch"
        case .deputy: isTeam ? "Tổ phó" : "Phó Chủ tịch"
        case .reviewers: "Ủy viên phản biện"
        case .secretary: isTeam ? "Thư ký" : "Ủy viên thư ký khoa học"
        case .councilMember: "Thành viên, đại diện hội đồng tư vấn"
        case .member: isTeam ? "Thành viên" : "Ủy viên"
        }
    }
}

extension FieldValue {
    /// Rows; nil when there are none.
    fileprivate static func nonEmpty(_ rows: [[String: FieldValue]]) -> FieldValue? {
        rows.isEmpty ? nil : .list(rows)
    }
}
