import LifecycleModel
import LumpSum
import Rules

/// The words of the workbook that a host fills: written by the template, looked for when it is read back. They are Vietnamese whatever the language
/// of the screen, for the workbook is an official paper.
public enum EstimateWords {
    /// What stands before the code of the task that a workbook was made for.
    public static let taskPrefix = "Nhiệm vụ "

    static let estimateSheet = "Dự toán"
    static let labourSheet = "Công lao động"
    static let guideSheet = "Hướng dẫn"

    static let item = "Nội dung chi"
    static let itemCode = "Mã nội dung"
    static let mayBeLumpSum = "Được khoán"
    static let lumpSum = "Đề nghị khoán"
    static let total = "Cộng"
    static let mode = "Phương thức khoán đề nghị"
    static let yes = "Có"
    static let no = "Không"
    static let ofItLumpSum = "Trong đó giao khoán"

    static let title = "Chức danh"
    static let people = "Số người"
    static let months = "Số tháng quy đổi"
    static let rate = "Mức một tháng (đồng)"
    static let amount = "Thành tiền (đồng)"

    /// The head of the column for a year's money of a source: `Ngân sách nhà nước 2026`.
    static func column(_ source: FundingSource, _ year: Int) -> String { "\(capitalised(source.phrase.vi)) \(year)" }

    /// The row under the table for all money of a source.
    static func total(of source: FundingSource) -> String { "Tổng \(source.phrase.vi)" }

    /// The source and year at the head of a column; nil for another column.
    static func place(heading text: String) -> (source: FundingSource, year: Int)? {
        let folded = VietnameseText.folded(text)
        guard let gap = folded.lastIndex(of: " "), let year = Int(folded[folded.index(after: gap)...]) else { return nil }
        return source(String(folded[..<gap])).map { ($0, year) }
    }

    /// The source that a word means: `state`, `ngân sách nhà nước`, `NSNN`.
    static func source(_ text: String) -> FundingSource? {
        let folded = VietnameseText.folded(text)
        return FundingSource.allCases.first { source in
            let words = [source.rawValue, source.phrase.vi] + others(source)
            return words.contains { VietnameseText.folded($0) == folded }
        }
    }

    private static func others(_ source: FundingSource) -> [String] {
        switch source {
        case .state: ["NSNN", "nhà nước", "ngân sách"]
        case .counterpart: ["vốn đối ứng"]
        case .other: ["khác"]
        }
    }

    /// Whether a word says yes or no; nil for another word.
    static func answer(_ text: String) -> Bool? {
        switch VietnameseText.folded(text) {
        case "co", "khoan", "x", "yes", "y", "true", "1": true
        case "khong", "khong khoan", "no", "n", "false", "0": false
        default: nil
        }
    }

    /// Whether a word heads a sum.
    static func isTotal(_ text: String) -> Bool {
        ["cong", "tong", "tong cong", "total"].contains(VietnameseText.folded(text))
    }

    /// With a capital at the beginning.
    static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    /// How firmly a number stands, in words.
    static func phrase(_ standing: Standing?) -> String {
        switch standing {
        case .binding: "bắt buộc"
        case .model: "mức tối đa; tỉnh có thể quyết định thấp hơn"
        case .assumed: "tạm tính, cần xác nhận"
        case nil: ""
        }
    }
}
