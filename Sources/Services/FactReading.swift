import CanonicalJSON
public import Engine
public import LifecycleModel
public import Rules
public import Store

/// Reads facts that people wrote as text, by their declared types: dates, money with Vietnamese grouping, choices, codes of the register.
public struct FactReading {
    private let rules: CompiledRegime
    private let machine: CompiledMachine?
    private let reader: any StoreReader
    private let past: CivilDate?

    /// Prepares reading facts of one machine of a regime; the reader tells which codes are registered.
    ///
    /// - Parameter past: the day of a history that is told again, which names people by their codes whose data were erased since then in the store it comes
    ///   from; nil: it happens now, and such a person takes part in nothing any more.
    public init(_ rules: CompiledRegime, machine: String, reader: any StoreReader, past: CivilDate? = nil) {
        self.rules = rules
        self.machine = rules.machine(machine)
        self.reader = reader
        self.past = past
    }

    /// All the facts, or a fault that names every one that cannot be read.
    ///
    /// - Throws: `UseCaseFault` of kind `badData` with one blocker a fault.
    public func values(_ texts: [String: String]) throws -> [String: FactValue] {
        var values: [String: FactValue] = [:]
        var faults: [Blocker] = []
        for (path, text) in texts.sorted(by: { $0.key < $1.key }) {
            switch try value(path, text) {
            case .success(let value): values[path] = value
            case .failure(let fault): faults.append(fault.blocker)
            }
        }
        guard faults.isEmpty else {
            throw UseCaseFault(
                .badData,
                "wrong-fact",
                Phrase(vi: "Có thông tin không đọc được", en: "Some facts cannot be read"),
                blockers: faults
            )
        }
        return values
    }

    /// Most characters a text fact may have.
    static let longest = 10_000

    /// Why a text is not the fact.
    public struct Fault: Error, Sendable {
        /// As a refusal.
        public let blocker: Blocker
    }

    /// One fact.
    public func value(_ path: String, _ text: String) throws -> Result<FactValue, Fault> {
        guard let machine, let fact = rules.fact(path, of: machine) else {
            let known =
                rules.regime.facts.flatMap { group, facts in facts.keys.map { "\(group).\($0)" } }
                + (machine?.definition.facts.keys.map { "this.\($0)" } ?? [])
            let name = path.split(separator: ".").last.map(String.init) ?? path
            let near = known.filter { $0.hasSuffix(".\(name)") }.sorted() + VietnameseText.nearest(to: path, among: known)
            return .failure(
                Fault(
                    blocker: Blocker(
                        code: "unknown-fact",
                        message: Phrase(vi: "Quy tắc không có thông tin «\(path)»", en: "The rules know no fact \"\(path)\""),
                        cure: near.first.map { Phrase(vi: "Có phải ý bạn là: \($0)?", en: "Did you mean: \($0)?") }
                    )
                )
            )
        }
        func fail(_ vi: String, _ en: String, _ cure: Phrase? = nil) -> Result<FactValue, Fault> {
            .failure(
                Fault(
                    blocker: Blocker(
                        code: "wrong-fact",
                        message: Phrase(vi: "\(path) = «\(text)»: \(vi)", en: "\(path) = \"\(text)\": \(en)"),
                        parameters: [Blocker.Parameter("fact", path)],
                        cure: cure
                    )
                )
            )
        }
        switch fact.type {
        case .bool:
            switch text.lowercased() {
            case "true", "có", "co", "1", "yes", "đúng": return .success(.bool(true))
            case "false", "không", "khong", "0", "no", "sai": return .success(.bool(false))
            default: return fail("phải là có hoặc không", "must be true or false")
            }
        case .int:
            guard let number = Int64(text) else { return fail("phải là số nguyên", "must be a whole number") }
            return .success(.int(number))
        case .dong:
            do {
                let money = try Dong(parsing: text)
                return .success(.int(money.amount))
            } catch { return fail(error.phrase.vi, error.phrase[.en]) }
        case .date:
            do { return .success(.date(try CivilDate(anyForm: text))) } catch { return fail(error.phrase.vi, error.phrase[.en]) }
        case .text:
            guard text.contains(where: { !$0.isWhitespace }) else { return fail("chưa ghi gì", "says nothing") }
            do throws(TextFault) { return .success(.text(try CheckedText(text, longest: FactReading.longest).text)) } catch {
                return fail(error.phrase.vi, error.phrase[.en])
            }
        case .choice:
            let value = FactValue.text(text)
            if let fault = value.fault(against: fact) { return fail(fault.vi, fault[.en]) }
            return .success(value)
        case .organisation: return try code(.organisation, "tổ chức", "organisation")
        case .person: return try code(.person, "người", "person")
        case .programme: return try code(.programme, "chương trình", "programme")
        }
        func code(_ kind: EventRecord.Subject.Kind, _ vi: String, _ en: String) throws -> Result<FactValue, Fault> {
            if let entry = try reader.registered(kind, code: text) {
                if let erasure = try entry.optionalValue(at: "erased", as: Person.Erasure.self), !(past.map(erasure.admits) ?? false) {
                    return fail(
                        "dữ liệu cá nhân của người này đã xoá ngày \(erasure.day.vietnamese)",
                        "the personal data of this person were erased on \(erasure.day)"
                    )
                }
                return .success(.text(text))
            }
            return fail("không có \(vi) nào mang mã này", "no \(en) has this code")
        }
    }
}

extension CivilDate {
    /// Reads `YYYY-MM-DD` or `dd/MM/yyyy`.
    init(anyForm text: String) throws(CivilDateFault) {
        if text.contains("/") { try self.init(parsingVietnamese: text) } else { try self.init(parsing: text) }
    }
}
