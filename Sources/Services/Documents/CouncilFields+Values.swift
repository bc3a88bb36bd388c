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
        case .replaced: count.flatMap { .nonEmpty(replaced($0)) }
        case .working: count.map { .list(working($0)) }
        case .secretary: seated(.secretary)
        case .presiding, .present, .needed: try room(fact)
        case .absent: hasOpened ? .text(absent) : nil
        case .meetingOn: day.map { .date($0) }
        case .adjournments: .nonEmpty(adjournments)
        case .replacements: .nonEmpty(replacements)
        case .authority: try authority.map { .text($0) }
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
            let seat = [member.seat.title(inTeam: isTeam), member.represents?.phrase.vi].compactMap { $0 }.joined(separator: ", ")
            var row: [String: FieldValue] = ["name": .text(member.name), "role": .text(seat)]
            if let organisation = member.organisation { row["organisation"] = .text(name(organisation.text)) }
            if hasOpened { row["presence"] = .text(presence(of: member)) }
            return row
        }
    }

    private func seated(_ seat: Seat) -> FieldValue? {
        session.composition.members.first { $0.seat == seat }.map { .text($0.name) }
    }

    /// The name, also of somebody who was taken out.
    func memberName(_ person: PersonCode) -> String {
        everSeated(person)?.name ?? person.text
    }

    private func everSeated(_ person: PersonCode) -> CouncilMember? {
        if let member = session.composition.members.first(where: { $0.person == person }) { return member }
        for case .seated(let member) in happenings.reversed().map(\.happening) where member.person == person { return member }
        return nil
    }

    private func described(_ member: CouncilMember) -> String { "\(member.name) (\(member.seat.title(inTeam: isTeam)))" }

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

    /// The day it opened; before that, and after it was put off, the day that is planned.
    private var day: CivilDate? {
        let opened = hasOpened ? lastDay { $0 == .opened } : nil
        return opened ?? record.meetingOn
    }

    /// The day a paper bears unless another one is given: a sheet that of the session, a tally that of the count, minutes that of the
    /// conclusion. Nil where it has nothing to do with the session's day.
    var paperDate: CivilDate? {
        switch paper.purpose {
        case .founding, .invitation: nil
        case .review, .ballot: day
        case .count: lastDay { if case .counted = $0 { true } else { false } } ?? day
        case .minutes: lastDay { if case .concluded = $0 { true } else { false } } ?? day
        }
    }

    private func lastDay(_ isMeant: (CouncilHappening) -> Bool) -> CivilDate? {
        let number = happenings.last { isMeant($0.happening) }?.number
        return record.events.last { $0.number == number }?.happenedOn
    }

    private var hasOpened: Bool { session.phase != .formed }

    /// The chair's written authority, where somebody else presides by it.
    private var authority: String? {
        get throws {
            guard hasOpened, let paper = session.roll.authority,
                let presiding = try UseCaseFault.explaining(record.code, { () throws(Refusal) in try session.quorum() }).presiding,
                everSeated(presiding)?.seat != .chair
            else { return nil }
            return paper
        }
    }

    /// Every time it was put off: the day, and why.
    private var adjournments: String {
        happenings.compactMap { number, happening -> String? in
            guard case .adjourned(let reason, let until) = happening, let event = record.events.first(where: { $0.number == number }) else {
                return nil
            }
            let next = until.map { ", họp tiếp ngày \($0.vietnamese)" } ?? ""
            return "ngày \(event.happenedOn.vietnamese) hoãn phiên họp\(next), lý do: \(reason)"
        }.joined(separator: "; ")
    }

    /// Members who were taken out before the session opened and did not come back, by name.
    private var replacements: String {
        var reasons: [PersonCode: String] = [:]
        var people: [PersonCode] = []
        for (_, happening) in happenings {
            guard case .unseated(let person, let reason) = happening else { continue }
            if reasons.updateValue(reason, forKey: person) == nil { people.append(person) }
        }
        return people.compactMap { person -> String? in
            guard let reason = reasons[person],
                !session.composition.members.contains(where: { $0.person == person }), let member = everSeated(person)
            else { return nil }
            return "\(described(member)), lý do: \(reason)"
        }.joined(separator: "; ")
    }

    private func presence(of member: CouncilMember) -> String {
        if session.bar(of: member.person) != nil { return "Không tham gia do xung đột lợi ích" }
        if session.roll.present.contains(member.person) { return "Có mặt" }
        return session.roll.left.contains(member.person) ? "Về trước khi kết thúc" : "Vắng mặt"
    }

    private func room(_ fact: CouncilFact) throws -> FieldValue? {
        guard hasOpened else { return nil }
        let quorum = try UseCaseFault.explaining(record.code) { () throws(Refusal) in try session.quorum() }
        switch fact {
        case .present: return .number(Int64(quorum.present))
        case .needed: return .number(Int64(quorum.needed))
        case .presiding: return quorum.presiding.map { .text(memberName($0)) }
        default: return nil
        }
    }

    /// Whoever is not counted as present, and how that came about.
    private var absent: String {
        let away = seatedMembers.compactMap { member -> String? in
            let name = described(member)
            if session.bar(of: member.person) != nil { return "\(name), không tham gia do xung đột lợi ích" }
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
    /// Text; nil when there is none.
    fileprivate static func nonEmpty(_ text: String) -> FieldValue? {
        text.isEmpty ? nil : .text(text)
    }

    /// Rows; nil when there are none.
    fileprivate static func nonEmpty(_ rows: [[String: FieldValue]]) -> FieldValue? {
        rows.isEmpty ? nil : .list(rows)
    }
}
