import AuditTrail
import CanonicalJSON
import LifecycleModel
import Services
import Store
import Terminal

extension Receipt {
    /// Event numbers and the new log root, so that nothing recorded in a meeting can be lost.
    var block: any Block {
        let numbers = events.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" } ?? "–"
        return Paragraph(
            StyledText(say("Biên nhận: sự kiện ", "Receipt: events "), .faint) + StyledText(numbers, .accent)
                + StyledText(say("; gốc nhật ký (\(head.size)) ", "; log root (\(head.size)) "), .faint) + StyledText(head.root.description)
        )
    }

    /// For programs.
    var json: JSONValue {
        [
            "first_event": events.map { .int($0.lowerBound) } ?? .null, "last_event": events.map { .int($0.upperBound) } ?? .null,
            "size": .int(head.size), "root": .string(head.root.description),
        ]
    }
}
