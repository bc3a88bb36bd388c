import CanonicalJSON
import Councils
import LifecycleModel
import Rules
import Services
import Terminal

/// A session for the projector and for programs; before the count it shows nothing that depends on ballots.
struct CouncilView {
    let record: CouncilRecord

    private var session: CouncilSession { record.session }
    private var law: CouncilLaw { session.law }

    /// What people call a phase.
    static func phase(_ word: String) -> String {
        switch CouncilSession.Phase(rawValue: word) {
        case .formed: say("chuẩn bị họp", "being prepared")
        case .inSession: say("đang họp", "in session")
        case .counted: say("đã kiểm phiếu", "counted")
        case .concluded: say("đã kết luận", "concluded")
        case nil: word
        }
    }

    // MARK: For programs

    var json: JSONValue {
        let present = members.filter(isPresent)
        return [
            "session": .string(record.code.description), "task": .string(record.code.task), "kind": .string(law.kind),
            "label": law.label.json, "phase": .string(session.phase.rawValue), "called_off": .bool(record.isCalledOff),
            "meeting_on": record.meetingOn?.json ?? .null, "opened_on": record.openedOn?.json ?? .null,
            "papers_on": record.papersOn?.json ?? .null, "planned_members": record.plannedMembers.map { .int($0) } ?? .null,
            "seats": .array(members.map(seat)), "present": JSONValue(present.map(\.person.text)), "guests": JSONValue(session.roll.guests),
            "authority": JSONValue(session.roll.authority), "quorum": quorumJSON,
            "subjects": .array(
                session.subjects.map { ["id": .string($0.id), "label": $0.label.json, "form": .string($0.form)] }
            ),
            "conflicts": .array(session.conflicts.map(\.conflict.json)),
            "counted_by": JSONValue(session.countingBoard.map(\.text)),
            "ballots": session.count.map { count in .array(count.tallies.flatMap { $0.json["ballots"]?.array ?? [] }) } ?? .null,
            "result": session.count?.json ?? .null, "conclusion": session.conclusion?.json ?? .null,
        ]
    }

    private func seat(_ member: CouncilMember) -> JSONValue {
        var object = member.json.object ?? JSONObject()
        object["present"] = .bool(isPresent(member))
        object["left"] = .bool(session.roll.left.contains(member.person))
        object["review_received"] = .bool(session.roll.reviews.contains(member.person))
        return .object(object)
    }

    private var quorumJSON: JSONValue {
        guard let quorum = try? session.quorum() else { return .null }
        return [
            "holds": .bool(quorum.holds), "present": JSONValue(quorum.present), "members": JSONValue(quorum.members),
            "needed": JSONValue(quorum.needed), "share": quorum.share.value.json, "basis": JSONValue(quorum.share.basis),
            "presiding": JSONValue(quorum.presiding?.text), "missing": .array(quorum.blockers.map { $0.json(in: Speech.language) }),
        ]
    }

    // MARK: For people

    private var members: [CouncilMember] {
        session.composition.members.sorted { Self.order[$0.seat, default: 9] < Self.order[$1.seat, default: 9] }
    }

    private static let order: [Seat: Int] = [.chair: 0, .deputy: 1, .reviewers: 2, .councilMember: 3, .member: 4, .secretary: 5]

    private func isPresent(_ member: CouncilMember) -> Bool { session.roll.present.contains(member.person) }

    var blocks: [any Block] {
        [head, memberTable] + openMatters + (session.count.map { CountView(count: $0, session: session).blocks } ?? []) + ending
    }

    private var head: any Block {
        let phase =
            record.isCalledOff ? StyledText(say("đã hủy", "called off"), .bad) : StyledText(Self.phase(session.phase.rawValue), .strong)
        var pairs = [
            KeyValues.Pair(say("Tình trạng", "State"), phase),
            KeyValues.Pair(say("Ngày họp", "Meets on"), meetingDay),
        ]
        if let papers = record.papersOn {
            pairs.append(KeyValues.Pair(say("Tài liệu", "Papers"), StyledText(say("gửi ngày ", "sent on ") + papers.shown)))
        }
        pairs += session.adjournments.map {
            let day = $0.until.map { say(", họp tiếp ngày ", ", goes on ") + $0.shown } ?? ""
            return KeyValues.Pair(say("Hoãn", "Put off"), StyledText($0.reason + day, .warning))
        }
        if let reason = record.calledOffBecause { pairs.append(KeyValues.Pair(say("Lý do hủy", "Called off"), StyledText(reason))) }
        if let quorum = try? session.quorum(), !record.isCalledOff, session.phase != .concluded {
            let holds =
                quorum.holds
                ? StyledText(say("đủ điều kiện họp", "quorum"), .good) : StyledText(say("chưa đủ điều kiện họp", "no quorum"), .warning)
            let numbers = say(
                "có mặt \(quorum.present)/\(quorum.members), cần \(quorum.needed) (\(quorum.share.value)) – ",
                "\(quorum.present) of \(quorum.members) present, \(quorum.needed) needed (\(quorum.share.value)) – "
            )
            pairs.append(KeyValues.Pair(say("Điểm danh", "Attendance"), StyledText(numbers) + holds))
        }
        pairs += session.subjects.map {
            KeyValues.Pair(
                session.subjects.count > 1 ? say("Hồ sơ \($0.id)", "Dossier \($0.id)") : say("Nội dung", "Matter"),
                StyledText($0.label[Speech.language])
            )
        }
        if !session.roll.guests.isEmpty {
            pairs.append(KeyValues.Pair(say("Khách mời", "Guests"), StyledText(session.roll.guests.joined(separator: "; "))))
        }
        if let authority = session.roll.authority { pairs.append(KeyValues.Pair(say("Ủy quyền", "Authority"), StyledText(authority))) }
        return Stack([Heading("\(record.code)  \(law.label[Speech.language])"), KeyValues(pairs)])
    }

    private var memberTable: any Block {
        Table(
            columns: [
                Table.Column(say("Mã", "Code"), minimumWidth: 20),
                Table.Column(say("Họ tên", "Name"), shrinkPriority: 1, minimumWidth: 14, overflow: .wrap),
                Table.Column(say("Ghế", "Seat"), shrinkPriority: 2, minimumWidth: 10, overflow: .wrap),
                Table.Column(say("Có mặt", "Present")), Table.Column(say("Nhận xét", "Review")),
            ],
            rows: members.map { member in
                let presence: StyledText =
                    session.bar(of: member.person) != nil
                    ? StyledText(say("loại", "out"), .bad)
                    : isPresent(member)
                        ? StyledText("✓", .good)
                        : session.roll.left.contains(member.person) ? StyledText(say("đã về", "left"), .warning) : StyledText("–", .faint)
                return [
                    StyledText(member.person.text, .accent), StyledText(member.name),
                    StyledText(member.seat.phrase(inTeam: law.council.isTeam)[Speech.language])
                        + StyledText(member.represents.map { "\n\($0.phrase[Speech.language])" } ?? "", .faint),
                    presence,
                    session.roll.reviews.contains(member.person) ? StyledText("✓", .good) : StyledText("–", .faint),
                ]
            }
        )
    }

    /// What is still missing before it may open, and conflicts found late.
    private var openMatters: [any Block] {
        var blocks: [any Block] = []
        switch session.phase {
        case _ where record.isCalledOff: break
        case .formed:
            blocks += matters(say("Còn thiếu để khai mạc", "Missing before it opens"), (try? session.openingBlockers()) ?? [])
        case .inSession:
            blocks += matters(say("Còn thiếu để kiểm phiếu, kết luận", "Missing before the count"), (try? session.quorum())?.blockers ?? [])
        case .counted, .concluded: break
        }
        if !session.conflicts.isEmpty {
            blocks.append(Heading(say("Xung đột lợi ích phát hiện sau", "Conflicts found later"), level: 2))
            blocks.append(
                Bullets(
                    session.conflicts.map { late in
                        let conflict = late.conflict
                        return StyledText(
                            "\(name(late.person)): \(conflict.ground.phrase[Speech.language]) – \(conflict.evidence[Speech.language])",
                            .warning
                        )
                            + StyledText(conflict.basis.map { "  \($0)" } ?? "", .faint)
                    }
                )
            )
        }
        return blocks
    }

    /// What is missing, under the articles that ask for it, each named once.
    private func matters(_ title: String, _ missing: [Blocker]) -> [any Block] {
        guard !missing.isEmpty else { return [] }
        var basis: String?
        let lines = missing.map { blocker in
            let isNew = blocker.basis != nil && blocker.basis != basis
            basis = blocker.basis ?? basis
            let cure = blocker.cure.map { StyledText("  → \($0[Speech.language])", .accent) } ?? StyledText("")
            return StyledText(blocker.message[Speech.language]) + cure + StyledText(isNew ? "  \(blocker.basis ?? "")" : "", .faint)
        }
        return [Heading(title, level: 2), Bullets(lines)]
    }

    private var meetingDay: StyledText {
        let planned = record.meetingOn?.shown ?? "–"
        guard let opened = record.openedOn, session.phase != .formed, opened != record.meetingOn else { return StyledText(planned) }
        return StyledText(opened.shown) + StyledText(say("  dự kiến \(planned)", "  planned for \(planned)"), .warning)
    }

    private func name(_ person: PersonCode) -> String {
        session.composition.members.first { $0.person == person }?.name ?? person.text
    }

    private var ending: [any Block] {
        guard let conclusion = session.conclusion else { return [] }
        let dissents = conclusion.dissents.sorted { $0.key < $1.key }.map {
            StyledText(say("Bảo lưu, ", "Dissent, ") + "\(name($0.key)): \($0.value)")
        }
        return [Heading(say("Kết luận", "Conclusion"), level: 2), Paragraph(StyledText(conclusion.text))]
            + (dissents.isEmpty ? [] : [Bullets(dissents)])
    }
}
