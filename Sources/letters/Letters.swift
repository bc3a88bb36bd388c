import CanonicalJSON
import Foundation
import LifecycleModel
import MailDelivery

/// What `make oracles` compares with other people's mail programs and templates: on stdin, as JSON, either
/// `{"settings":…,"messages":[{"key":…,"to":…,"name":…,"subject":…,"body":…,"date":…,"urgent":…},…]}` to be sent,
/// or `{"letters":[{"text":…,"data":{…}},…]}` to be filled; on stdout what became of each.
@main
struct Letters {
    static func main() throws {
        let asked = try JSONValue(parsing: String(decoding: FileHandle.standardInput.readDataToEndOfFile(), as: UTF8.self))
        print(JSONValue.array(try asked["settings"] == nil ? filled(asked) : sent(asked)).canonicalText)
    }

    private static func sent(_ asked: JSONValue) throws -> [JSONValue] {
        let settings = try MailSettings(parsing: try asked.string(at: "settings"))
        let carrier = try settings.carrier(path: ProcessInfo.processInfo.environment["PATH"] ?? "")
        return try (asked["messages"]?.array ?? []).map { entry in
            let message = try MailMessage(
                key: try entry.string(at: "key"),
                from: settings.sender,
                to: try Mailbox(try entry.value(at: "to"), name: try entry.string(at: "name")),
                subject: try entry.string(at: "subject"),
                body: try entry.string(at: "body"),
                date: try entry.value(at: "date"),
                isUrgent: entry["urgent"] == .bool(true)
            )
            let outcome = carrier.deliver(message)
            let word =
                switch outcome {
                case .delivered: "delivered"
                case .refused: "refused"
                case .postponed: "postponed"
                }
            return [
                "outcome": .string(word), "code": JSONValue(outcome.trouble?.code.rawValue), "identifier": .string(message.identifier),
                "key": JSONValue(MailMessage.key(ofIdentifier: message.identifier)),
            ]
        }
    }

    /// Fields `a` and `b`, items with `c`, in them inner ones with `d`.
    private static let shape = TemplateShape(
        fields: ["a", "b"],
        sections: ["items": TemplateShape(fields: ["c"], sections: ["inner": TemplateShape(fields: ["d"])])]
    )

    private static func filled(_ asked: JSONValue) throws -> [JSONValue] {
        try (asked["letters"]?.array ?? []).map { entry in
            let letter = try MailTemplate(try entry.string(at: "text"), file: "letter", shape: shape).filled(with: data(entry["data"]))
            return ["subject": .string(letter.subject), "body": .string(letter.body)]
        }
    }

    private static func data(_ value: JSONValue?) -> TemplateData {
        var data = TemplateData()
        for member in value?.object ?? JSONObject() {
            if let text = member.value.string { data.fields[member.key] = text }
            if let items = member.value.array { data.sections[member.key] = items.map(Self.data) }
        }
        return data
    }
}
