import AuditTrail
import CanonicalJSON
import LifecycleModel
import Services
import Store
import Terminal

extension Receipt {
    /// Event numbers and the new log root, so that nothing recorded in a meeting can be lost.
    var block: any Block {
        let root = StyledText(head.root.description)
        guard let events else { return Paragraph(StyledText(say("Không ghi gì; gốc ", "Nothing recorded; root "), .faint) + root) }
        let numbers = events.count == 1 ? "\(events.lowerBound)" : "\(events.lowerBound)–\(events.upperBound)"
        return Paragraph(
            StyledText(say("Biên nhận: sự kiện ", "Receipt: events "), .faint) + StyledText(numbers, .accent)
                + StyledText(say("; gốc ", "; root "), .faint) + root
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
