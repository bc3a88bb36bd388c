import LifecycleModel
import Store

/// The register's people by role and organisation.
struct RoleContacts {
    private var byRole: [String: [(organisation: String?, contact: FollowUpDuty.Contact)]] = [:]

    init(_ reader: any StoreReader) throws {
        for (code, value) in try reader.allRegistered(.person) {
            let person = try Person(json: value)
            for role in person.roles {
                byRole[role, default: []].append(
                    (person.organisation?.text, FollowUpDuty.Contact(code: code, name: person.titledName, email: person.email))
                )
            }
        }
    }

    /// Who holds the role, at that organisation where one is named, by code.
    func holding(_ role: String, at organisation: String?) -> [FollowUpDuty.Contact] {
        (byRole[role] ?? []).filter { organisation == nil || $0.organisation == organisation }.map(\.contact)
            .sorted { $0.code < $1.code }
    }
}
