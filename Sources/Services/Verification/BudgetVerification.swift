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
        return try reader.codes(of: .budget).flatMap { try findings(of: $0, definitions, in: reader) } + years(in: reader)
    }

    /// What the register should say of money that can be replayed, and of years.
    func expected(in reader: any StoreReader) throws -> [ExpectedEntry] {
        let definitions = Definitions()
        let tasks = try reader.codes(of: .budget).compactMap { code -> ExpectedEntry? in
            guard !(try reader.events(of: EventRecord.Subject(.budget, code))).isEmpty,
                let record = try? BudgetRecord(code, definitions: definitions, in: reader)
            else { return nil }
            let words = VietnameseText.folded(code)
            return ExpectedEntry(kind: .budget, code: code, value: try BudgetSummary(record).json, searchText: words)
        }
        let years = try reader.codes(of: .yearBudget).compactMap { code -> ExpectedEntry? in
            let events = try reader.events(of: EventRecord.Subject(.yearBudget, code))
            guard let year = Int(code), !events.isEmpty else { return nil }
            let value = try YearBudget(year, recorded: events).json
            return ExpectedEntry(kind: .yearBudget, code: code, value: value, searchText: code)
        }
        return tasks + years
    }

    private func findings(of code: String, _ definitions: Definitions, in reader: any StoreReader) throws -> [VerifyStore.Finding] {
        func finding(_ kind: String, _ message: Phrase) -> VerifyStore.Finding {
            VerifyStore.Finding(code: kind, subject: code, message: message)
        }
        let record: BudgetRecord
        do { record = try BudgetRecord(code, definitions: definitions, in: reader) } catch let fault as UseCaseFault {
            // That is told of the task.
            guard fault.code != TaskState.damaged else { return [] }
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
        for account in record.budget.balances.overdrawn {
            findings.append(
                finding(
                    "budget-overdrawn",
                    Phrase(
                        vi: "Tài khoản \(account.path.joined(separator: ":")) âm",
                        en: "The account \(account.path.joined(separator: ":")) is overdrawn"
                    )
                )
            )
        }
        return findings
    }

    /// What the register says of years against what was recorded of them.
    private func years(in reader: any StoreReader) throws -> [VerifyStore.Finding] {
        try reader.codes(of: .yearBudget).compactMap { code in
            let events = try reader.events(of: EventRecord.Subject(.yearBudget, code))
            let told = events.isEmpty ? nil : try Int(code).map { try YearBudget($0, recorded: events).json }
            guard try reader.registered(.yearBudget, code: code) != told else { return nil }
            return VerifyStore.Finding(
                code: "year-budget-entry",
                subject: code,
                message: Phrase(vi: "Ngân sách năm khác nhật ký", en: "The budget of the year differs from the log")
            )
        }
    }
}
