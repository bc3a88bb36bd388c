import CanonicalJSON
import LifecycleModel
import Services
import Terminal

/// Sessions of councils as a table, the newest first.
struct CouncilListing {
    private let entries: [CouncilRegister.Entry]

    init(_ entries: [CouncilRegister.Entry]) {
        self.entries = entries.sorted { (Self.text($0, "meeting_on"), $0.code) > (Self.text($1, "meeting_on"), $1.code) }
    }

    var report: Report {
        Report(
            json: .array(
                entries.map { entry in
                    var object = entry.value.object ?? JSONObject()
                    object["session"] = .string(entry.code)
                    object["title"] = .string(entry.title)
                    object["called_off"] = .bool(entry.isCalledOff)
                    return .object(object)
                }
            ),
            blocks: [
                Table(
                    columns: [
                        Table.Column(say("Phiên họp", "Session"), minimumWidth: 20),
                        Table.Column(say("Nhiệm vụ", "Task"), shrinkPriority: 3, minimumWidth: 8),
                        Table.Column(say("Hội đồng", "Council"), shrinkPriority: 2, minimumWidth: 8, overflow: .wrap),
                        Table.Column(say("Ngày họp", "Meets on"), minimumWidth: 10),
                        Table.Column(say("Tình trạng", "State"), shrinkPriority: 1, minimumWidth: 8, overflow: .wrap),
                    ],
                    rows: entries.map { entry in
                        let label = entry.value["label"].flatMap { try? Phrase(json: $0) }
                        let day = (try? CivilDate(parsing: Self.text(entry, "meeting_on")))?.shown ?? ""
                        let phase =
                            entry.isCalledOff
                            ? StyledText(say("đã hủy", "called off"), .bad) : StyledText(CouncilView.phase(Self.text(entry, "phase")))
                        return [
                            StyledText(entry.code, .accent), StyledText(entry.title), StyledText(label?[Speech.language] ?? ""),
                            StyledText(day), phase,
                        ]
                    }
                )
            ]
        )
    }

    private static func text(_ entry: CouncilRegister.Entry, _ key: String) -> String {
        entry.value[key]?.string ?? ""
    }
}
