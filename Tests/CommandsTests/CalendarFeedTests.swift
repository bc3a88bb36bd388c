import Foundation
import TestSupport
import Testing

/// Due dates for people's own calendars, out of one task in follow-up.
@Suite("Calendar of due dates")
struct CalendarFeedTests {
    /// Events by UID, each with its properties by name.
    private static func events(_ text: String) -> [String: [String: String]] {
        var events: [String: [String: String]] = [:]
        for part in text.replacing("\r\n ", with: "").split(separator: "BEGIN:VEVENT\r\n").dropFirst() {
            var properties: [String: String] = [:]
            for line in part.split(separator: "\r\n") {
                let name = line.prefix { $0 != ":" }
                if properties[String(name)] == nil { properties[String(name)] = String(line.dropFirst(name.count + 1)) }
            }
            events[properties["UID"] ?? ""] = properties
        }
        return events
    }

    private static let report = "NV-2021-003/application-report:2/UD-1/2023-01-27@nhiemvu"

    @Test("what runs is in it, with its day; once it is over, the same event is cancelled with a higher number")
    func updates() throws {
        let desk = try FollowUpDesk()
        func calendar(_ words: [String] = []) throws -> [String: [String: String]] {
            let outcome = try desk.run(["export", "--as", "ics"] + words)
            #expect(outcome.exit == 0, "\(outcome.error)")
            return Self.events(outcome.output)
        }
        let before = try calendar()
        let running = try #require(before[Self.report])
        #expect(running["DTSTART;VALUE=DATE"] == "20250127")
        #expect(running["STATUS"] == "CONFIRMED")
        #expect(running["SUMMARY"]?.hasPrefix("NV-2021-003: ") == true)
        #expect(try calendar() == before)
        let reported = try desk.run(["followup", "report", FollowUpDesk.task, "--period", "2", "--paper", "46/BC:2024-02-15"])
        #expect(reported.exit == 0, "\(reported.error)")
        let after = try calendar()
        let over = try #require(after[Self.report])
        #expect(over["STATUS"] == "CANCELLED")
        #expect(try #require(Int(over["SEQUENCE"] ?? "")) > (try #require(Int(running["SEQUENCE"] ?? ""))))
        #expect(try calendar(["--since", "2024-03-02"])[Self.report] == nil)
    }

    @Test("a person's calendar has what that person answers for, an organisation's what its people do")
    func whose() throws {
        let desk = try FollowUpDesk()
        func names(_ words: [String]) throws -> Set<String> {
            Set(Self.events(try desk.run(["export", "--as", "ics"] + words).output).keys)
        }
        let all = try names([])
        let host = try names(["--person", FollowUpDesk.host])
        #expect(host.contains(Self.report))
        #expect(try names(["--org", "MAU-CT-07"]) == host)
        #expect(host.isStrictSubset(of: all))
        #expect(try !names(["--person", FollowUpDesk.head]).contains(Self.report))
    }

    @Test(
        "refuses whom nobody knows, and whose calendar it is without a calendar",
        arguments: [
            (["--as", "ics", "--person", "MAU-CB-2"], "Có phải ý bạn là"), (["--as", "ics", "--org", "XYZ-000"], "tổ chức"),
            (["--as", "ics", "--since", "30/02/2024"], "--since"), (["--as", "xes", "--person", "MAU-CB-02"], "--as ics"),
        ]
    )
    func refused(_ words: [String], _ told: String) throws {
        let outcome = try FollowUpDesk().run(["export"] + words)
        #expect(outcome.exit == 64 || outcome.exit == 65)
        #expect(outcome.output.isEmpty)
        #expect(outcome.error.contains(told), "\(outcome.error)")
    }
}
