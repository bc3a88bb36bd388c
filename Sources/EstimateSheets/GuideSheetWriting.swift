import LifecycleModel
import LumpSum
import Rules
import Spreadsheets

/// Lays out the sheet that explains how to fill the others and what the law allows, each with its article and how firmly it stands.
struct GuideSheetWriting {
    let template: EstimateTemplate

    private static let steps = [
        "1. Tờ «Dự toán»: mỗi nội dung chi một dòng, mỗi nguồn và năm một cột; ô không có tiền để trống.",
        "2. Cột «Đề nghị khoán»: chọn Có hoặc Không; nội dung không được khoán đã khóa là Không. Khoán đến sản phẩm cuối cùng thì toàn bộ ngân sách "
            + "nhà nước được khoán.",
        "3. Tờ «Công lao động»: ghi chức danh, số người, số tháng, mức một tháng; tổng phải bằng dòng thù lao của tờ «Dự toán».",
        "4. Viết số tiền liền (1250000); không ghi dấu phẩy, số lẻ, số âm. Không thêm, xóa hay đổi tên cột, dòng, tờ.",
        "5. Lưu dạng .xlsx và gửi cơ quan quản lý; tệp được kiểm tra trước khi ghi, lỗi được chỉ ra theo từng ô.",
    ]

    func sheet() throws(Refusal) -> WorkbookSheet {
        var rows = [
            WorkbookRow([.text("HƯỚNG DẪN LẬP DỰ TOÁN", style: .title)], height: 24), WorkbookRow([.text(template.subject, style: .note)]),
            WorkbookRow(),
        ]
        rows += Self.steps.map { WorkbookRow([.text($0), .blank(), .blank(), .blank()], height: 22) }
        let merged = (4..<4 + Self.steps.count).map { CellRange(CellAddress(row: $0, column: 1), CellAddress(row: $0, column: 4)) }
        rows += [WorkbookRow(), Self.header(["Mức giới hạn", "Trị số", "Hiệu lực", "Căn cứ"])]
        rows += try limits()
        if let note { rows.append(WorkbookRow([.text(note, style: .note)])) }
        rows += [WorkbookRow(), Self.header([EstimateWords.item, EstimateWords.itemCode, EstimateWords.mayBeLumpSum, "Căn cứ"])]
        rows += template.law.rules.items.map { item in
            WorkbookRow([
                .text(item.label.vi), .text(item.id), .text(item.mayBeLumpSum ? EstimateWords.yes : EstimateWords.no),
                .text(item.basis ?? ""),
            ])
        }
        return WorkbookSheet(
            name: EstimateWords.guideSheet,
            rows: rows,
            columnWidths: [58, 34, 30, 46],
            isProtected: true,
            merged: merged
        )
    }

    private var note: String? {
        switch template.normsHold {
        case true?: nil
        case false?: "Nhiệm vụ vào danh mục trước ngày áp dụng định mức: các mức về tỷ lệ và thù lao trên không áp dụng."
        case nil: "Chưa biết ngày nhiệm vụ vào danh mục: các mức về tỷ lệ và thù lao được áp dụng."
        }
    }

    private static func header(_ words: [String]) -> WorkbookRow { WorkbookRow(words.map { .text($0, style: .header) }) }

    private func limits() throws(Refusal) -> [WorkbookRow] {
        let law = template.law
        var rows: [WorkbookRow] = []
        func add(_ label: String, _ value: String, _ number: LegalNumber) {
            rows.append(
                WorkbookRow(
                    [.text(label), .text(value), .text(EstimateWords.phrase(number.standing)), .text(number.basis ?? "")],
                    height: 34
                )
            )
        }
        for limit in law.rules.limits {
            let number = try law.number(limit.most)
            let names = limit.items.map { law.label(of: $0).vi }.joined(separator: ", ")
            let value =
                switch limit.whole {
                case nil: money(number)
                case .total?: "\(percent(number)) tổng dự toán"
                case .state?: "\(percent(number)) ngân sách nhà nước"
                case .items(let items)?: "\(percent(number)) của: \(items.map { law.label(of: $0).vi }.joined(separator: ", "))"
                }
            add("\(names): nhiều nhất", value + (limit.isJustifiable ? "; vượt thì phải giải trình" : ""), number)
        }
        if let share = law.rules.assetShare {
            let number = try law.number(share)
            add("Khoán đến sản phẩm cuối cùng: tài sản cố định và đoàn ra, nhiều nhất", "\(percent(number)) ngân sách nhà nước", number)
        }
        if let sum = law.rules.assetMoney {
            let number = try law.number(sum)
            add("Khoán đến sản phẩm cuối cùng: tài sản cố định và đoàn ra, nhiều nhất", money(number), number)
        }
        return rows
    }

    private func money(_ number: LegalNumber) -> String { Dong(number.value.floor).formatted(.word) }

    private func percent(_ number: LegalNumber) -> String {
        guard let hundred = try? number.value.multiplied(by: Fraction(100)) else { return number.value.exactText }
        return "\(hundred.rounded(decimals: 2).vi) %"
    }
}
