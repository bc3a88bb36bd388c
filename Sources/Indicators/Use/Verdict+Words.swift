public import LifecycleModel

extension Verdict {
    /// Why it is so, in one sentence.
    public var phrase: Phrase {
        switch (outcome, deciding) {
        case (.used, let evidence?):
            Phrase(
                vi: "Được ứng dụng từ \(evidence.firstUseOn.vietnamese) (\(evidence.key)), chậm nhất phải từ \(lastDay.vietnamese)",
                en: "In use since \(evidence.firstUseOn) (\(evidence.key)), the last day being \(lastDay)"
            )
        case (.open, let evidence?):
            Phrase(
                vi: "Chưa tính: \(lastDay.vietnamese) mới hết hạn; đã ứng dụng từ \(evidence.firstUseOn.vietnamese)",
                en: "Not counted yet: its last day is \(lastDay); in use since \(evidence.firstUseOn)"
            )
        case (.open, nil):
            Phrase(
                vi: "Chưa tính: \(lastDay.vietnamese) mới hết hạn; chưa có minh chứng",
                en: "Not counted yet: its last day is \(lastDay); no evidence that counts"
            )
        case (_, _):
            Phrase(
                vi: judged.isEmpty ? "Không có minh chứng nào" : "Không minh chứng nào được tính",
                en: judged.isEmpty ? "No evidence at all" : "No evidence that counts"
            )
        }
    }
}

extension Verdict.Outcome {
    /// In words.
    public var phrase: Phrase {
        switch self {
        case .used: Phrase(vi: "được ứng dụng", en: "in use")
        case .notUsed: Phrase(vi: "chưa ứng dụng", en: "not in use")
        case .open: Phrase(vi: "chưa đủ thời gian", en: "not due yet")
        }
    }
}

extension Verdict.Objection {
    /// In words.
    public var phrase: Phrase {
        switch self {
        case .unknown: Phrase(vi: "khi đó chưa được ghi", en: "not on record then")
        case .rejected: Phrase(vi: "đã bị bác", en: "rejected")
        case .kind: Phrase(vi: "thuộc loại không được tính", en: "of a kind that does not count")
        case .standing: Phrase(vi: "chưa được kiểm tra đến mức phải có", en: "does not stand firmly enough")
        case .late: Phrase(vi: "bắt đầu sử dụng sau hạn", en: "use began after the last day")
        case .provedLate: Phrase(vi: "được xác nhận sau hạn", en: "established too late")
        }
    }
}
