import LifecycleModel
import Testing
import WorkingCalendar

@Suite struct CountingStepTests {
    private func lines(_ counting: Counting) -> [String] {
        counting.steps.map { step in
            let what =
                switch step.kind {
                case .counted(let number): "\(number)"
                case .skipped: "-"
                case .extended(let number): "+\(number)"
                case .rolled: ">"
                }
            return "\(step.date.vietnamese.prefix(5)) \(what)" + (step.note.map { " \($0.vi)" } ?? "")
        }
    }

    @Test func explainsWorkingDays() throws {
        let suspended = Suspension(from: try day("2024-05-06"), until: try day("2024-05-07"), reason: Phrase(vi: "Trả hồ sơ"))
        let counting = try Calendars.shipped().count(from: day("2024-04-26"), term("4 working days"), suspensions: [suspended])
        #expect(
            lines(counting) == [
                "27/04 - Thứ Bảy", "28/04 - Chủ nhật", "29/04 - Nghỉ hoán đổi (làm bù 04/05/2024)",
                "30/04 - Ngày Giải phóng miền Nam (30/4)",
                "01/05 - Ngày Quốc tế Lao động (1/5)", "02/05 1", "03/05 2", "04/05 3 Làm bù cho ngày 29/04/2024", "05/05 - Chủ nhật",
                "06/05 - Trả hồ sơ", "07/05 4",
            ]
        )
    }

    @Test func explainsMonthsWithSuspensionAndRoll() throws {
        let suspended = Suspension(from: try day("2025-03-10"), until: try day("2025-03-12"))
        let counting = try Calendars.shipped().count(
            from: day("2025-01-31"),
            term("2 months"),
            suspensions: [suspended],
            roll: .nextWorkingDay
        )
        #expect(lines(counting) == ["28/02 1", "31/03 2", "01/04 +1 bù ngày tạm dừng", "02/04 +2 bù ngày tạm dừng"])
        let rolled = try Calendars.shipped().count(from: day("2025-03-05"), term("1 month"), roll: .nextWorkingDay)
        #expect(
            lines(rolled) == [
                "05/04 1", "06/04 - Chủ nhật", "07/04 - Giỗ Tổ Hùng Vương", "08/04 > ngày cuối là ngày nghỉ, chuyển sang ngày làm việc",
            ]
        )
        #expect(rolled.reached.description == "2025-04-05")
    }

    @Test func explainsBackwards() throws {
        let counting = try Calendars.shipped().count(from: day("2025-06-09"), term("2 working days"), direction: .before)
        #expect(lines(counting) == ["08/06 - Chủ nhật", "07/06 - Thứ Bảy", "06/06 1", "05/06 2"])
    }

    @Test func longCountingsCostNothingUntilRead() throws {
        let counting = Calendars.bare.count(from: try day("2020-01-01"), try Term(36_525, .workingDays))
        #expect(counting.steps.count == 51_135)
        #expect(counting.steps.last?.ordinal == 36_525)
    }
}
