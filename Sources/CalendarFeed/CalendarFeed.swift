/// A calendar of days that other people's programs subscribe to or import (RFC 5545, `METHOD:PUBLISH` of RFC 5546).
public struct CalendarFeed: Sendable {
    /// What people call it.
    public var name: String
    /// BCP 47 language of its texts.
    public var language: String
    /// The days.
    public var events: [CalendarEvent]

    /// Creates a calendar.
    public init(name: String, language: String, events: [CalendarEvent]) {
        self.name = name
        self.language = language
        self.events = events
    }

    /// The file, `text/calendar` in UTF-8; the same events give the same bytes.
    public var bytes: [UInt8] {
        let head = [
            ContentLine("BEGIN", "VCALENDAR"), ContentLine("VERSION", "2.0"), ContentLine("PRODID", "-//nhiemvu//nhiemvu//VI"),
            ContentLine("CALSCALE", "GREGORIAN"), ContentLine("METHOD", "PUBLISH"),
            ContentLine("NAME;LANGUAGE=\(language)", text: name), ContentLine("X-WR-CALNAME", text: name),
        ]
        let lines = head + events.flatMap(\.lines) + [ContentLine("END", "VCALENDAR")]
        return lines.flatMap(\.bytes)
    }
}
