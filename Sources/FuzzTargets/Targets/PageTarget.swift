import CalendarFeed
import LifecycleModel
import OpenPackaging
import Pages

extension FuzzTarget {
    /// Texts of other people in a page: its markup is the same whatever they are, and they stand in it as they were.
    static let page = FuzzTarget("page", longest: 1 << 12, share: 8) { (bytes) throws(FuzzFinding) in
        let text = String(decoding: bytes, as: UTF8.self)
        let markup = HTML.element("div", ["title": text, "class": text], .element("p", [:], text), HTML(text)).markup
        let element = try unrefused("a page is not well-formed") { try XMLElement(reading: Array(markup.utf8), part: "page") }
        try expect(element.name == "div" && element.elements.map(\.name) == ["p"], "a text became markup")
        try expect(element.elements[0].elements.isEmpty && element.attributes.count == 2, "a text became markup")
        let page = Page(language: text, title: text, body: HTML(text)).document
        let plain = Page(language: "", title: "", body: .empty).document
        try expect(page.utf8.count { $0 == UInt8(ascii: "<") } == plain.utf8.count { $0 == UInt8(ascii: "<") }, "a text became markup")
    }

    /// Texts of other people in a calendar: they begin no property, and no line is longer than 75 octets.
    static let feed = FuzzTarget("feed", longest: 1 << 12, share: 8) { (bytes) throws(FuzzFinding) in
        let text = String(decoding: bytes, as: UTF8.self)
        let event = CalendarEvent(
            identifier: text,
            sequence: 1,
            changedAt: Moment(milliseconds: 1_767_143_109_000),
            day: CivilDate.earliest,
            status: .confirmed,
            summary: text,
            details: [text, text],
            categories: [text],
            reminders: [-7]
        )
        let octets = CalendarFeed(name: text, language: "vi", events: [event]).bytes
        try expect(names(octets) == properties, "a text began a property: \(names(octets))")
        for line in lines(octets) { try expect(line.count <= 75, "a line of \(line.count) octets") }
        try expect(String(validating: octets, as: UTF8.self) != nil, "a character was cut")
    }

    private static func lines(_ octets: [UInt8]) -> [ArraySlice<UInt8>] {
        octets.split(separator: 0x0A, omittingEmptySubsequences: false).map { $0.last == 0x0D ? $0.dropLast() : $0 }
    }

    private static func names(_ octets: [UInt8]) -> [String] {
        lines(octets).filter { !$0.isEmpty && $0.first != 0x20 }.map {
            String(decoding: $0.prefix { $0 != 0x3A && $0 != 0x3B }, as: UTF8.self)
        }
    }

    /// What a calendar of one event says, line by line.
    private static let properties = [
        "BEGIN", "VERSION", "PRODID", "CALSCALE", "METHOD", "NAME", "X-WR-CALNAME", "BEGIN", "UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE",
        "DTSTART", "STATUS", "TRANSP", "SUMMARY", "DESCRIPTION", "CATEGORIES", "BEGIN", "ACTION", "DESCRIPTION", "TRIGGER", "END", "END",
        "END",
    ]
}
