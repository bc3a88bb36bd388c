public import LifecycleModel

extension BudgetHappening {
    /// What people call it.
    public var name: Phrase { Self.name(ofKind: kind) }

    /// What people call it, by the word of the log; that word itself where there is no such happening.
    public static func name(ofKind kind: String) -> Phrase {
        switch kind {
        case "estimate_recorded": Phrase(vi: "Lập dự toán", en: "Estimate")
        case "money_allotted": Phrase(vi: "Giao dự toán", en: "Allotment")
        case "allotment_cut": Phrase(vi: "Giảm dự toán giao", en: "Allotment cut")
        case "allotment_rolled_over": Phrase(vi: "Chuyển nguồn sang năm sau", en: "Allotment carried over")
        case "advance_paid": Phrase(vi: "Tạm ứng", en: "Advance")
        case "volume_reported": Phrase(vi: "Báo cáo khối lượng", en: "Work reported")
        case "advance_cleared": Phrase(vi: "Thanh toán tạm ứng", en: "Advance cleared")
        case "advance_given_back": Phrase(vi: "Nộp trả tạm ứng", en: "Advance given back")
        case "lump_sum_moved": Phrase(vi: "Điều chỉnh trong phần khoán", en: "Moved within the lump sum")
        case "outside_set": Phrase(vi: "Điều chỉnh ngoài khoán", en: "Changed outside the lump sum")
        case "spending_reported": Phrase(vi: "Báo cáo chi trong năm", en: "Spending of a year")
        case "spending_restated": Phrase(vi: "Báo cáo lại chi trong năm", en: "Spending of a year, restated")
        case "budget_settled": Phrase(vi: "Quyết toán", en: "Settlement")
        case "recovery_decided": Phrase(vi: "Quyết định hoàn trả", en: "Recovery decided")
        case "recovery_paid": Phrase(vi: "Nộp hoàn trả", en: "Recovery paid")
        default: Phrase(vi: kind, en: kind)
        }
    }
}
