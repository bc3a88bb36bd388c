import Councils
public import LifecycleModel
import Rules

extension RecordCouncil {
    /// Who came and went, and what was handed in.
    public struct Attendance: Sendable {
        /// Members who came; `isEverybody` for all who are not there yet.
        public var arrived: [PersonCode] = []
        /// Whether all members came.
        public var isEverybody = false
        /// Members who left.
        public var left: [PersonCode] = []
        /// Members whose written reviews came, or all.
        public var reviews: [PersonCode] = []
        /// Whether all reviews came.
        public var isEveryReview = false
        /// The chair's written authority for the deputy.
        public var authority: String?
        /// Guests.
        public var guests: [String] = []

        /// Nobody yet.
        public init() {}
    }

    /// Records who is there.
    public func attend(_ act: Act, _ attendance: Attendance) throws -> Answer {
        try change(act) { record, desk in
            let session = record.session
            let members = session.composition.members.map(\.person)
            let arrived = attendance.isEverybody ? members.filter { !session.roll.present.contains($0) } : attendance.arrived
            let reviews = attendance.isEveryReview ? members.filter { !session.roll.reviews.contains($0) } : attendance.reviews
            var happenings: [CouncilHappening] = reviews.map { .reviewReceived($0) }
            happenings += attendance.authority.map { [.deputyAuthorised(by: $0)] } ?? []
            happenings += arrived.map { .arrived($0) } + attendance.left.map { .left($0) } + attendance.guests.map { .guestWelcomed($0) }
            guard !happenings.isEmpty else {
                throw UseCaseFault(
                    .usage,
                    "nothing-to-record",
                    Phrase(vi: "Không có gì để ghi", en: "There is nothing to record"),
                    hint: Phrase(vi: "Nêu mã thành viên, hoặc --all", en: "Name members, or --all")
                )
            }
            try desk.journal.append(happenings, to: &record)
        }
    }

    /// Records that the papers went out to the members.
    public func sendPapers(_ act: Act) throws -> Answer {
        try change(act) { record, desk in
            let isOtherSize = record.session.composition.otherSizeDecision != nil
            try desk.fire("send-papers", of: &record, with: isOtherSize ? ["this.other_size_decided": "true"] : [:], on: act.day)
        }
    }

    /// Opens the session: the law of councils and the task's rules are both asked.
    public func open(_ act: Act) throws -> Answer {
        try change(act) { record, desk in
            let seated = Int64(record.session.composition.members.count)
            if let planned = record.plannedMembers, planned != seated {
                throw UseCaseFault(
                    .refused,
                    "members_differ",
                    Phrase(
                        vi: "Quyết định thành lập nêu \(planned) thành viên, danh sách có \(seated)",
                        en: "The founding decision names \(planned) members, the list has \(seated)"
                    ),
                    hint: Phrase(
                        vi: "Bổ sung bằng «nhiemvu council seat \(record.code)»",
                        en: "Complete it with \"nhiemvu council seat \(record.code)\""
                    )
                )
            }
            try desk.journal.append([.opened], to: &record)
            let session = record.session
            let facts = try UseCaseFault.explaining(record.code) { () throws(Refusal) in try session.openingFacts() }
            try desk.fire("open", of: &record, with: facts.texts, on: act.day)
        }
    }

    /// Calls the session off for good; whoever the rules let do it.
    public func callOff(_ act: Act, reason: String) throws -> Answer {
        try transaction(act.day, dryRun: act.dryRun) { desk in
            var record = try CouncilRecord(try CouncilCode(act.session, in: desk.writer), definitions: definitions, in: desk.writer)
            try desk.fire("void", of: &record, with: ["this.void_reason": reason], on: act.day)
            return record
        }
    }

    /// Puts the session off.
    ///
    /// - Parameter day: the day on which it goes on, when that is known.
    public func adjourn(_ act: Act, reason: String, until day: CivilDate? = nil) throws -> Answer {
        if let day, day < act.day {
            throw UseCaseFault(
                .usage,
                "day-before-last",
                Phrase(vi: "Ngày họp tiếp \(day.vietnamese) ở trước ngày hoãn", en: "\(day) lies before the day it is put off"),
                hint: Phrase(vi: "Xem lại --until", en: "Look at --until again")
            )
        }
        return try change(act) { record, desk in
            let reason = try CheckedText(reason, longest: FactReading.longest).text
            try desk.journal.append([.adjourned(reason: reason, until: day)], to: &record)
            try desk.fire("adjourn", of: &record, with: [:], on: act.day)
        }
    }
}

extension [String: SessionFact] {
    /// As an event takes them.
    var texts: [String: String] {
        [String: String](map { ("this.\($0.key)", $0.value.text) }) { first, _ in first }
    }
}

extension SessionFact {
    fileprivate var text: String {
        switch self {
        case .int(let number): String(number)
        case .bool(let value): value ? "true" : "false"
        case .word(let word): word
        }
    }
}

extension Desk {
    /// Fires an event on the small machine beside a session with those facts that it records.
    func fire(_ event: String, of record: inout CouncilRecord, with facts: [String: String], on day: CivilDate) throws {
        record = record.following(
            try fire(
                FireEvent.Request(
                    task: record.code.task,
                    machine: record.code.reference,
                    event: event,
                    facts: record.rules.wanted(by: event, of: CouncilCode.machine, facts),
                    day: day
                )
            )
        )
    }
}
