import Indicators
import LifecycleModel
import Rules
import WorkingCalendar

extension UseIndicator {
    /// Reads a definition: each choice of the default with the reason for it, and the alternatives, which name what they change.
    init(_ cursor: Cursor, named name: String) {
        let fields = cursor.fields(
            "indicator",
            "number",
            "label",
            "source",
            "unit",
            "months",
            "standing",
            "kinds",
            "proof-within",
            "kind-names",
            "alternatives"
        )
        fields.required("indicator")?.requireName(name)
        var choices = ChoiceReading(fields)
        var kindNames: [String: Phrase] = [:]
        for (kind, value) in fields.optional("kind-names")?.entries(.kebab) ?? [] { kindNames[kind] = value.phrase() }
        let terms = Terms(
            unit: choices.value("unit")?.word() ?? .result,
            months: choices.value("months")?.months() ?? 12,
            standing: choices.value("standing")?.word() ?? .checked,
            kinds: choices.value("kinds")?.kinds() ?? [],
            proofWithin: choices.value("proof-within")?.proofWithin(),
            kindNames: kindNames
        )
        self.init(
            number: fields.required("number")?.count() ?? 0,
            label: fields.label,
            source: fields.text("source"),
            terms: terms,
            reasons: choices.reasons,
            alternatives: fields.alternatives { cursor in
                AlternativeDefinition(cursor, instead: terms, ["unit", "months", "standing", "kinds", "proof-within"]) { fields, terms in
                    if let unit: Unit = fields.optional("unit")?.word() { terms.unit = unit }
                    if let months = fields.optional("months")?.months() { terms.months = months }
                    if let standing: EvidenceRecord.Standing = fields.optional("standing")?.word() { terms.standing = standing }
                    if let kinds = fields.optional("kinds")?.kinds() { terms.kinds = kinds }
                    if let proof = fields.optional("proof-within") { terms.proofWithin = proof.proofWithin() }
                }
            }
        )
    }
}

extension Cursor {
    /// Months of follow-up, 1 to 120.
    fileprivate func months() -> Int? {
        guard let number = count() else { return nil }
        guard (1...120).contains(number) else {
            wrongType(Phrase(vi: "một số từ 1 đến 120", en: "a number from 1 to 120"))
            return nil
        }
        return number
    }

    /// Kinds of evidence, at least one, none twice.
    fileprivate func kinds() -> [String]? {
        distinctWords(
            "bad-kinds",
            Phrase(vi: "cần ít nhất một loại minh chứng, không loại nào lặp lại", en: "at least one kind of evidence is needed, none twice")
        )
    }

    /// `none`, or calendar days.
    fileprivate func proofWithin() -> Int? {
        if node.scalar?.string == "none" { return nil }
        guard let term = term() else { return nil }
        guard term.unit == .calendarDays else {
            wrongType(Phrase(vi: "none hoặc số ngày như 30 calendar-days", en: "none or days such as 30 calendar-days"))
            return nil
        }
        return term.amount
    }
}
