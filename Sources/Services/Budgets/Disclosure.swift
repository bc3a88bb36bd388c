import CanonicalJSON
import Engine
public import LifecycleModel
import LumpSum
import Rules
public import Store

/// What of a task's content and money is made public, and where (TTLT 27/2015/TTLT-BKHCN-BTC, Điều 18).
public struct Disclosure: Sendable {
    /// Where it is made public.
    public enum Place: String, Sendable, CaseIterable {
        /// At the host's office (Điều 18.1).
        case host
        /// On the website of the host or of the approving body (Điều 18.2).
        case website
    }

    /// What is made public, in the order of the article.
    public enum Field: String, Sendable, Hashable, CaseIterable {
        case title, people, objective, content, duration, mode, money
        case stateMoney = "state-money"
        case products, settlement, pay, savings

        /// Whether the article wants it only at the host.
        var isForHostOnly: Bool { [.stateMoney, .settlement, .pay, .savings].contains(self) }

        /// What people call it.
        public var phrase: Phrase {
            switch self {
            case .title: Phrase(vi: "Tên nhiệm vụ", en: "Title")
            case .people: Phrase(vi: "Chủ nhiệm, thành viên chính, thư ký khoa học", en: "Principal investigator, key members, secretary")
            case .objective: Phrase(vi: "Mục tiêu", en: "Objective")
            case .content: Phrase(vi: "Nội dung nghiên cứu chính", en: "Main content")
            case .duration: Phrase(vi: "Thời gian thực hiện", en: "Duration")
            case .mode: Phrase(vi: "Phương thức khoán chi", en: "Lump-sum mode")
            case .money: Phrase(vi: "Tổng kinh phí", en: "Money in all")
            case .stateMoney: Phrase(vi: "Trong đó ngân sách nhà nước", en: "Of it state money")
            case .products: Phrase(vi: "Sản phẩm đã nghiệm thu", en: "Accepted products")
            case .settlement: Phrase(vi: "Quyết toán theo nội dung chi", en: "Settlement by item")
            case .pay: Phrase(vi: "Tiền công thực nhận của thành viên", en: "Pay of the members")
            case .savings: Phrase(vi: "Kinh phí tiết kiệm, phương án phân chia", en: "Savings and their split")
            }
        }
    }

    /// One line of the list.
    public struct Line: Sendable {
        /// What it is.
        public let field: Field
        /// What is made public; nil where nothing is on record yet.
        public let value: Phrase?
        /// Why it is withheld; nil when it is not.
        public let withheld: String?
    }

    /// The lines, in the order of the article.
    public let lines: [Line]

    /// Makes the list of one task.
    ///
    /// - Parameters:
    ///   - given: what the record does not hold, such as the objective, in the words of the research plan.
    ///   - withheld: fields that are kept back, each with the reason; secrecy is decided by the authority.
    public init(
        of task: String,
        at place: Place,
        given: [Field: String] = [:],
        withholding withheld: [Field: String] = [:],
        in reader: any StoreReader
    ) throws {
        let record = try BudgetRecord(task, in: reader)
        let facts = DisclosedFacts(record, in: reader)
        lines = try Field.allCases.filter { place == .host || !$0.isForHostOnly }.map { field in
            if let reason = withheld[field] { return Line(field: field, value: nil, withheld: reason) }
            return Line(field: field, value: try given[field].map { Phrase(vi: $0, en: $0) } ?? facts.value(of: field), withheld: nil)
        }
    }
}

/// What the record tells of the fields.
private struct DisclosedFacts {
    let record: BudgetRecord
    let reader: any StoreReader

    init(_ record: BudgetRecord, in reader: any StoreReader) {
        self.record = record
        self.reader = reader
    }

    func value(of field: Disclosure.Field) throws -> Phrase? {
        let (task, terms, budget) = (record.task, record.terms, record.budget)
        switch field {
        case .title: return task.fact("task.title")?.text.map { Phrase(vi: $0, en: $0) }
        case .people: return try people()
        case .objective, .content, .products, .pay: return nil
        case .duration:
            guard let from = terms.signedOn, let to = terms.endsOn else { return nil }
            return Phrase(vi: "\(from.vietnamese) – \(to.vietnamese)", en: "\(from) – \(to)")
        case .mode: return terms.mode?.phrase
        case .money:
            guard let state = terms.approved else { return nil }
            return money(try state.adding(terms.counterpart ?? .zero))
        case .stateMoney: return terms.approved.map(money)
        case .settlement:
            guard budget.settlement != nil else { return nil }
            let sums = try budget.stateSpending.totals(by: \.item).sorted { $0.key < $1.key }
            return .list(
                sums.map { item, amount in
                    budget.law.label(of: item) + Phrase(vi: ": \(amount.formatted(.word))", en: ": \(amount.formatted())")
                }
            )
        case .savings:
            guard let settlement = budget.settlement else { return nil }
            return Phrase(
                vi: "Phần khoán \(settlement.savedLumpSum.formatted(.word)) (tổ chức chủ trì); ngoài khoán "
                    + "\(settlement.toHostFund.formatted(.word)) (quỹ của tổ chức chủ trì), \(settlement.toStateFund.formatted(.word)) "
                    + "(quỹ KH&CN hoặc ngân sách)",
                en:
                    "Lump sum \(settlement.savedLumpSum.formatted()) (host); outside it \(settlement.toHostFund.formatted()) (host's fund), "
                    + "\(settlement.toStateFund.formatted()) (S&T fund or state budget)"
            )
        }
    }

    private func money(_ amount: Dong) -> Phrase { Phrase(vi: amount.formatted(.word), en: amount.formatted()) }

    private func people() throws -> Phrase? {
        func name(_ code: String) throws -> String { try reader.registered(.person, code: code)?["name"]?.string ?? code }
        var names: [String] = []
        if let investigator = record.task.fact("task.investigator")?.text { names.append(try name(investigator)) }
        if let entry = try reader.registered(.participation, code: record.task.code) {
            for participant in try Participation(json: entry).participants where participant.role != .member {
                let known = try name(participant.person.text)
                if !names.contains(known) { names.append(known) }
            }
        }
        return names.isEmpty ? nil : Phrase(vi: names.joined(separator: "; "), en: names.joined(separator: "; "))
    }
}
