import Councils
import LifecycleModel
import Rules
import Testing

/// The overall rating on a ballot of acceptance follows from its parts.
@Suite struct RatingCheckTests {
    private static let scheme = BallotForm.Ratings(
        quality: [BallotForm.Item(id: "quality", label: Phrase(vi: "Chất lượng"))],
        quantity: [BallotForm.Item(id: "quantity", label: Phrase(vi: "Số lượng"))],
        quantityShare: .parameter("three_quarters")
    )

    private static let law = CouncilFixture.law(
        forms: ["paper": BallotForm(label: Phrase(vi: "Phiếu"), content: .ratings(scheme), basis: "Điều 13.1", standing: .model)],
        decision: DecisionRule(.collective, basis: nil)
    )

    private func blockers(
        _ marks: [(quality: Rating, quantity: Rating, reached: String?)],
        report: Rating = .pass,
        overall: Rating,
        late: Bool = false
    ) throws -> [Blocker] {
        let products = marks.indices.map { Subject.Product(id: "p\($0)", label: Phrase(vi: "Sản phẩm \($0)")) }
        let reason = Subject.MustFail(reason: Phrase(vi: "nộp hồ sơ chậm quá 6 tháng"), basis: "Điều 13.1c")
        let subject = Subject(id: "A", label: Phrase(vi: "Kết quả"), form: "paper", products: products, mustFail: late ? reason : nil)
        var ratings: [String: ProductRatings.Marks] = [:]
        for (index, mark) in marks.enumerated() {
            ratings["p\(index)"] = ProductRatings.Marks(
                ["quality": mark.quality, "quantity": mark.quantity],
                reached: try mark.reached.map { try Fraction(parsing: $0) }
            )
        }
        return try BallotCheck(subject, under: Self.law).blockers(
            .ratings(ProductRatings(products: ratings, report: report, overall: overall))
        )
    }

    @Test func excellent() throws {
        #expect(try blockers([(.excellent, .excellent, nil)], overall: .excellent).isEmpty)
        #expect(try blockers([(.excellent, .excellent, nil)], report: .fail, overall: .fail).isEmpty)
        let blockers = try blockers([(.excellent, .pass, nil)], report: .excellent, overall: .excellent)
        #expect(blockers.map(\.code) == ["overall_does_not_follow"])
        #expect(blockers.first?.cure?.vi == "ghi “Đạt”, hoặc xem lại các mức thành phần")
    }

    /// Three of four quantity criteria suffice when the fourth product still reaches three quarters of the order.
    @Test(arguments: [("0,75", Rating.pass), ("0,74", .fail), (nil, .fail)] as [(String?, Rating)])
    func shortInQuantity(_ reached: String?, _ overall: Rating) throws {
        let rest: [(Rating, Rating, String?)] = Array(repeating: (.pass, .pass, nil), count: 3)
        #expect(try blockers(rest + [(.pass, .fail, reached)], overall: overall).isEmpty)
        #expect(try blockers(rest.dropLast() + [(.pass, .fail, reached)], overall: .pass).map(\.code) == ["overall_does_not_follow"])
    }

    @Test func qualityMustPassEverywhere() throws {
        #expect(try blockers([(.pass, .pass, nil), (.fail, .pass, nil)], overall: .fail).isEmpty)
        #expect(try blockers([(.pass, .pass, nil), (.fail, .pass, nil)], overall: .pass).count == 1)
    }

    @Test func lateDossierFails() throws {
        #expect(try blockers([(.excellent, .excellent, nil)], overall: .fail, late: true).isEmpty)
        #expect(try blockers([(.excellent, .excellent, nil)], overall: .excellent, late: true).first?.basis == "Điều 13.1c")
    }

    @Test func incomplete() throws {
        let subject = Subject(
            id: "A",
            label: Phrase(vi: "Kết quả"),
            form: "paper",
            products: [Subject.Product(id: "p", label: Phrase(vi: "Giống lúa"))]
        )
        let ratings = ProductRatings(
            products: ["p": ProductRatings.Marks(["quality": .pass]), "q": ProductRatings.Marks([:])],
            report: .pass,
            overall: .pass
        )
        let blockers = try BallotCheck(subject, under: Self.law).blockers(.ratings(ratings))
        #expect(blockers.map(\.message.vi) == ["không có sản phẩm ‘q’", "chưa đánh giá Số lượng của sản phẩm Giống lúa"])
    }
}
