import Indicators
import LifecycleModel
import Rules

/// Whether the columns of a form can be filled: what must be there is there once, and the total counts no task twice.
struct FormColumnCheck {
    private let columns: [StatisticalForm.Column]
    private let choices: FormChoices
    private let cursor: Cursor

    init(_ columns: [StatisticalForm.Column], _ choices: FormChoices, at cursor: Cursor) {
        self.columns = columns
        self.choices = choices
        self.cursor = cursor
    }

    /// Reports what does not fit.
    func check() {
        for content in StatisticalForm.Content.allCases {
            let count = columns.count { $0.shows == content }
            if count > 1 {
                fault("column-twice", "hai cột cùng cho ‘\(content.rawValue)’", "two columns show ‘\(content.rawValue)’")
            } else if count == 0, content != .ledByWomen {
                fault("missing-column", "thiếu cột cho ‘\(content.rawValue)’", "no column shows ‘\(content.rawValue)’")
            }
        }
        let summable: [StatisticalForm.Content] =
            choices.underWay == .duringYear ? [.new, .carriedOver] : [.new, .carriedOver, .accepted]
        for column in columns {
            if column.shows != .total, !column.sumOf.isEmpty {
                fault("sum-elsewhere", "chỉ cột tổng số có ‘sum-of’", "only the total has ‘sum-of’")
            }
            if column.shows == .total, column.sumOf.isEmpty {
                fault("missing-key", "cột tổng số cần ‘sum-of’", "the total needs ‘sum-of’")
            }
            for code in column.sumOf {
                guard let part = columns.first(where: { $0.code == code }) else {
                    fault("unknown-value", "không có cột ‘\(code)’", "there is no column ‘\(code)’")
                    continue
                }
                if !summable.contains(part.shows) {
                    fault(
                        "sum-twice",
                        "tổng số cộng cột ‘\(code)’ sẽ đếm một nhiệm vụ hai lần",
                        "adding column ‘\(code)’ would count a task twice"
                    )
                }
            }
        }
    }

    private func fault(_ code: String, _ vi: String, _ en: String) {
        cursor.fault(code, Phrase(vi: vi, en: en))
    }
}
