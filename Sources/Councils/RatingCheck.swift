import LifecycleModel
import Rules

/// Whether the ratings on a ballot are complete and the overall one follows from the others.
struct RatingCheck {
    let scheme: BallotForm.Ratings
    let form: BallotForm
    let subject: Subject
    let law: CouncilLaw

    func blockers(_ ratings: ProductRatings) throws(Refusal) -> [Blocker] {
        var blockers: [Blocker] = []
        func add(_ code: String, _ message: Phrase, basis: String?, cure: Phrase? = nil) {
            blockers.append(Blocker(code: code, message: message, basis: basis, cure: cure))
        }
        let products = Set(subject.products.map(\.id))
        for id in Set(ratings.products.keys).subtracting(products).sorted() {
            add("mark_unknown", Phrase(vi: "không có sản phẩm ‘\(id)’", en: "there is no product ‘\(id)’"), basis: form.basis)
        }
        for product in subject.products {
            let marks = ratings.products[product.id]
            for item in scheme.quality + scheme.quantity where marks?.ratings[item.id] == nil {
                add(
                    "mark_missing",
                    Phrase(
                        vi: "chưa đánh giá \(item.label.vi) của sản phẩm \(product.label.vi)",
                        en: "\(item.label[.en]) of \(product.label[.en]) is not judged"
                    ),
                    basis: form.basis
                )
            }
            let known = Set((scheme.quality + scheme.quantity).map(\.id))
            for id in Set(marks?.ratings.keys.map { $0 } ?? []).subtracting(known).sorted() {
                add("mark_unknown", Phrase(vi: "mẫu phiếu không có mục ‘\(id)’", en: "the form has no ‘\(id)’"), basis: form.basis)
            }
        }
        guard blockers.isEmpty else { return blockers }
        let (overall, reason, basis) = try derived(from: ratings)
        if overall != ratings.overall {
            add(
                "overall_does_not_follow",
                Phrase(
                    vi: "mức chung “\(ratings.overall.phrase.vi)” không phù hợp: \(reason.vi)",
                    en: "the overall rating “\(ratings.overall.phrase[.en])” does not fit: \(reason[.en])"
                ),
                basis: basis,
                cure: Phrase(
                    vi: "ghi “\(overall.phrase.vi)”, hoặc xem lại các mức thành phần",
                    en: "write “\(overall.phrase[.en])”, or look at the parts again"
                )
            )
        }
        return blockers
    }

    /// The overall rating that follows from the parts, and why.
    func derived(from ratings: ProductRatings) throws(Refusal) -> (Rating, Phrase, String?) {
        if let mustFail = subject.mustFail { return (.fail, mustFail.reason, mustFail.basis) }
        let share = try law.number(scheme.quantityShare)
        let marks = subject.products.compactMap { ratings.products[$0.id] }
        let quality = marks.flatMap { mark in scheme.quality.compactMap { mark.ratings[$0.id] } }
        let quantity = marks.flatMap { mark in scheme.quantity.compactMap { mark.ratings[$0.id] } }
        let reportPasses = ratings.report >= .pass
        if (quality + quantity).allSatisfy({ $0 == .excellent }), reportPasses, !subject.products.isEmpty {
            return (
                .excellent,
                Phrase(
                    vi: "tất cả tiêu chí về sản phẩm đạt mức Xuất sắc và báo cáo từ mức Đạt",
                    en: "all criteria of the products are excellent and the report passes"
                ), form.basis
            )
        }
        guard reportPasses else { return (.fail, Phrase(vi: "báo cáo tổng hợp Không đạt", en: "the report fails"), form.basis) }
        guard quality.allSatisfy({ $0 >= .pass }) else {
            return (
                .fail,
                Phrase(vi: "có tiêu chí chất lượng, chủng loại Không đạt", en: "a criterion of quality or kind fails"), form.basis
            )
        }
        let met = quantity.count { $0 >= .pass }
        let needed = try exactly { () throws(FractionFault) in try share.value.multiplied(by: Fraction(Int64(quantity.count))) }
        guard Fraction(Int64(met)) >= needed else {
            return (
                .fail,
                Phrase(
                    vi: "chỉ \(met)/\(quantity.count) tiêu chí khối lượng, số lượng đạt, cần ít nhất \(share.value)",
                    en: "only \(met)/\(quantity.count) quantity criteria pass, at least \(share.value) must"
                ), share.basis
            )
        }
        let short = marks.contains { mark in
            scheme.quantity.contains { mark.ratings[$0.id] == .fail } && (mark.reached ?? .zero) < share.value
        }
        guard !short else {
            return (
                .fail,
                Phrase(
                    vi: "sản phẩm không đạt về khối lượng, số lượng phải đạt ít nhất \(share.value) so với đặt hàng",
                    en: "a product short in quantity must still reach \(share.value) of what was ordered"
                ), share.basis
            )
        }
        // Without a product list nothing but the report is there to be excellent.
        if subject.products.isEmpty { return (ratings.report, Phrase(vi: "theo mức của báo cáo", en: "as the report"), form.basis) }
        return (.pass, Phrase(vi: "đáp ứng các yêu cầu của mức Đạt", en: "what a pass asks for is met"), form.basis)
    }
}
