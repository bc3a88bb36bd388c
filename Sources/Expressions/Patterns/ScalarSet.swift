/// A set of characters, as in `[a-z\d]`.
struct ScalarSet: Sendable {
    /// A part of the set.
    enum Item: Sendable {
        case range(ClosedRange<UInt32>)
        /// A general category by its one- or two-letter name.
        case category(String)
        case nested(ScalarSet)
    }

    var items: [Item] = []
    var isNegated = false
    var ignoresCase = false

    init(_ ranges: ClosedRange<UInt32>...) {
        items = ranges.map(Item.range)
    }

    init(_ scalar: Unicode.Scalar, ignoresCase: Bool) {
        items = [.range(scalar.value...scalar.value)]
        self.ignoresCase = ignoresCase
    }

    var negated: ScalarSet {
        var set = self
        set.isNegated.toggle()
        return set
    }

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        var found = hasItem(scalar)
        if !found, ignoresCase { found = Self.otherCases(of: scalar).contains(where: hasItem) }
        return found != isNegated
    }

    private func hasItem(_ scalar: Unicode.Scalar) -> Bool {
        items.contains { item in
            switch item {
            case .range(let range): range.contains(scalar.value)
            case .category(let name): scalar.properties.generalCategory.code.hasPrefix(name)
            case .nested(let set): set.contains(scalar)
            }
        }
    }

    /// The lower and upper case of a character, where those are single characters.
    private static func otherCases(of scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        let lower = scalar.properties.lowercaseMapping.unicodeScalars
        let upper = scalar.properties.uppercaseMapping.unicodeScalars
        return [lower, upper].compactMap { $0.count == 1 ? $0.first : nil }
    }

    static let digit = ScalarSet(0x30...0x39)
    static let word = ScalarSet(0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A)
    static let space = ScalarSet(0x09...0x0A, 0x0C...0x0D, 0x20...0x20)
    static let everything = ScalarSet(0...0x10_FFFF)
    static let notLineFeed = ScalarSet(0x0A...0x0A).negated

    /// The ASCII classes of `[[:name:]]`.
    static let named: [String: ScalarSet] = [
        "alnum": ScalarSet(0x30...0x39, 0x41...0x5A, 0x61...0x7A), "alpha": ScalarSet(0x41...0x5A, 0x61...0x7A),
        "ascii": ScalarSet(0...0x7F), "blank": ScalarSet(0x09...0x09, 0x20...0x20), "cntrl": ScalarSet(0...0x1F, 0x7F...0x7F),
        "digit": digit, "graph": ScalarSet(0x21...0x7E), "lower": ScalarSet(0x61...0x7A), "print": ScalarSet(0x20...0x7E),
        "punct": ScalarSet(0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E), "space": ScalarSet(0x09...0x0D, 0x20...0x20),
        "upper": ScalarSet(0x41...0x5A), "word": word, "xdigit": ScalarSet(0x30...0x39, 0x41...0x46, 0x61...0x66),
    ]

    /// The general categories that `\p{…}` knows.
    static let categories: Set<String> = [
        "L", "Lu", "Ll", "Lt", "Lm", "Lo", "M", "Mn", "Mc", "Me", "N", "Nd", "Nl", "No", "P", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "S",
        "Sm", "Sc", "Sk", "So", "Z", "Zs", "Zl", "Zp", "C", "Cc", "Cf", "Cs", "Co",
    ]
}

extension Unicode.GeneralCategory {
    /// The two-letter name of the Unicode standard.
    fileprivate var code: String {
        switch self {
        case .uppercaseLetter: "Lu"
        case .lowercaseLetter: "Ll"
        case .titlecaseLetter: "Lt"
        case .modifierLetter: "Lm"
        case .otherLetter: "Lo"
        case .nonspacingMark: "Mn"
        case .spacingMark: "Mc"
        case .enclosingMark: "Me"
        case .decimalNumber: "Nd"
        case .letterNumber: "Nl"
        case .otherNumber: "No"
        case .connectorPunctuation: "Pc"
        case .dashPunctuation: "Pd"
        case .openPunctuation: "Ps"
        case .closePunctuation: "Pe"
        case .initialPunctuation: "Pi"
        case .finalPunctuation: "Pf"
        case .otherPunctuation: "Po"
        case .mathSymbol: "Sm"
        case .currencySymbol: "Sc"
        case .modifierSymbol: "Sk"
        case .otherSymbol: "So"
        case .spaceSeparator: "Zs"
        case .lineSeparator: "Zl"
        case .paragraphSeparator: "Zp"
        case .control: "Cc"
        case .format: "Cf"
        case .surrogate: "Cs"
        case .privateUse: "Co"
        // Unassigned code points belong to no category of RE2.
        case .unassigned: "-"
        @unknown default: "-"
        }
    }
}
