import CanonicalJSON
import LifecycleModel
import Store

/// The personal data beside the events.
extension DossierCheck {
    /// Reads them and compares them with the commitments in the events.
    mutating func checkPersonal(_ events: [EventRecord]) -> DossierPersonal {
        let part = DossierPart.personal
        let commitments = events.compactMap { event in
            PersonalMembers.committed(event).map { (event: event.number, person: PersonalMembers.person(in: event), commitment: $0) }
        }
        if !commitments.isEmpty || parts[part] != nil { expected.insert(part) }
        let none = DossierPersonal(rows: [], erasedFiles: [:])
        guard let content = parts[part] else { return none }
        let personal: DossierPersonal
        do { personal = try DossierPersonal(parsing: content) } catch {
            let what = Self.words(error)
            report(.personal, part, "không đọc được: \(what.vi)", "it cannot be read: \(what[.en])")
            return none
        }
        if personal.content != content || personal.isEmpty {
            report(.personal, part, "không viết đúng dạng", "it is not written as it should be")
        }
        var open = commitments
        for row in personal.rows {
            guard let place = open.firstIndex(where: { $0 == (row.event, row.person, row.commitment) }) else {
                report(
                    .personal,
                    part,
                    "sự kiện \(row.event) không cam kết về dữ liệu này của \(row.person)",
                    "event \(row.event) holds no commitment to these data of \(row.person)"
                )
                continue
            }
            open.remove(at: place)
            guard let data = row.part, data.commitment != row.commitment else { continue }
            report(
                .personal,
                part,
                "dữ liệu của \(row.person) ở sự kiện \(row.event) không khớp cam kết",
                "the data of \(row.person) at event \(row.event) are not what was committed to"
            )
        }
        for (event, person, _) in open {
            report(
                .personal,
                part,
                "thiếu dữ liệu của \(person ?? "") ở sự kiện \(event)",
                "the data of \(person ?? "") at event \(event) are missing"
            )
        }
        return personal
    }
}
