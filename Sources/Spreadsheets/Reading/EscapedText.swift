import LifecycleModel

/// Text of cells as files write it: what XML cannot carry stands as `_x000D_` (ISO/IEC 29500-1, 22.9.2.19).
enum EscapedText {
    /// The text itself, in composed form.
    static func plain(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "_")) else { return VietnameseText.composed(text) }
        var units: [UTF16.CodeUnit] = []
        var rest = Array(text.utf16)[...]
        while let unit = rest.first {
            if let escaped = escape(rest) {
                units.append(escaped)
                rest = rest.dropFirst(7)
            } else {
                units.append(unit)
                rest = rest.dropFirst()
            }
        }
        return VietnameseText.composed(String(decoding: units, as: UTF16.self))
    }

    /// Text as a file must write it where it happens to look like an escape; libxlsxwriter takes care of everything else.
    static func escaped(_ text: String) -> String {
        let composed = VietnameseText.composed(text)
        guard composed.utf8.contains(UInt8(ascii: "_")) else { return composed }
        let units = Array(composed.utf16)
        return String(
            decoding: units.indices.flatMap { escape(units[$0...]) == nil ? [units[$0]] : Array("_x005F_".utf16) },
            as: UTF16.self
        )
    }

    /// The unit that `_xHHHH_` at the beginning stands for.
    private static func escape(_ units: ArraySlice<UTF16.CodeUnit>) -> UTF16.CodeUnit? {
        guard units.count >= 7 else { return nil }
        let text = String(decoding: units.prefix(7), as: UTF16.self)
        guard text.hasPrefix("_x"), text.hasSuffix("_"), text.utf8.count == 7 else { return nil }
        let digits = text.dropFirst(2).dropLast()
        guard digits.allSatisfy(\.isHexDigit) else { return nil }
        return UTF16.CodeUnit(digits, radix: 16)
    }
}
