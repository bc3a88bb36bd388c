import CanonicalJSON
public import Engine
public import LifecycleModel
public import Store

/// Who stands behind a task for its councils: what the task and its dossiers say themselves, and what was entered beside them.
///
/// The host and the investigator of the task and of each dossier count without being entered. A dossier counts while it is in the running,
/// and the one that won counts further on: who applied and did not win has no part in the task that others carry out.
public struct TaskParticipation: Sendable, Hashable {
    /// What is known of the task itself.
    public let task: Participation
    /// What is known of each dossier that counts, by number.
    public let dossiers: [Participation]

    /// Reads it.
    public init(of state: TaskState, in reader: any StoreReader) throws {
        let code = try TaskCode(state.code)
        let (host, investigator) = (state.fact("task.host")?.text, state.fact("task.investigator")?.text)
        task = try Self.entered(Participation(task: code), host, investigator, source: code.text, in: reader)
        dossiers = try (state.machines["dossier"] ?? []).filter { Self.counts($0, host, investigator) }.map { dossier in
            try Self.entered(
                Participation(task: code, dossier: dossier.number),
                dossier.facts["host"]?.text,
                dossier.facts["investigator"]?.text,
                source: "\(code), dossier:\(dossier.number)",
                in: reader
            )
        }
    }

    /// All together: one entry for each organisation, and for each person and role, with every paper that names them.
    public var joined: Participation {
        let all = [task] + dossiers
        return Participation(
            task: task.task,
            hosts: Self.joined(all.flatMap(\.hosts)),
            coordinators: Self.joined(all.flatMap(\.coordinators)),
            participants: Self.joined(all.flatMap(\.participants))
        )
    }

    /// Codes of the people of a role who stand behind the task itself and behind the dossier of this host and investigator.
    func people(as role: ParticipantRole, host: String?, investigator: String?) -> [String] {
        let chosen = dossiers.filter { dossier in
            dossier.hosts.contains { $0.organisation.text == host } && dossier.participants.first?.person.text == investigator
        }
        var seen: Set<String> = []
        return ([task] + chosen).flatMap(\.participants).filter { $0.role == role }.map(\.person.text).filter { seen.insert($0).inserted }
    }

    private static func counts(_ dossier: TaskState.Instance, _ host: String?, _ investigator: String?) -> Bool {
        switch dossier.end {
        case nil: true
        case "completed": dossier.facts["host"]?.text == host && dossier.facts["investigator"]?.text == investigator
        default: false
        }
    }

    /// What was entered, with the host and the investigator that are known otherwise in front.
    private static func entered(
        _ place: Participation,
        _ host: String?,
        _ investigator: String?,
        source: String,
        in reader: any StoreReader
    ) throws -> Participation {
        var participation = try reader.registered(.participation, code: place.code).map { try Participation(json: $0) } ?? place
        if let host {
            participation.hosts.insert(Participation.Party(organisation: try OrganisationCode(host), source: source), at: 0)
        }
        if let investigator {
            let person = try PersonCode(investigator)
            participation.participants.insert(Participation.Participant(person: person, role: .investigator, source: source), at: 0)
        }
        return participation
    }

    private static func joined(_ parties: [Participation.Party]) -> [Participation.Party] {
        joined(parties, by: \.organisation, source: \.source).map { Participation.Party(organisation: $0.organisation, source: $1) }
    }

    private static func joined(_ participants: [Participation.Participant]) -> [Participation.Participant] {
        joined(participants, by: { [$0.person.text, $0.role.rawValue] }, source: \.source).map {
            Participation.Participant(person: $0.person, role: $0.role, source: $1)
        }
    }

    /// The first of each key in their order, with all sources.
    private static func joined<Item, Key: Hashable>(
        _ items: [Item],
        by key: (Item) -> Key,
        source: (Item) -> String
    ) -> [(Item, String)] {
        var places: [Key: Int] = [:]
        var found: [(item: Item, sources: [String])] = []
        for item in items {
            if let place = places[key(item)] {
                if !found[place].sources.contains(source(item)) { found[place].sources.append(source(item)) }
            } else {
                places[key(item)] = found.count
                found.append((item, [source(item)]))
            }
        }
        return found.map { ($0.item, $0.sources.joined(separator: "; ")) }
    }
}
