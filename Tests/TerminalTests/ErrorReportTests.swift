import CanonicalJSON
import LifecycleModel
import Terminal
import Testing

@Suite("ErrorReport")
struct ErrorReportTests {
    private let refusal = ErrorReport.refused(
        Phrase(vi: "không phê duyệt được nhiệm vụ TH-2022-001", en: "task TH-2022-001 cannot be awarded"),
        blockers: [
            Blocker(
                code: "mean-score",
                message: Phrase(vi: "Điểm trung bình chưa đạt mức tối thiểu", en: "The mean score is below the lowest mark"),
                facts: [.init(path: "selection.mean_score_x100", value: nil)],
                basis: "TT 20/2023/TT-BKHCN, Điều 12",
                cure: Phrase(vi: "Chuyên viên nhập kết quả kiểm phiếu", en: "The officer enters the count")
            )
        ]
    )
    private let badData = ErrorReport(
        code: "import_faults",
        message: Phrase(vi: "2 lỗi trong hồ sơ nạp", en: "2 faults in the portfolio"),
        exit: .badData,
        hint: Phrase(vi: "sửa tệp rồi nạp lại", en: "mend the files and import again"),
        faults: [
            ErrorReport(
                code: "no_such_day",
                message: Phrase(vi: "tháng 2 năm 2025 không có ngày 30", en: "there is no day 30 in February 2025"),
                exit: .badData,
                place: .init(file: "tasks.csv", line: 12, column: .name("proposed_on")),
                hint: Phrase(vi: "tháng 2 năm 2025 có 28 ngày", en: "February 2025 has 28 days")
            )
        ]
    )

    @Test("a refusal lists each reason with its article, what is missing and how to mend it")
    func refusalText() {
        #expect(
            refusal.text(on: Screen()) == """
                Lỗi: không phê duyệt được nhiệm vụ TH-2022-001
                  • Điểm trung bình chưa đạt mức tối thiểu [TT 20/2023/TT-BKHCN, Điều 12]
                    • Thiếu thông tin: selection.mean_score_x100
                    • Cách sửa: Chuyên viên nhập kết quả kiểm phiếu

                """
        )
        #expect(refusal.text(on: Screen(language: .en)).hasPrefix("Error: task TH-2022-001 cannot be awarded\n"))
        #expect(refusal.exit == .refused)
    }

    @Test("a missing fact is named once; rules that only wait for it come together")
    func missingOnce() {
        func blocker(_ message: String, missing: [String], cure: String? = nil) -> Blocker {
            Blocker(
                code: "c",
                message: Phrase(vi: message),
                facts: missing.map { .init(path: $0, value: nil) },
                cure: cure.map { Phrase(vi: $0) }
            )
        }
        let report = ErrorReport.refused(
            Phrase(vi: "không được"),
            blockers: [
                blocker("Thiếu thông tin: Ngày (award.on)", missing: ["award.on"], cure: "Thêm --set award.on=…"),
                blocker("Phê duyệt quá muộn", missing: ["award.on"], cure: "Thêm --set award.on=…"),
                blocker("Vượt mức", missing: ["award.on", "award.money"]), blocker("Chưa rà soát", missing: []),
            ]
        )
        #expect(
            report.text(on: Screen()) == """
                Lỗi: không được
                  • Thiếu thông tin: Ngày (award.on)
                    • Cách sửa: Thêm --set award.on=…
                  • Vượt mức
                    • Thiếu thông tin: award.money
                  • Chưa rà soát
                  • Chưa xét được vì thiếu thông tin nêu trên:
                    • Phê duyệt quá muộn

                """
        )
    }

    @Test("a fault in a file names file, line and column, and how to mend it")
    func faultText() {
        #expect(
            badData.text(on: Screen()) == """
                Lỗi: 2 lỗi trong hồ sơ nạp
                  • tasks.csv, dòng 12, cột proposed_on: tháng 2 năm 2025 không có ngày 30
                    • Cách sửa: tháng 2 năm 2025 có 28 ngày
                Cách sửa: sửa tệp rồi nạp lại

                """
        )
        let placed = ErrorReport(
            code: "yaml",
            message: Phrase(vi: "thụt dòng bằng tab"),
            exit: .badData,
            place: .init(file: "a.yaml", line: 3, column: .number(7))
        )
        #expect(placed.text(on: Screen()) == "Lỗi: a.yaml, dòng 3, cột 7: thụt dòng bằng tab\n")
    }

    @Test("the JSON form has every promised field")
    func json() {
        #expect(
            refusal.json(in: .en) == [
                "error": [
                    "code": "refused", "message": "task TH-2022-001 cannot be awarded", "file": .null, "line": .null, "column": .null,
                    "hint": .null,
                    "blockers": [refusal.blockers[0].json(in: .en)], "faults": [],
                ]
            ]
        )
        #expect(
            badData.json(in: .vi)["error"]?["faults"] == [
                [
                    "code": "no_such_day", "message": "tháng 2 năm 2025 không có ngày 30", "file": "tasks.csv", "line": 12,
                    "column": "proposed_on", "hint": "tháng 2 năm 2025 có 28 ngày",
                ]
            ]
        )
    }

    @Test("a message from data cannot steer the terminal")
    func hostile() {
        let report = ErrorReport(code: "unknown_task", message: Phrase(vi: "không có nhiệm vụ ‘\u{1B}[2J’"), exit: .usage)
        #expect(report.text(on: Screen()) == "Lỗi: không có nhiệm vụ ‘␛[2J’\n")
    }

    @Test("errors are JSON where answers are JSON", arguments: OutputFormat.allCases)
    func format(format: OutputFormat) throws {
        let console = Console(output: Screen(), error: Screen(), format: format)
        let text = console.errorText(refusal)
        if format == .json {
            #expect(try JSONValue(parsing: text) == refusal.json(in: .vi))
        } else {
            #expect(text == refusal.text(on: Screen()))
        }
    }

    @Test("exit codes are those that scripts rely on")
    func exits() {
        #expect(ExitStatus.allCases.map(\.rawValue) == [0, 1, 2, 64, 65, 69, 75])
    }
}
