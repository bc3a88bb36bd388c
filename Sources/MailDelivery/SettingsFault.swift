import LifecycleModel

/// Faults of settings, each with the form that is right.
enum SettingsFault {
    /// Settings that cannot be followed; the words go on after “the mail settings”.
    static func malformed(_ what: Phrase) -> MailFault {
        MailFault(
            .settings,
            Phrase(vi: "thiết lập gửi thư \(what.vi)", en: "the mail settings \(what.en)"),
            hint: Phrase(
                vi: "ví dụ: smtp://tai-khoan@may-chu:587?from=dia-chi@don-vi.gov.vn&password-file=/etc/nhiemvu/mail-password, "
                    + "hoặc folder:/var/spool/nhiemvu?from=dia-chi@don-vi.gov.vn",
                en: "such as smtp://user@host:587?from=name@office.gov.vn&password-file=/etc/nhiemvu/mail-password, "
                    + "or folder:/var/spool/nhiemvu?from=name@office.gov.vn"
            )
        )
    }

    /// One parameter whose value is wrong, and which values there are.
    static func value(_ parameter: SettingsParameters.Name, _ text: String, _ right: Phrase) -> MailFault {
        MailFault(
            .settings,
            Phrase(
                vi: "thiết lập gửi thư: \(parameter.rawValue)=\(text) không dùng được",
                en: "the mail settings: \(parameter.rawValue)=\(text) cannot be used"
            ),
            hint: right
        )
    }
}
