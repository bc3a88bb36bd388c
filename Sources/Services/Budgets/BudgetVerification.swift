import CanonicalJSON
import Engine
import LifecycleModel
import LumpSum
import Store

/// Folds every budget again and compares: its entry in the register, what the facts of its task say, and that its journal balances.
struct BudgetVerification {
    /// Everything that does not agree.
    func findings(in reader: any StoreReader) throws -> [VerifyStore.Finding] {
        let definitions = Definitions()
        var codes: Set<String> = Set(try reader.allRegistered(.budget).map(\.code))
        try reader.eachEvent(after: 0) { event in
            if event.subject.kind == .budget { codes.insert(event.subject.code) }
            return true
        }
        return try codes.sorted().flatMap { try findings(of: $0, definitions, in: reader) } + years(in: reader)
    }

    private func findings(of code: String, _ definitions: Definitions, in reader: any StoreReader) throws -> [VerifyStore.Finding] {
        func finding(_ kind: String, _ message: Phrase) -> VerifyStore.Finding {
            VerifyStore.Finding(code: kind, subject: code, message: message)
        }
        let record: BudgetRecord
        do { record = try BudgetRecord(code, definitions: definitions, in: reader) } catch let fault as UseCaseFault {
            return [finding("budget-replay", fault.message)]
        }
        var findings: [VerifyStore.Finding] = []
        if try reader.registered(.budget, code: code) != BudgetSummary(record).json {
            findings.append(
                finding(
                    "budget-entry",
                    Phrase(vi: "Mục đăng ký kinh phí khác nhật ký", en: "The register's entry of the money differs from the log")
                )
            )
        }
        if let gap = try record.gap { findings.append(finding("budget-facts", gap)) }
        let sum = try record.budget.balances.balance { _ in true }
        if sum != .zero {
            findings.append(
                finding(
                    "budget-balance",
                    Phrase(vi: "Bút toán lệch \(sum.formatted(.word))", en: "The journal is off by \(sum.formatted())")
                )
            )
        }
        return findings
    }

    /// What the register says of years against what was recorded of them.
    private func years(in reader: any StoreReader) throws -> [VerifyStore.Finding] {
        try reader.allRegistered(.yearBudget).compactMap { code, value in
            guard let year = Int(code) else { return nil }
            let told = try YearBudget(year, recorded: reader.events(of: EventRecord.Subject(.yearBudget, code)))
            guard told.json != value else { return nil }
            return VerifyStore.Finding(
                code: "year-budget-entry",
                subject: code,
                message: Phrase(vi: "Ngân sách năm khác nhật ký", en: "The budget of the year differs from the log")
            )
        }
    }
}
