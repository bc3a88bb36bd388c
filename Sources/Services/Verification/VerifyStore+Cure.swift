public import LifecycleModel
import Store

extension VerifyStore {
    /// What to do about findings: which of them `RepairStore` can mend, and what to do about the rest.
    public static func cure(of findings: [Finding]) -> Phrase {
        let restore = Phrase(
            vi: "Nhật ký, tệp hay dữ liệu ghi ngoài nhật ký không lập lại được: khôi phục từ bản sao lưu bằng «nhiemvu store restore».",
            en: "The log, files and what is kept outside the log cannot be made anew: restore a backup with \"nhiemvu store restore\"."
        )
        let rebuild = Phrase(
            vi: "Bảng khác nhật ký lập lại được bằng «nhiemvu store verify --repair».",
            en: "Tables that differ from the log can be made anew: \"nhiemvu store verify --repair\"."
        )
        let codes = Set(findings.map(\.code))
        guard codes.isDisjoint(with: RepairStore.barriers), !codes.isDisjoint(with: rebuilt) else { return restore }
        return codes.isSubset(of: rebuilt) ? rebuild : Phrase(vi: "\(rebuild.vi) \(restore.vi)", en: "\(rebuild[.en]) \(restore[.en])")
    }

    /// Invariants of what is made from the log and can be made anew.
    static let rebuilt = Set([
        LogTileVerification.code, "references", "snapshot", "task-row", "machine-rows", "bar-rows", "deadline-rows", "calendar", "use-rows",
        "use-move-rows",
        "document-rows", "task-without-row", "task-without-events", "register", "register-words", "council-entry", "budget-entry",
        "year-budget-entry", "indicator-entry", "assignment-entry",
    ]).union(
        [
            RowRule.deadlineOrder, .deadlineStopped, .deadlineAsleep, .evidenceResult, .useMoveSubject, .documentEvent, .documentFile,
            .barOrder,
        ].map(\.rawValue)
    )
}
