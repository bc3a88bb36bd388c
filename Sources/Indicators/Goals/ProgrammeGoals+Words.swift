public import LifecycleModel

extension ProgrammeGoals {
    /// What is counted, in two sentences that stand beside every figure.
    public func counting(by terms: UseIndicator.Terms) -> Phrase {
        let standing = terms.standing.phrase
        let kinds = Phrase.list(terms.kinds.map(terms.name(ofKind:)), ", ")
        let span = "\(years.lowerBound)–\(years.upperBound)"
        return Phrase(
            vi:
                "Cộng số lượng của các kết quả ghi mục tiêu và không bị rút; ứng dụng: số lượng đã giao nộp của kết quả có minh chứng \(standing.vi) thuộc loại: \(kinds.vi), bắt đầu sử dụng lúc nào cũng tính. Tỷ lệ: nhiệm vụ mọi cấp nghiệm thu đạt \(span) có ít nhất một kết quả được ứng dụng theo cùng loại minh chứng",
            en:
                "Quantities of the results that name the goal and are not withdrawn are added up; in use: the quantity delivered of results with evidence \(standing[.en]) of the kinds: \(kinds[.en]), whenever use began. The share: tasks of every level that passed acceptance \(span), with at least one result in use by such evidence"
        )
    }
}
