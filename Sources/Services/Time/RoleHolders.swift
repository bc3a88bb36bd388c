import LifecycleModel
import Rules
public import Store

/// Who holds a role on a task: its principal investigator, people of its host or orderer, or whoever of the register has the role. Looked up once
/// for all tasks with the same parties.
public final class RoleHolders {
    private let contacts: RoleContacts
    private var found: [Asked: [String]] = [:]

    private struct Asked: Hashable {
        let role: String
        let organisation: String?
    }

    /// Reads the register.
    public init(_ reader: any StoreReader) throws {
        contacts = try RoleContacts(reader)
    }

    /// The organisation that answers (nil: a body of the department or the province) and the codes of the people.
    func holder(of id: String, _ role: Role?, on task: Parties) -> (organisation: String?, people: [String]) {
        switch role?.heldBy {
        case .investigator: (task.host, task.investigator.map { [$0] } ?? [])
        case .host: (task.host, people(id, at: task.host))
        case .orderer: (task.orderer, people(id, at: task.orderer))
        default: (nil, people(id, at: nil))
        }
    }

    /// Codes of the people whom a bar on the party concerns: the host's own people, or the investigator.
    func barred(_ party: String, on task: Parties, under regime: Regime) -> [String] {
        guard party == "host" else { return task.investigator.map { [$0] } ?? [] }
        return regime.roles.filter { $0.value.heldBy == .host }.keys.sorted().flatMap { people($0, at: task.host) }
    }

    private func people(_ role: String, at organisation: String?) -> [String] {
        let asked = Asked(role: role, organisation: organisation)
        if let known = found[asked] { return known }
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
