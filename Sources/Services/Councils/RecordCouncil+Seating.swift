import CanonicalJSON
import Councils
import Engine
public import LifecycleModel
public import Rules
import Store

extension RecordCouncil {
    /// Who is to sit where.
    public struct Seating: Sendable {
        /// People and seats, in the order they are seated.
        public var seats: [(person: PersonCode, seat: Seat)] = []
        /// Who leaves the council before it opens.
        public var removed: [PersonCode] = []
        /// Why.
        public var reason = ""
        /// Of those to be seated, who sat in an earlier council of the task by papers that are not on record here.
        public var satEarlier: Set<PersonCode> = []
        /// Of those to be seated, who speaks for whom; staff of the ordering body speak for it unless something else is said.
        public var represents: [PersonCode: Representation] = [:]

        /// Nobody yet.
        public init() {}
    }

    /// Seats members, each found free of conflicts for the seat; nobody when one is refused.
    ///
    /// - Throws: `UseCaseFault` naming every ground with its evidence and article, a seat too many, somebody seated twice.
    public func seat(_ act: Act, _ seating: Seating) throws -> Answer {
        try change(act) { record, desk in
            var happenings = seating.removed.map { CouncilHappening.unseated($0, reason: seating.reason) }
            happenings += try Self.described(seating, in: record.session)
            var refused: [Blocker] = []
            for (person, seat) in seating.seats {
                let member = try member(person, seat, seating, record, in: desk.writer)
                let conflicts = try ConflictSearch(task: record.task, law: record.session.law, on: act.day, in: desk.writer)
                    .conflicts(of: person)
                refused += Conflict.blockers(conflicts, for: seat)
                happenings.append(.seated(member))
            }
            guard refused.isEmpty else {
                throw UseCaseFault(
                    .refused,
                    "conflict_of_interest",
                    Phrase(vi: "Có người không được ngồi vào hội đồng", en: "Somebody may not sit in the council"),
                    hint: Phrase(
                        vi:
                            "Xem «nhiemvu person conflicts NGƯỜI \(record.code.task)»; chọn người khác trong «nhiemvu council candidates \(record.code.task)»",
                        en:
                            "See \"nhiemvu person conflicts PERSON \(record.code.task)\"; choose somebody of \"nhiemvu council candidates \(record.code.task)\""
                    ),
                    blockers: refused
                )
            }
            try desk.journal.append(happenings, to: &record)
            let surplus = try UseCaseFault.explaining(record.code) { () throws(Refusal) in
                try record.session.composition.surplus(under: record.session.law, planned: record.plannedMembers)
            }
            guard surplus.isEmpty else {
                throw UseCaseFault(
                    .refused,
                    "council-refused",
                    Phrase(
                        vi: "Hội đồng \(record.code) không được có thêm người",
                        en: "The council \(record.code) may not have more members"
                    ),
                    blockers: surplus
                )
            }
        }
    }

    /// What comes to be known of people who have a seat already.
    private static func described(_ seating: Seating, in session: CouncilSession) throws -> [CouncilHappening] {
        try Set(seating.represents.keys).union(seating.satEarlier).subtracting(seating.seats.map(\.person)).sorted().map { person in
            guard var member = session.composition.members.first(where: { $0.person == person }) else { throw notSeated(person) }
            member.satEarlier = member.satEarlier || seating.satEarlier.contains(person)
            member.represents = seating.represents[person] ?? member.represents
            return .described(member)
        }
    }

    private static func notSeated(_ person: PersonCode) -> UseCaseFault {
        UseCaseFault(
            .usage,
            "not-seated",
            Phrase(vi: "\(person) chưa có ghế trong hội đồng", en: "\(person) has no seat in the council"),
            hint: Phrase(vi: "Thêm ghế, ví dụ --member \(person)", en: "Add a seat, such as --member \(person)")
        )
    }

    private func member(
        _ code: PersonCode,
        _ seat: Seat,
        _ seating: Seating,
        _ record: CouncilRecord,
        in reader: any StoreReader
    ) throws -> CouncilMember {
        guard let json = try reader.registered(.person, code: code.text) else {
            throw UseCaseFault(
                .usage,
                "unknown-person",
                Phrase(vi: "Không có người nào mang mã «\(code)»", en: "Nobody has the code \"\(code)\""),
                hint: Phrase(vi: "Xem «nhiemvu person list»", en: "See \"nhiemvu person list\"")
            )
        }
        let person = try Person(json: json)
        try person.requireUnerased()
        return CouncilMember(
            person: code,
            name: person.titledName,
            seat: seat,
            organisation: person.organisation,
            satEarlier: try seating.satEarlier.contains(code) || Self.satEarlier(code, before: record, in: reader),
            represents: seating.represents[code] ?? Self.speaksForOrderer(person, record)
        )
    }

    /// Whoever works at the ordering body speaks for it, where the law wants representatives.
    private static func speaksForOrderer(_ person: Person, _ record: CouncilRecord) -> Representation? {
        guard record.session.law.council.representatives != nil, let organisation = person.organisation?.text else { return nil }
        return record.task.fact("task.orderer")?.text == organisation ? .orderer : nil
    }

    /// Whether somebody has a seat in a session of another kind that the task had before.
    private static func satEarlier(_ person: PersonCode, before record: CouncilRecord, in reader: any StoreReader) throws -> Bool {
        try (1..<max(record.code.number, 1)).contains { number in
            let code = CouncilCode(task: record.code.task, number: number).description
            guard let entry = try reader.registered(.council, code: code), entry["kind"]?.string != record.session.law.kind else {
                return false
            }
            return CouncilSummary.people(entry).contains(person.text)
        }
    }

    /// Records a conflict of a member that came to light later: derived anew from what is recorded now, or shown by a paper.
    public func discover(_ act: Act, of person: PersonCode, shownBy paper: (ground: ConflictGround, evidence: String)?) throws -> Answer {
        try change(act) { record, desk in
            let law = record.session.law
            let seat = try UseCaseFault.explaining(record.code) { () throws(Refusal) in try record.session.member(person) }.seat
            let found: [Conflict]
            if let paper {
                guard let rule = law.council.conflicts.first(where: { $0.ground == paper.ground }) else {
                    throw UseCaseFault(
                        .refused,
                        "ground-unknown",
                        Phrase(
                            vi: "Quy tắc của \(law.label.vi) không có căn cứ “\(paper.ground.phrase.vi)”",
                            en: "The rules of this council know no such ground: \(paper.ground.phrase[.en])"
                        )
                    )
                }
                found = [Conflict(of: person, by: rule, evidence: Phrase(vi: paper.evidence))]
            } else {
                found = try ConflictSearch(task: record.task, law: law, on: act.day, in: desk.writer).conflicts(of: person)
            }
            guard let conflict = found.first(where: { $0.bars(seat) }) else {
                throw UseCaseFault(
                    .refused,
                    "no-conflict",
                    Phrase(
                        vi: "Dữ liệu đã ghi không cho thấy xung đột lợi ích loại \(person) khỏi ghế \(seat.phrase.vi)",
                        en: "Nothing on record bars \(person) from the seat: \(seat.phrase[.en])"
                    ),
                    hint: Phrase(
                        vi: "Nêu căn cứ và tài liệu bằng --ground và --evidence",
                        en: "Name the ground and the paper with --ground and --evidence"
                    )
                )
            }
            try desk.journal.append([.conflictFound(conflict)], to: &record)
        }
    }
}
