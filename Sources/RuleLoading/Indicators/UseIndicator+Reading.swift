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
        var reasons: [Reason] = []
        func choice(_ key: String) -> Cursor? {
            guard let own = fields.required(key)?.fields("value", "why") else { return nil }
            if let why = own.required("why")?.phrase() { reasons.append(Reason(key, why)) }
            return own.required("value")
        }
        var kindNames: [String: Phrase] = [:]
        for (kind, value) in fields.optional("kind-names")?.entries(.kebab) ?? [] { kindNames[kind] = value.phrase() }
        let terms = Terms(
            unit: choice("unit")?.word() ?? .result,
            months: choice("months")?.months() ?? 12,
            standing: choice("standing")?.word() ?? .checked,
            kinds: choice("kinds")?.kinds() ?? [],
            proofWithin: choice("proof-within")?.proofWithin(),
            kindNames: kindNames
        )
        var alternatives: [String: Alternative] = [:]
        for (name, value) in fields.optional("alternatives")?.entries(.kebab) ?? [] {
            alternatives[name] = Alternative(value, instead: terms)
        }
        self.init(
            number: fields.required("number")?.count() ?? 0,
            label: fields.label,
            source: fields.text("source"),
            terms: terms,
            reasons: reasons,
            alternatives: alternatives
        )
    }
}

extension UseIndicator.Alternative {
    init(_ cursor: Cursor, instead standard: UseIndicator.Terms) {
        let fields = cursor.fields("label", "unit", "months", "standing", "kinds", "proof-within")
        var terms = standard
        if let unit: UseIndicator.Unit = fields.optional("unit")?.word() { terms.unit = unit }
        if let months = fields.optional("months")?.months() { terms.months = months }
        if let standing: EvidenceRecord.Standing = fields.optional("standing")?.word() { terms.standing = standing }
        if let kinds = fields.optional("kinds")?.kinds() { terms.kinds = kinds }
        if let proof = fields.optional("proof-within") { terms.proofWithin = proof.proofWithin() }
        if terms == standard, fields.isMapping {
            cursor.fault(
                "same-definition",
                at: cursor.name,
                Phrase(vi: "định nghĩa thay thế không khác định nghĩa chính", en: "the alternative is the default itself")
            )
        }
        self.init(label: fields.required("label")?.phrase() ?? Phrase(vi: ""), terms: terms)
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
        let kinds = collect { element -> String? in
            guard let kind = element.text() else { return nil }
            NameKind.kebab.check(kind, in: element)
            return kind
        }
        guard !kinds.isEmpty, Set(kinds).count == kinds.count else {
            fault(
                "bad-kinds",
                Phrase(
                    vi: "cần ít nhất một loại minh chứng, không loại nào lặp lại",
                    en: "at least one kind of evidence is needed, none twice"
                )
            )
            return nil
        }
        return kinds
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
