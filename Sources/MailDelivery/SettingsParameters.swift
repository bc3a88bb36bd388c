import LifecycleModel

/// The parameters behind the `?` of settings.
struct SettingsParameters {
    /// All there are.
    enum Name: String, CaseIterable {
        case from, name, tls, helo, timeout
        case passwordFile = "password-file"
    }

    private var values: [Name: String] = [:]

    /// Reads `name=value&…`.
    init(_ text: String) throws(MailFault) {
        for part in text.split(separator: "&") {
            let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard let name = Name(rawValue: pair[0]) else { throw Self.unknown(pair[0]) }
            guard pair.count == 2, let value = Self.decoded(pair[1]), !value.isEmpty else {
                throw SettingsFault.malformed(
                    Phrase(vi: "có \(name.rawValue) không có giá trị đọc được", en: "give no readable value to \(name.rawValue)")
                )
            }
            guard values.updateValue(value, forKey: name) == nil else {
                throw SettingsFault.malformed(Phrase(vi: "ghi \(name.rawValue) hai lần", en: "say \(name.rawValue) twice"))
            }
        }
    }

    /// The value of a parameter.
    subscript(_ name: Name) -> String? { values[name] }

    /// Refuses what this kind of settings has no use for.
    func allowOnly(_ names: Set<Name>, for scheme: String) throws(MailFault) {
        for name in Name.allCases where values[name] != nil && !names.contains(name) {
            throw SettingsFault.malformed(
                Phrase(vi: "không dùng \(name.rawValue) với \(scheme)", en: "have no use for \(name.rawValue) with \(scheme)")
            )
        }
    }

    /// A text whose `%XX` are taken as octets of UTF-8; nil when they are none, or give a control character.
    static func decoded(_ text: String) -> String? {
        var octets: [UInt8] = []
        var rest = Substring(text).utf8
        while let octet = rest.popFirst() {
            guard octet == UInt8(ascii: "%") else {
                octets.append(octet)
                continue
            }
            let digits = rest.prefix(2)
            guard digits.count == 2, digits.allSatisfy({ UnicodeScalar($0).properties.isASCIIHexDigit }),
                let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
            else { return nil }
            octets.append(value)
            rest = rest.dropFirst(2)
        }
        guard let text = String(validating: octets, as: UTF8.self), !text.unicodeScalars.contains(where: HeaderText.isControl) else {
            return nil
        }
        return text
    }

    private static func unknown(_ name: String) -> MailFault {
        let all = Name.allCases.map(\.rawValue).sorted()
        // Whoever writes a password there must be told before it lies in a history of commands for long.
        if name == "password" || name == "pass" {
            return SettingsFault.malformed(
                Phrase(vi: "không được chứa mật khẩu; hãy dùng password-file=", en: "must not hold a password; use password-file=")
            )
        }
        return MailFault(
            .settings,
            Phrase(vi: "thiết lập gửi thư có «\(name)» không rõ nghĩa", en: "the mail settings have an unknown \"\(name)\""),
            hint: Phrase(vi: "Có: \(all.joined(separator: ", "))", en: "Known: \(all.joined(separator: ", "))")
        )
    }
}
