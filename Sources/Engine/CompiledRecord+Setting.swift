import LifecycleModel
import Rules

extension CompiledRecord {
    /// How to give the fact with the event: `Thêm --set this.result=recommended|not-recommended`.
    var setting: Phrase {
        let form = declaration?.form ?? Phrase(vi: "GIÁ_TRỊ", en: "VALUE")
        return Phrase(vi: "Thêm --set \(fact.path)=\(form.vi)", en: "Add --set \(fact.path)=\(form[.en])")
    }
}

extension Fact {
    /// What a value looks like on the command line.
    fileprivate var form: Phrase {
        switch type {
        case .bool: Phrase(vi: "có|không", en: "true|false")
        case .int: Phrase(vi: "SỐ", en: "NUMBER")
        case .dong: Phrase(vi: "SỐ_ĐỒNG", en: "DONG")
        case .text: Phrase(vi: "\"…\"")
        case .date: Phrase(vi: "NGÀY", en: "DATE")
        case .choice: Phrase(vi: choices.map(\.value).joined(separator: "|"))
        case .organisation: Phrase(vi: "MÃ_TỔ_CHỨC", en: "ORGANISATION")
        case .person: Phrase(vi: "MÃ_NGƯỜI", en: "PERSON")
        case .programme: Phrase(vi: "MÃ_CHƯƠNG_TRÌNH", en: "PROGRAMME")
        }
    }
}
