import CanonicalJSON
import LifecycleModel
import Services
import Store
import Terminal

/// What commands on the register have in common: showing entries, and the answer to a change.
enum RegisterReport {
    /// A list of entries, sorted by name in the order of the Vietnamese alphabet.
    static func list(
        _ entries: [(code: String, value: JSONValue)],
        find: String?,
        columns: [(title: String, field: String)],
        roles: RoleLabels? = nil
    ) -> Report {
        let words = (find ?? "").split(separator: " ").map { VietnameseText.folded(String($0)) }
        let found = entries.filter { entry in
            let text = VietnameseText.folded(entry.code + " " + (entry.value["name"]?.string ?? ""))
            return words.allSatisfy { text.contains($0) }
        }.map { (VietnameseText.sortKey($0.value["name"]?.string ?? $0.code), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
        let table = Table(
            columns: columns.enumerated().map { index, column in
                Table.Column(column.title, shrinkPriority: index, minimumWidth: 8, overflow: index == 0 ? .truncate : .wrap)
            },
            rows: found.map { entry in
                columns.map { column in StyledText(text(entry.value, column.field, roles), column.field == "code" ? .accent : .plain) }
            }
        )
        return Report(json: .array(found.map(\.value)), blocks: [table])
    }

    /// One entry.
    static func show(
        _ value: JSONValue,
        fields: [(title: String, field: String)],
        roles: RoleLabels? = nil,
        further: [any Block] = [],
        json: JSONObject = [:]
    ) -> Report {
        let pairs = fields.filter { value[$0.field]?.isNull == false }.map {
            KeyValues.Pair($0.title, StyledText(text(value, $0.field, roles)))
        }
        return Report(json: .object((value.object ?? JSONObject()).merging(json)), blocks: [KeyValues(pairs)] + further)
    }

    /// The answer to a change.
    static func changed(_ entry: RegisterParty.Entry, _ receipt: Receipt) -> Report {
        let head =
            receipt.events == nil
            ? StyledText(say("Không có gì thay đổi: ", "Nothing changed: ")) : StyledText(say("Đã ghi: ", "Recorded: "), .good)
        return Report(
            json: ["code": .string(entry.code), "receipt": receipt.json],
            blocks: [
                Paragraph(head + StyledText(entry.code, .accent) + StyledText("  \(entry.json["name"]?.string ?? "")")), receipt.block,
            ]
        )
    }

    private static func text(_ entry: JSONValue, _ field: String, _ roles: RoleLabels?) -> String {
        if field == "sex", let sex = entry[field]?.string.flatMap({ Person.Sex(rawValue: $0) }) { return sex.phrase[Speech.language] }
        if field == "name", entry["erased"] != nil { return say("(đã xoá dữ liệu cá nhân)", "(personal data erased)") }
        guard field == "roles", let roles else { return text(entry[field]) }
        return (entry[field]?.array ?? []).compactMap(\.string).map { roles[$0] }.joined(separator: ", ")
    }

    private static func text(_ value: JSONValue?) -> String {
        switch value {
        case .string(let text)?: text
        case .int(let number)?: String(number)
        case .array(let items)?: items.map { RegisterReport.text($0) }.joined(separator: ", ")
        default: ""
        }
    }
}
