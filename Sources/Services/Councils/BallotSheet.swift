public import Councils
public import LifecycleModel
public import Rules

/// A ballot as people fill it in: its fields in the order of the form, and the texts in them read as marks.
public struct BallotSheet: Sendable {
    /// One thing to fill in.
    public struct Field: Sendable, Hashable {
        /// Its name: a criterion or item of the form, `product.criterion`, `report`, `overall`, `vote`.
        public let id: String
        /// What people call it.
        public let label: Phrase
        /// What may stand in it.
        public let content: Content

        /// What a field takes, a closed set.
        public enum Content: Sendable, Hashable {
            /// Points from 0 to so many.
            case points(most: Int)
            /// Met or not.
            case met
            /// Excellent, pass or fail.
            case rating
            /// How much of what was ordered is there, asked of quantities that fail.
            case reached
            /// For or against.
            case vote
        }
    }

    private let law: CouncilLaw
    /// What it is about.
    public let subject: Subject
    /// The printed form.
    public let form: BallotForm
    /// Everything to fill in, in order.
    public let fields: [Field]

    /// The sheet for a subject of a session; refused when the council votes on none.
    public init(_ subject: Subject, under law: CouncilLaw) throws {
        guard let form = law.council.ballots[subject.form] else {
            throw UseCaseFault(
                .refused,
                "no_ballots",
                Phrase(vi: "\(law.label.vi) không bỏ phiếu", en: "\(law.label[.en]) holds no vote")
            )
        }
        self.law = law
        self.subject = subject
        self.form = form
        fields = Self.fields(of: form, subject)
    }

    private static func fields(of form: BallotForm, _ subject: Subject) -> [Field] {
        switch form.content {
        case .scores(let criteria, _): return criteria.map { Field(id: $0.id, label: $0.label, content: .points(most: $0.most)) }
        case .items(let items): return items.map { Field(id: $0.id, label: $0.label, content: .met) }
        case .choice: return [Field(id: "vote", label: Phrase(vi: "Đề nghị thực hiện", en: "In favour"), content: .vote)]
        case .ratings(let scheme):
            let products = subject.products.flatMap { product -> [Field] in
                let marks = (scheme.quality + scheme.quantity).map { item in
                    Field(
                        id: "\(product.id).\(item.id)",
                        label: product.label + Phrase(vi: " – ", en: " – ") + item.label,
                        content: .rating
                    )
                }
                let label = Phrase(vi: " – mức đạt so với đặt hàng", en: " – reached of what was ordered")
                return marks + [Field(id: "\(product.id).reached", label: product.label + label, content: .reached)]
            }
            return products + [
                Field(id: "report", label: Phrase(vi: "Báo cáo tổng hợp", en: "Synthesis report"), content: .rating),
                Field(id: "overall", label: Phrase(vi: "Đánh giá chung", en: "Overall"), content: .rating),
            ]
        }
    }

    /// Marks in the order of the form, without their names: one for each field.
    ///
    /// - Throws: `UseCaseFault` of kind `badData` when there are more or fewer than the form asks for.
    public func named(_ texts: [String]) throws -> [String: String] {
        let asked = fields.filter { $0.content != .reached }
        guard texts.count == asked.count, fields.count == asked.count else {
            throw UseCaseFault(
                .badData,
                "wrong-number-of-marks",
                Phrase(
                    vi: "Phiếu có \(fields.count) mục, đã ghi \(texts.count)",
                    en: "The ballot asks for \(fields.count) marks, \(texts.count) were given"
                ),
                hint: Phrase(
                    vi: "Ghi theo thứ tự \(fields.map(\.id).joined(separator: ", ")), hoặc mục=điểm",
                    en: "Write them in the order \(fields.map(\.id).joined(separator: ", ")), or as criterion=mark"
                )
            )
        }
        return Dictionary(zip(asked.map(\.id), texts)) { first, _ in first }
    }

    /// What stands in the fields, as marks: fields left out are left out of the marks, which the check of the ballot then says.
    ///
    /// - Throws: `UseCaseFault` of kind `badData` naming every text that cannot be read.
    ///
    /// - Parameter isWhole: whether the ballot is filled in; then what makes it one must be there: the vote, the ratings of the report and of the whole.
    public func marks(_ texts: [String: String], isWhole: Bool = true) throws -> Ballot.Marks {
        var faults: [Blocker] = []
        var read: [String: Mark] = [:]
        for (id, text) in texts.sorted(by: { $0.key < $1.key }) {
            guard let field = fields.first(where: { $0.id == id }) else {
                faults.append(unknown(id))
                continue
            }
            switch field.mark(text) {
            case .success(let mark): read[id] = mark
            case .failure(let fault): faults.append(fault.blocker)
            }
        }
        if isWhole { faults += missing(texts) }
        guard faults.isEmpty else {
            faults += try rangeFaults(read)
            throw UseCaseFault(
                .badData,
                "wrong-mark",
                Phrase(vi: "Phiếu có chỗ không đọc được", en: "The ballot cannot be read"),
                blockers: faults
            )
        }
        return marks(read)
    }

    /// The vote, or the ratings of the report and of the whole, where they were left out: a paper without them is void only when it is said to be.
    private func missing(_ texts: [String: String]) -> [Blocker] {
        let needed: [String]
        switch form.content {
        case .choice: needed = ["vote"]
        case .ratings: needed = ["report", "overall"]
        case .scores, .items: needed = []
        }
        return fields.filter { needed.contains($0.id) && texts[$0.id] == nil }.map { field in
            Blocker(
                code: "mark_missing",
                message: Phrase(vi: "chưa ghi \(field.label.vi) (\(field.id))", en: "\(field.label[.en]) (\(field.id)) is missing"),
                parameters: [Blocker.Parameter("criterion", field.id)],
                basis: form.basis,
                cure: Phrase(
                    vi: "ghi \(field.hint.vi); phiếu để trống hoặc sai quy định thì ghi --blank, --irregular hoặc cột void",
                    en: "write \(field.hint[.en]); a blank or irregular paper: --blank, --irregular or the column void"
                )
            )
        }
    }

    /// What is wrong with the points that could be read, so that everything is mended in one go.
    private func rangeFaults(_ read: [String: Mark]) throws -> [Blocker] {
        guard case .scores = marks(read) else { return [] }
        return try BallotCheck(subject, under: law).blockers(marks(read)).filter { $0.code != "mark_missing" }
    }

    private func marks(_ read: [String: Mark]) -> Ballot.Marks {
        switch form.content {
        case .scores:
            return .scores(read.compactMapValues { if case .number(let points) = $0 { points } else { nil } })
        case .items: return .items(read.compactMapValues { if case .flag(let met) = $0 { met } else { nil } })
        case .choice:
            if case .flag(let inFavour)? = read["vote"] { return .choice(inFavour) }
            return .blank
        case .ratings:
            var products: [String: ProductRatings.Marks] = [:]
            for product in subject.products {
                var marks = ProductRatings.Marks([:])
                for (id, mark) in read where id.hasPrefix("\(product.id).") {
                    let name = String(id.dropFirst(product.id.count + 1))
                    switch mark {
                    case .rating(let rating): marks.ratings[name] = rating
                    case .number(let reached): marks.reached = reached
                    case .flag: break
                    }
                }
                products[product.id] = marks
            }
            func rating(_ id: String) -> Rating? { if case .rating(let rating)? = read[id] { rating } else { nil } }
            guard let report = rating("report"), let overall = rating("overall") else {
                return .irregular("thiếu đánh giá báo cáo hoặc đánh giá chung")
            }
            return .ratings(ProductRatings(products: products, report: report, overall: overall))
        }
    }

    private func unknown(_ id: String) -> Blocker {
        let near = VietnameseText.nearest(to: id, among: fields.map(\.id)).first
        return Blocker(
            code: "mark_unknown",
            message: Phrase(vi: "mẫu phiếu không có mục ‘\(id)’", en: "the form has no ‘\(id)’"),
            parameters: [Blocker.Parameter("criterion", id)],
            basis: form.basis,
            cure: near.map { Phrase(vi: "có phải ‘\($0)’?", en: "did you mean ‘\($0)’?") }
                ?? Phrase(
                    vi: "một trong: \(fields.map(\.id).joined(separator: ", "))",
                    en: "one of: \(fields.map(\.id).joined(separator: ", "))"
                )
        )
    }
}

/// What was read in a field.
enum Mark {
    case number(Fraction)
    case flag(Bool)
    case rating(Rating)
}

/// A text that is no mark.
struct MarkFault: Error {
    let blocker: Blocker
}

extension BallotSheet.Field {
    /// What may be written in it, for people.
    public var hint: Phrase {
        switch content {
        case .points(let most): Phrase(vi: "0–\(most)", en: "0–\(most)")
        case .met: Phrase(vi: "đ = đạt, k = không đạt", en: "y = met, n = not met")
        case .rating: Phrase(vi: "x = xuất sắc, đ = đạt, k = không đạt", en: "x = excellent, p = pass, f = fail")
        case .reached:
            Phrase(vi: "80%, 4/5 hoặc 0,8: dưới 100 %; bỏ trống nếu đạt", en: "80%, 4/5 or 0.8: below 100 %; empty where it passes")
        case .vote: Phrase(vi: "đ = đồng ý, k = không", en: "y = in favour, n = against")
        }
    }

    /// Reads what somebody wrote.
    func mark(_ text: String) -> Result<Mark, MarkFault> {
        let word = VietnameseText.folded(text).trimmingSpaces
        let mark: Mark? =
            switch content {
            case .points: (try? Fraction(parsing: text)).map(Mark.number)
            case .met: Self.met[word].map(Mark.flag)
            case .vote: Self.votes[word].map(Mark.flag)
            case .rating: Self.ratings[word].map(Mark.rating)
            case .reached: Fraction(share: text).flatMap { $0 >= .zero && $0 < Fraction(1) ? .number($0) : nil }
            }
        guard let mark else {
            return .failure(
                MarkFault(
                    blocker: Blocker(
                        code: "wrong-mark",
                        message: Phrase(
                            vi: "\(id) «\(text)» (\(label.vi)) không đọc được",
                            en: "\(id) \"\(text)\" (\(label[.en])) cannot be read"
                        ),
                        parameters: [Blocker.Parameter("criterion", id)],
                        cure: Phrase(vi: "ghi \(hint.vi)", en: "write \(hint[.en])")
                    )
                )
            )
        }
        return .success(mark)
    }

    private static let met = [
        "d": true, "dat": true, "y": true, "yes": true, "co": true, "true": true, "1": true, "met": true,
        "k": false, "kd": false, "khong dat": false, "khong": false, "n": false, "no": false, "false": false, "0": false, "not met": false,
    ]
    private static let votes = met.merging([
        "dong y": true, "for": true, "thuan": true, "de nghi": true, "khong dong y": false, "against": false, "khong de nghi": false,
    ]) { $1 }
    private static let ratings: [String: Rating] = [
        "x": .excellent, "xs": .excellent, "xuat sac": .excellent, "excellent": .excellent,
        "d": .pass, "dat": .pass, "p": .pass, "pass": .pass,
        "k": .fail, "kd": .fail, "khong dat": .fail, "f": .fail, "fail": .fail,
    ]
}

extension String {
    fileprivate var trimmingSpaces: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}

extension Fraction {
    /// A share as people write it: `80%`, `4/5`, `0,8`.
    fileprivate init?(share text: String) {
        let text = text.trimmingSpaces
        if text.hasSuffix("%") {
            guard let percent = try? Fraction(parsing: String(text.dropLast())), let share = try? percent.divided(by: Fraction(100)) else {
                return nil
            }
            self = share
        } else if let slash = text.firstIndex(of: "/") {
            guard let above = try? Fraction(parsing: String(text[..<slash])),
                let below = try? Fraction(parsing: String(text[text.index(after: slash)...])),
                let share = try? above.divided(by: below)
            else { return nil }
            self = share
        } else {
            guard let share = try? Fraction(parsing: text) else { return nil }
            self = share
        }
    }
}
