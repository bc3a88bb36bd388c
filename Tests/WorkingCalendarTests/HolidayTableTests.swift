import LifecycleModel
import Testing
import WorkingCalendar

@Suite struct HolidayTableTests {
    @Test func readsTheShippedFile() throws {
        let table = try HolidayTable(csv: Calendars.shippedText())
        #expect(table.days.count == 267)
        #expect(table.years == Set(2013...2030))
        #expect(table.days == table.days.sorted { $0.date < $1.date })
        #expect(table.days.filter { $0.kind == .work }.count == 11)
        #expect(table.days.allSatisfy { !$0.name.vi.isEmpty && !$0.name.en.isEmpty && $0.name.vi != $0.name.en })
        #expect(table.days.allSatisfy { VietnameseText.isComposed($0.name.vi) })
        #expect(table[try day("2025-04-07")]?.name.vi == "Giỗ Tổ Hùng Vương")
        #expect(table[try day("2024-05-04")]?.kind == .work)
        #expect(table.days(in: 2025).count == 14)
    }

    @Test func takesWhatSpreadsheetsSave() throws {
        let plain = "date,kind,name_vi,name_en\n2025-01-01,off,\"Tết, Dương lịch\",New Year\n2024-05-04,work,Làm bù,\n"
        let saved =
            "\u{FEFF}date;kind;name_vi;name_en\r\n# ghi chú\r\n\r\n 4/5/2024 ;work;Làm bù;\r\n01/01/2025;off;Tết, Dương lịch;New Year\r\n"
        #expect(try HolidayTable(csv: plain) == HolidayTable(csv: saved))
        #expect(try HolidayTable(csv: plain).days.map(\.date.description) == ["2024-05-04", "2025-01-01"])
        #expect(try HolidayTable(csv: "date,kind,name_vi,name_en").days.isEmpty)
        #expect(try HolidayTable(csv: "date,kind,name_vi,name_en\n2025-01-01,off,\"Tết \"\"ta\"\"\",").days[0].name.vi == "Tết \"ta\"")
    }

    @Test func givesAllFaultsWithTheirLines() throws {
        let text = """
            # nguồn
            date,kind,name_vi,name_en
            2025-02-30,off,Tết,Tet
            2025-01-01,nghỉ,Tết,Tet
            2025-01-02,off,,Tet
            2025-01-03,off,Tết
            2025-01-03,off,Tết,Tet
            2025-01-03,off,Tết,Tet
            2025-01-06,work,Làm bù,
            2025-01-07,off,"Tết,Tet
            hôm nay,x,,
            """
        let faults = try #require(#expect(throws: HolidayFaults.self) { try HolidayTable(csv: text) }).faults
        #expect(
            faults == [
                HolidayFault(line: 3, kind: .date(.noSuchDay(day: 30, month: 2, year: 2025))),
                HolidayFault(line: 4, kind: .kind("nghỉ")),
                HolidayFault(line: 5, kind: .noName),
                HolidayFault(line: 6, kind: .fieldCount(3)),
                HolidayFault(line: 8, kind: .duplicate(try day("2025-01-03"), firstLine: 7)),
                HolidayFault(line: 9, kind: .makeUpOnWeekday(try day("2025-01-06"))),
                HolidayFault(line: 10, kind: .openQuote),
                HolidayFault(line: 11, kind: .date(.malformed(text: "hôm nay", form: "YYYY-MM-DD"))),
                HolidayFault(line: 11, kind: .kind("x")),
                HolidayFault(line: 11, kind: .noName),
            ]
        )
        #expect(faults.allSatisfy { !$0.phrase.vi.isEmpty && !$0.phrase.en.isEmpty })
    }

    @Test(arguments: ["", "\n\n", "# chỉ ghi chú", "date,kind,name_en\n2025-01-01,off,New Year", "2025-01-01,off,Tết,New Year"])
    func wantsItsHeader(text: String) throws {
        let faults = try #require(#expect(throws: HolidayFaults.self) { try HolidayTable(csv: text) })
        #expect(faults.faults.first?.kind == .header)
        #expect(faults.phrase.vi.hasPrefix("dòng 1: dòng tiêu đề"))
    }

    @Test func comparesTables() throws {
        let old = try HolidayTable(csv: "date,kind,name_vi,name_en\n2025-01-01,off,Tết,x\n2025-01-02,off,Nghỉ,x\n2025-01-04,work,Bù,x")
        let new = try HolidayTable(
            csv: "date,kind,name_vi,name_en\n2025-01-01,off,Tết Dương lịch,x\n2025-01-03,off,Nghỉ,x\n2025-01-04,work,Bù,x"
        )
        let changes = old.changes(to: new)
        #expect(changes.map(\.date.day) == [1, 2, 3])
        #expect(changes.map(\.changesCounting) == [false, true, true])
        #expect(changes[1].after == nil)
        #expect(changes[2].before == nil)
        #expect(old.changes(to: old).isEmpty)
    }
}
