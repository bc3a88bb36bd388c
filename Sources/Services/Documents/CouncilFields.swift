import CanonicalJSON
import Councils
import Documents
import Engine
import LifecycleModel
import Rules
import Store

/// What a document prints of a session of a council, each with the events it rests on.
///
/// Nothing that comes out of ballots is there before the count, and never on a paper that one member fills in.
struct CouncilFields {
    let record: CouncilRecord
    let paper: CouncilPaper
    /// The member a paper is made for, and the dossier; nil when for none, or for all.
    let member: CouncilMember?
    let subject: Subject?
    /// Whether it is only a draft: it shows bases of the rules that nobody has confirmed yet, an issued paper does not.
    let isDraft: Bool
    private let names: [String: String]
    let happenings: [(number: Int64, happening: CouncilHappening)]

    init(
        _ record: CouncilRecord,
        paper: CouncilPaper,
        member: CouncilMember?,
        subject: Subject?,
        isDraft: Bool,
        in reader: any StoreReader
    ) throws {
        self.record = record
        self.isDraft = isDraft
        self.paper = paper
        self.member = member
        self.subject = subject
        happenings = try record.events.map { ($0.number, try CouncilHappening(kind: $0.kind, payload: $0.payload)) }
        var names: [String: String] = [:]
        for code in Set(record.session.composition.members.compactMap(\.organisation)) {
            names[code.text] = try reader.registered(.organisation, code: code.text)?["name"]?.string
        }
        for dossier in Self.dossiers(of: record) {
            if let host = dossier.facts["host"]?.text {
                names[host] = try reader.registered(.organisation, code: host)?["name"]?.string
            }
            if let person = dossier.facts["investigator"]?.text {
                names[person] = try reader.registered(.person, code: person).map { try Person(json: $0).titledName }
            }
        }
        self.names = names
    }

    var session: CouncilSession { record.session }

    /// Whether the session concludes together, as a team does, with a head instead of a chair.
    var isTeam: Bool { session.law.council.decision?.way == .collective }

    /// The count where it may be told.
    var count: VoteCount? { paper.isOfOneMember ? nil : session.count }

    /// The name of a registered organisation or person.
    func name(_ code: String) -> String { names[code] ?? code }

    /// The small machines of the dossiers that are judged.
    static func dossiers(of record: CouncilRecord) -> [TaskState.Instance] {
        guard let kind = record.session.law.council.judges?.machine else { return [] }
        return record.session.subjects.compactMap { subject in
            Int64(subject.id).flatMap { record.task.instance(MachineReference(kind: kind, number: $0)) }
        }
    }

    /// The dossier behind a subject; nil when it is none.
    func dossier(_ subject: Subject) -> TaskState.Instance? {
        Self.dossiers(of: record).first { String($0.number) == subject.id }
    }

    // MARK: What it rests on

    /// Numbers of the events that say it.
    func events(of fact: CouncilFact) -> [Int64] {
        // That somebody voted is told by the count alone.
        let isCounted = count != nil
        return happenings.filter { isCounted || !Self.isOfTheCount($0.happening) }.filter { Self.says($0.happening, fact) }.map(\.number)
    }

    private static func isOfTheCount(_ happening: CouncilHappening) -> Bool {
        if case .counted = happening { true } else { happening.isSealed }
    }

    private static func says(_ happening: CouncilHappening, _ fact: CouncilFact) -> Bool {
        switch happening {
        case .formed: [.name, .dossiers, .products, .criteria, .dossierHost, .dossierInvestigator].contains(fact)
        case .seated: [.members, .secretary, .memberName, .memberRole, .memberOrganisation].contains(fact)
        case .described: fact == .members
        case .unseated: [.members, .secretary, .replacements].contains(fact)
        case .opened: [.members, .presiding, .present, .needed, .absent, .meetingOn].contains(fact)
        case .arrived, .left: [.members, .presiding, .present, .needed, .absent].contains(fact)
        case .adjourned: [.presiding, .present, .needed, .absent, .adjournments].contains(fact)
        case .deputyAuthorised: [.presiding, .authority].contains(fact)
        case .guestWelcomed: fact == .guests
        case .reviewReceived: false
        case .conflictFound: fact.isSealed || [.members, .presiding, .present, .absent].contains(fact)
        case .ballotCast, .ballotSuperseded, .counted: fact.isSealed || fact == .counters || !fact.sealedColumns.isEmpty
        case .concluded: [.conclusion, .dissents, .result].contains(fact)
        }
    }

    // MARK: What is missing

    /// What would record something that is not there yet.
    func cure(of fact: CouncilFact, column: String?) -> Phrase? {
        let verb: String
        switch fact {
        case _ where !isTeam && fact != .conclusion && fact != .dissents && isSealed(fact, column: column):
            return Phrase(
                vi: "phiếu còn niêm phong đến khi kiểm phiếu: «nhiemvu council count \(record.code)»",
                en: "the ballots are sealed until the count: \"nhiemvu council count \(record.code)\""
            )
        case .members, .secretary: verb = "seat"
        case .present, .needed, .absent, .presiding: verb = "open"
        case .guests: verb = "attend --guest …"
        case .authority: verb = "attend --authority …"
        case .counters where session.count == nil: verb = "count"
        case .conclusion, .dissents, .result: verb = "conclude"
        case .memberName, .memberRole, .memberOrganisation:
            guard member == nil else { return nil }
            return Phrase(vi: "nêu thành viên bằng --member", en: "name the member with --member")
        case .dossierHost where session.subjects.count > 1, .dossierInvestigator where session.subjects.count > 1:
            let numbers = session.subjects.map(\.id).joined(separator: ", ")
            return Phrase(vi: "nêu hồ sơ bằng --subject (\(numbers))", en: "name the dossier with --subject (\(numbers))")
        default: return nil
        }
        let words = verb.split(separator: " ", maxSplits: 1).map(String.init)
        let command = ([words[0], record.code.description] + words.dropFirst()).joined(separator: " ")
        return Phrase(vi: "ghi bằng «nhiemvu council \(command)»", en: "record it: \"nhiemvu council \(command)\"")
    }

    /// Whether a value would tell what is not known yet: of ballots before the count, of the conclusion before there is one.
    func isSealed(_ fact: CouncilFact, column: String? = nil) -> Bool {
        guard !paper.isOfOneMember else { return false }
        if fact == .conclusion || fact == .dissents || (isTeam && fact.isSealed) { return session.conclusion == nil }
        return session.count == nil && (fact.isSealed || column.map(fact.sealedColumns.contains) ?? false)
    }
}
