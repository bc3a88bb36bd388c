import LifecycleModel
import Rules
import Store

/// Who holds a role on a task: its principal investigator, people of its host or orderer, or whoever of the register has the role. Looked up once
/// for all tasks with the same parties.
public final class RoleHolders {
    private var contacts: RoleContacts?
    private var found: [Asked: [String]] = [:]

    private struct Asked: Hashable {
        let role: String
        let organisation: String?
    }

    /// Reads the register when first asked.
    public init() {}

    /// The organisation that answers (nil: a body of the department or the province) and the codes of the people.
    func holder(
        of id: String,
        _ role: Role?,
        on task: Parties,
        in reader: any StoreReader
    ) throws -> (organisation: String?, people: [String]) {
        switch role?.heldBy {
        case .investigator: (task.host, task.investigator.map { [$0] } ?? [])
        case .host: (task.host, try people(id, at: task.host, in: reader))
        case .orderer: (task.orderer, try people(id, at: task.orderer, in: reader))
        default: (nil, try people(id, at: nil, in: reader))
        }
    }

    /// Codes of the people whom a bar on the party concerns: the host's own people, or the investigator.
    func barred(_ party: String, on task: Parties, under regime: Regime, in reader: any StoreReader) throws -> [String] {
        guard party == "host" else { return task.investigator.map { [$0] } ?? [] }
        return try regime.roles.filter { $0.value.heldBy == .host }.keys.sorted().flatMap { try people($0, at: task.host, in: reader) }
    }

    private func people(_ role: String, at organisation: String?, in reader: any StoreReader) throws -> [String] {
        let asked = Asked(role: role, organisation: organisation)
        if let known = found[asked] { return known }
        let contacts = try self.contacts ?? RoleContacts(reader)
        self.contacts = contacts
        let people = contacts.holding(role, at: organisation).map(\.code)
        found[asked] = people
        return people
    }

    /// The parties of a task.
    struct Parties {
        let host, investigator, orderer: String?

        init(_ task: TaskRow) {
            (host, investigator, orderer) = (task.host, task.investigator, task.orderer)
        }

        init(_ waking: WakingDeadline) {
            (host, investigator, orderer) = (waking.host, waking.investigator, waking.orderer)
        }
    }
}
