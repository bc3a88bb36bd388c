import Councils
import Documents
import Engine
import LifecycleModel
import Rules

extension CouncilFields {
    /// Who applies with a dossier.
    func applicant(_ subject: Subject) -> (host: String?, investigator: String?) {
        guard let dossier = dossier(subject) else { return (nil, nil) }
        return (dossier.facts["host"]?.text.map(name), dossier.facts["investigator"]?.text.map(name))
    }

    /// What people call a subject in a column: its host, or else its label.
    func shortName(_ subject: Subject) -> String {
        applicant(subject).host ?? subject.label.vi
    }

    var dossiers: [[String: FieldValue]] {
        session.subjects.filter { dossier($0) != nil }.map { subject in
            // A council judges none that was not found valid.
            var row: [String: FieldValue] = ["validity": .text("Hợp lệ")]
            let applicant = applicant(subject)
            row["host"] = applicant.host.map { .text($0) }
            row["investigator"] = applicant.investigator.map { .text($0) }
            guard let count, let tally = count[subject.id] else { return row }
            row["valid"] = .number(Int64(tally.valid.count))
            row["void"] = .number(Int64(tally.papers.count - tally.valid.count))
            guard case .scores(let figures) = tally.figures else { return row }
            row["mean"] = .text(figures.mean?.rounded().vi ?? "không có phiếu hợp lệ")
            row["total"] = .text(figures.total?.rounded().vi ?? "–")
            guard let place = count.ranking?.places.first(where: { $0.subject == subject.id }) else { return row }
            row["rank"] = .text(String(place.rank))
            return row
        }
    }

    // MARK: Criteria

    private var form: BallotForm? {
        (subject ?? session.subjects.first).flatMap { session.law.council.ballots[$0.form] }
    }

    var criteria: [[String: FieldValue]] {
        let tally = subject.flatMap { count?[$0.id] }
        switch form?.content {
        case .scores(let criteria, _):
            return criteria.map { criterion in
                ["name": .text(criterion.label.vi), "maximum": .number(Int64(criterion.most))]
            }
        case .items(let items):
            return items.map { item in
                var row: [String: FieldValue] = ["name": .text(item.label.vi)]
                if let tally {
                    let met = tally.valid.count { if case .items(let marks) = $0.marks { marks[item.id] == true } else { false } }
                    row["met"] = .text("\(met)/\(tally.valid.count)")
                }
                return row
            }
        case .ratings, .choice, nil: return []
        }
    }

    // MARK: Products

    var products: [[String: FieldValue]] {
        (subject?.products ?? []).map { product in
            var row: [String: FieldValue] = ["name": .text(product.label.vi)]
            if let rating = rating(of: product) { row["rating"] = .text(rating) }
            return row
        }
    }

    /// How many ballots rate a product how, criterion by criterion; the law draws no single rating of it from them.
    private func rating(of product: Subject.Product) -> String? {
        guard let subject, let tally = count?[subject.id], case .ratings(let scheme)? = form?.content else { return nil }
        let marks = tally.valid.compactMap { ballot -> ProductRatings.Marks? in
            if case .ratings(let ratings) = ballot.marks { ratings.products[product.id] } else { nil }
        }
        return (scheme.quality + scheme.quantity).map { item in
            "\(item.label.vi): \(Rating.counted(marks.compactMap { $0.ratings[item.id] }))"
        }.joined(separator: "; ")
    }
}

extension Rating {
    /// How often each stands there, the best first: `Xuất sắc 2, Đạt 7`.
    static func counted(_ ratings: [Rating]) -> String {
        allCases.sorted(by: >).compactMap { rating in
            let number = ratings.count { $0 == rating }
            return number == 0 ? nil : "\(rating.phrase.vi) \(number)"
        }.joined(separator: ", ")
    }
}
