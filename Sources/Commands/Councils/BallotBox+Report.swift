import LifecycleModel
import Services
import Terminal

extension ErrorReport {
    /// All faults of a box of ballots, each with file, row and column.
    init(_ refusal: BallotBox.Rejection, file: String) {
        let count = refusal.faults.count
        self.init(
            code: "wrong-box",
            message: Phrase(vi: "Không ghi phiếu nào: \(count) chỗ sai", en: "No ballot was recorded: \(count) faults"),
            exit: .badData,
            hint: Phrase(vi: "Sửa các dòng được nêu rồi nạp lại", en: "Mend the rows named and try again"),
            faults: refusal.faults.map { fault in
                ErrorReport(
                    code: fault.blocker.code,
                    message: fault.blocker.message + Phrase(vi: fault.blocker.basis.map { " [\($0)]" } ?? ""),
                    exit: .badData,
                    place: Place(file: file, line: fault.row, column: fault.column.map { .name($0) }, isTable: true),
                    hint: fault.blocker.cure
                )
            }
        )
    }
}
