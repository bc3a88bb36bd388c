public import LifecycleModel
public import Rules

extension FactValue {
    /// Whether this value can be that fact.
    func fits(_ fact: Fact) -> Bool {
        switch (self, fact.type) {
        case (.bool, .bool), (.int, .int), (.text, .text), (.date, .date), (.text, .organisation), (.text, .person), (.text, .programme):
            true
        case (.int(let amount), .dong): amount >= 0
        case (.text(let value), .choice): fact.choices.contains { $0.value == value }
        default: false
        }
    }

    /// Why this value cannot be that fact, or nil when it can.
    public func fault(against fact: Fact) -> Phrase? {
        switch (self, fact.type) {
        case (.bool, .bool), (.int, .int), (.text, .text), (.date, .date), (.text, .organisation), (.text, .person), (.text, .programme):
            nil
        case (.int(let amount), .dong):
            amount >= 0 ? nil : Phrase(vi: "số tiền không được âm (\(amount))", en: "an amount of money cannot be negative (\(amount))")
        case (.text(let value), .choice):
            fact.choices.contains { $0.value == value }
                ? nil
                : Phrase(
                    vi: "«\(value)» không phải một lựa chọn; các lựa chọn: "
                        + fact.choices.map { "\($0.value) (\($0.label.vi))" }.joined(separator: ", "),
                    en: "\"\(value)\" is not one of: " + fact.choices.map(\.value).joined(separator: ", ")
                )
        default: Phrase(vi: "không đúng kiểu \(fact.type.rawValue)", en: "is not of type \(fact.type.rawValue)")
        }
    }
}
