import LifecycleModel
import Store

/// The register's people by role and organisation.
struct RoleContacts {
    /// By role, then by organisation; those of a role at any organisation under nil.
    private var byRole: [String: [String?: [FollowUpDuty.Contact]]] = [:]

    init(_ reader: any StoreReader) throws {
        // By code, since the register is.
        for (code, value) in try reader.allRegistered(.person) {
            let person = try Person(json: value)
            let contact = FollowUpDuty.Contact(code: code, name: person.titledName, email: person.email)
            for role in person.roles {
                byRole[role, default: [:]][nil, default: []].append(contact)
                if let organisation = person.organisation { byRole[role, default: [:]][organisation.text, default: []].append(contact) }
            }
        }
    }

    /// Who holds the role, at that organisation where one is named, by code.
    func holding(_ role: String, at organisation: String?) -> [FollowUpDuty.Contact] { byRole[role]?[organisation] ?? [] }
}
