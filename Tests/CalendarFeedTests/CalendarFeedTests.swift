import CalendarFeed
import LifecycleModel
import Testing

/// What RFC 5545 asks of every line, and what a calendar must find in an event.
@Suite("Calendar feed")
struct CalendarFeedTests {
    private static func event(_ change: (inout CalendarEvent) -> Void = { _ in }) throws -> CalendarEvent {
        var event = CalendarEvent(
            identifier: "NV-1/task:0/NT-1/2025-01-02@nhiemvu",
            sequence: 41,
            changedAt: Moment(milliseconds: 0),
            day: try #require(CivilDate(year: 2025, month: 12, day: 31)),
            status: .confirmed,
            summary: "NV-1: Nghiệm thu; hạn, cuối",
            details: ["Dòng một", "Dòng \\ hai"],
            categories: ["Thời hạn"],
            reminders: [-7, 0]
        )
        change(&event)
        return event
    }

    private static func text(_ events: [CalendarEvent]) -> String {
        String(decoding: CalendarFeed(name: "Thời hạn", language: "vi", events: events).bytes, as: UTF8.self)
    }

    /// The lines, unfolded as RFC 5545, 3.1 says.
    private static func lines(_ text: String) -> [String] {
        text.replacing("\r\n ", with: "").split(separator: "\r\n").map(String.init)
    }

    @Test("an event has its day, its name for ever, its standing and its reminders at nine")
    func event() throws {
        let lines = Self.lines(Self.text([try Self.event()]))
        for wanted in [
            "UID:NV-1/task:0/NT-1/2025-01-02@nhiemvu", "DTSTAMP:19700101T000000Z", "SEQUENCE:41", "DTSTART;VALUE=DATE:20251231",
            "STATUS:CONFIRMED", "SUMMARY:NV-1: Nghiệm thu\\; hạn\\, cuối", "DESCRIPTION:Dòng một\\nDòng \\\\ hai", "TRIGGER:-PT159H",
            "TRIGGER:PT9H",
        ] { #expect(lines.contains(wanted)) }
        #expect(lines.first == "BEGIN:VCALENDAR" && lines.last == "END:VCALENDAR")
    }

    @Test("lines end with CRLF, none is longer than 75 octets, and no character is cut")
    func folding() throws {
        let long = String(repeating: "Quyết định phê duyệt ", count: 40)
        let bytes = CalendarFeed(name: long, language: "vi", events: [try Self.event { $0.details = [long] }]).bytes
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(Array(text.utf8) == bytes)
        let raw = text.split(separator: "\r\n", omittingEmptySubsequences: false)
        #expect(raw.allSatisfy { $0.utf8.count <= 75 && !$0.contains("\n") })
        #expect(raw.allSatisfy { String(validating: Array($0.utf8), as: UTF8.self) != nil })
        #expect(Self.lines(text).contains("DESCRIPTION:\(long)"))
    }

    @Test("what is over is cancelled and reminds nobody; control characters do not get through")
    func cancelled() throws {
        let lines = Self.lines(
            Self.text([
                try Self.event {
                    $0.status = .cancelled
                    $0.summary = "A\u{7}\r\nBEGIN:VEVENT"
                }
            ])
        )
        #expect(lines.contains("STATUS:CANCELLED"))
        #expect(!lines.contains("BEGIN:VALARM"))
        #expect(lines.contains("SUMMARY:A\\nBEGIN:VEVENT"))
        #expect(lines.count { $0 == "BEGIN:VEVENT" } == 1)
    }
}
