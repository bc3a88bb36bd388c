import Importing
import LifecycleModel

/// A document that comes with a step; its number is made up and its day is the step's, unless given.
struct Paper: ExpressibleByStringLiteral {
    let form: String
    var number: String?
    var date: CivilDate?

    init(_ form: String, _ number: String? = nil, _ date: CivilDate? = nil) {
        self.form = form
        self.number = number
        self.date = date
    }

    init(stringLiteral form: String) {
        self.init(form)
    }

    /// The document as it stands in the history.
    func reference(on day: CivilDate, chance: inout Chance) -> DocumentReference {
        let number = number ?? "\(chance.number(12...2980))\(Paper.suffixes[form] ?? "/BB")"
        return DocumentReference(form: form, number: number, date: date ?? day)
    }

    /// What follows the running number, by form; minutes have `/BB`.
    private static let suffixes: [String: String] = [
        "A-ĐXNV": "/PĐX", "QĐ-TLHĐ": "/QĐ-SKHCN", "TTr-DM": "/TTr-SKHCN", "QĐ-DM": "/QĐ-UBND", "TB-TC": "/TB-SKHCN", "TB-HUY": "/TB-SKHCN",
        "TTr-PD": "/TTr-SKHCN", "B3-4-QĐPDKP": "/QĐ-UBND", "HĐ": "/HĐ-SKHCN", "PLHĐ": "/PLHĐ-SKHCN", "D1-QĐĐC": "/QĐ-UBND", "CV-ĐN": "/CV",
        "CV-ĐT": "/CV", "TB-TD": "/TB-UBND", "QĐ-CD": "/QĐ-UBND", "QĐ-THKP": "/QĐ-UBND", "TT11-M11": "/QĐ-UBND", "GCN-KQ": "/GCN-ĐKKQ",
        "QĐ-XLTS": "/QĐ-UBND", "QĐ-QT": "/QĐ-SKHCN", "QĐ-ADPL": "/QĐ-UBND", "TT15-M3": "/QĐ-UBND", "TT14-M12": "/BC", "BC-KHT": "/BC",
        "BC-TSKQ": "/BC", "BC-TH": "/BC", "A-1-BCĐK": "/BC", "A-2-BCTĐ": "/BC", "A-3-BCSDKP": "/BC", "VB-NB": "/CV", "I.01-ĐHNV": "/PĐH",
        "25-QĐKH": "/QĐ-UBND", "25-TBKH": "/TB-SKHCN", "25-QĐPD": "/QĐ-UBND", "25-HĐGNV": "/HĐ-SKHCN", "25-KQKNS": "/TB-SKHCN",
        "CS-QĐPD": "/QĐ", "CS-GNV": "/HĐ", "CS-GH": "/QĐ", "CS-QĐCD": "/QĐ", "CS-XLKP": "/QĐ", "CS-QT": "/QĐ",
    ]
}
