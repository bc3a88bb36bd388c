public import LifecycleModel

extension UseIndicator.Terms {
    /// The definition in one sentence, to stand beside every figure.
    public var phrase: Phrase {
        let within = proofWithin.map { days in
            Phrase(
                vi: ", được xác nhận chậm nhất \(days) ngày sau tháng thứ \(months)",
                en: ", established within \(days) days of month \(months)"
            )
        }
        return Phrase(
            vi:
                "Đơn vị tính: \(unit.phrase.vi); ứng dụng: bắt đầu sử dụng trong \(months) tháng kể từ ngày nghiệm thu (tính cả ngày cuối), có \(proof(within).vi)",
            en:
                "Unit: \(unit.phrase[.en]); use: begun within \(months) months of acceptance (last day included), with \(proof(within)[.en])"
        )
    }

    /// The definition without its months, to stand beside figures of many months, which count what `unit` says.
    public func phraseOfUse(countedBy unit: UseIndicator.Unit) -> Phrase {
        Phrase(
            vi: "Đơn vị tính: \(unit.phrase.vi); ứng dụng: bắt đầu sử dụng, có \(proof(nil).vi)",
            en: "Unit: \(unit.phrase[.en]); use: begun, with \(proof(nil)[.en])"
        )
    }

    private func proof(_ within: Phrase?) -> Phrase {
        let names = Phrase.list(kinds.map(name(ofKind:)), ", ")
        return Phrase(
            vi: "minh chứng \(standing.phrase.vi)\(within?.vi ?? "") thuộc loại: \(names.vi)",
            en: "evidence \(standing.phrase[.en])\(within?[.en] ?? "") of the kinds: \(names[.en])"
        )
    }
}

extension UseIndicator.Unit {
    /// In words.
    public var phrase: Phrase {
        switch self {
        case .result: Phrase(vi: "kết quả", en: "result")
        case .taskAny: Phrase(vi: "nhiệm vụ (có ít nhất một kết quả được ứng dụng)", en: "task (at least one result in use)")
        case .taskAll: Phrase(vi: "nhiệm vụ (mọi kết quả được ứng dụng)", en: "task (all results in use)")
        }
    }
}

extension EvidenceRecord.Standing {
    /// In words.
    public var phrase: Phrase {
        switch self {
        case .declared: Phrase(vi: "đã kê khai", en: "declared")
        case .checked: Phrase(vi: "đã kiểm tra hồ sơ", en: "checked on paper")
        case .verified: Phrase(vi: "đã xác minh tại chỗ", en: "verified on site")
        }
    }
}
