import LifecycleModel
import Rules

extension DecisionRule {
    private static let words = ["scores", "votes", "ratings", "collective"]

    /// Reads exactly one of `scores`, `votes`, `ratings` and `collective`, with `basis`.
    init?(_ cursor: Cursor) {
        let fields = cursor.fields("scores", "votes", "ratings", "collective", "basis")
        guard fields.isMapping, let word = fields.onlyOne(of: Self.words), let value = fields.optional(word) else { return nil }
        let way: Way
        switch word {
        case "scores": way = .scores(Scores(value))
        case "votes": way = .votes(Votes(value))
        case "ratings":
            let shares = value.fields("excellent", "fail")
            way = .ratings(
                Ratings(
                    excellent: shares.required("excellent")?.ruledNumber() ?? .number(1),
                    fail: shares.required("fail")?.ruledNumber() ?? .number(1)
                )
            )
        default:
            value.mustBeTrue()
            way = .collective
        }
        self.init(way, basis: fields.optionalText("basis"))
    }
}

extension DecisionRule.Scores {
    /// Reads `{pass?, deviation?, bonus?, zeroes?, ties?}`.
    fileprivate init(_ cursor: Cursor) {
        let fields = cursor.fields("pass", "deviation", "bonus", "zeroes", "ties")
        self.init(
            pass: fields.optional("pass")?.ruledNumber(),
            deviation: fields.optional("deviation")?.ruledNumber(),
            bonus: fields.optional("bonus")?.ruledNumber(),
            zeroes: fields.optional("zeroes")?.ruledNumber(),
            ties: fields.optional("ties")?.collect { $0.word() } ?? []
        )
    }
}

extension DecisionRule.Votes {
    /// Reads `{share, reach, among, chair-breaks-ties?}`.
    fileprivate init(_ cursor: Cursor) {
        let fields = cursor.fields("share", "reach", "among", "chair-breaks-ties")
        self.init(
            share: fields.required("share")?.ruledNumber() ?? .number(1),
            reach: fields.required("reach")?.word() ?? .over,
            among: fields.required("among")?.word() ?? .ballots,
            chairBreaksTies: fields.optional("chair-breaks-ties")?.flag() ?? false
        )
    }
}
