public import LifecycleModel
public import Rules

/// Who stands behind the task or the dossiers a council judges, as the store knows it.
public struct Participation: Sendable, Hashable {
    /// Somebody named in the research plan or the application.
    public struct Participant: Sendable, Hashable {
        /// Who.
        public let person: PersonCode
        /// As what.
        public let role: ParticipantRole
        /// The paper that names the person, such as `B1-2a-TMĐTCN`.
        public let source: String

        /// Creates a participant.
        public init(person: PersonCode, role: ParticipantRole, source: String) {
            self.person = person
            self.role = role
            self.source = source
        }
    }

    /// An organisation named there.
    public struct Party: Sendable, Hashable {
        /// Which.
        public let organisation: OrganisationCode
        /// The paper that names it.
        public let source: String

        /// Creates a party.
        public init(organisation: OrganisationCode, source: String) {
            self.organisation = organisation
            self.source = source
        }
    }

    /// The hosts: of the task, or of every dossier to be judged.
    public var hosts: [Party]
    /// The organisations that take part beside them.
    public var coordinators: [Party]
    /// The people.
    public var participants: [Participant]

    /// Creates a participation.
    public init(hosts: [Party] = [], coordinators: [Party] = [], participants: [Participant] = []) {
        self.hosts = hosts
        self.coordinators = coordinators
        self.participants = participants
    }
}

/// What is known of somebody who may sit in a council.
public struct Candidate: Sendable, Hashable {
    /// A family tie.
    public struct Kin: Sendable, Hashable {
        /// To whom.
        public let person: PersonCode
        /// What the other one is to the candidate: spouse, parent, child or sibling.
        public let tie: Tie
        /// Where that is known from.
        public let source: String

        /// Ties that the law names.
        public enum Tie: String, Sendable, Hashable, CaseIterable {
            case spouse, parent, child, sibling

            /// For people.
            public var phrase: Phrase {
                switch self {
                case .spouse: Phrase(vi: "vợ hoặc chồng", en: "spouse")
                case .parent: Phrase(vi: "bố hoặc mẹ", en: "parent")
                case .child: Phrase(vi: "con", en: "child")
                case .sibling: Phrase(vi: "anh, chị, em ruột", en: "sibling")
                }
            }
        }

        /// Creates a tie.
        public init(to person: PersonCode, _ tie: Tie, source: String) {
            self.person = person
            self.tie = tie
            self.source = source
        }
    }

    /// Something on record that bears on a ground directly: a penalty, proof of partiality, a related interest.
    public struct Finding: Sendable, Hashable {
        /// The ground it proves.
        public let ground: ConflictGround
        /// What it is and where it is recorded.
        public let evidence: String
        /// The first day it stands; nil for always.
        public let from: CivilDate?
        /// The last day; nil while no end is known.
        public let until: CivilDate?

        /// Creates a finding.
        public init(_ ground: ConflictGround, evidence: String, from: CivilDate? = nil, until: CivilDate? = nil) {
            self.ground = ground
            self.evidence = evidence
            self.from = from
            self.until = until
        }

        /// Whether it stands on a day.
        public func stands(on day: CivilDate) -> Bool {
            (from.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true)
        }
    }

    /// Who.
    public let person: PersonCode
    /// Where the person works, with the register entry that says so.
    public var organisation: OrganisationCode?
    /// The family ties known.
    public var kin: [Kin]
    /// What is on record.
    public var findings: [Finding]

    /// Creates a candidate.
    public init(person: PersonCode, organisation: OrganisationCode? = nil, kin: [Kin] = [], findings: [Finding] = []) {
        self.person = person
        self.organisation = organisation
        self.kin = kin
        self.findings = findings
    }
}
