import CanonicalJSON
public import LifecycleModel
public import MailDelivery
public import Store

/// Puts what people are to be told into letters: one digest a person and day, one letter for what is urgent of a day. A letter takes its notices up
/// in the transaction that writes it, so that none is told twice and none is lost.
public struct ComposeLetters {
    private let templates: MailTemplates
    private let language: Language

    /// Notices older than this are put into letters that are not sent, so that a long stop is not followed by a flood.
    public static let oldestDays = 3

    /// Prepares it.
    public init(_ templates: MailTemplates, language: Language) {
        self.templates = templates
        self.language = language
    }

    /// The notices that one letter takes up.
    public struct Sheaf: Sendable, Hashable {
        /// Code of the person.
        public let person: String
        let day: CivilDate
        let isUrgent: Bool
        let notices: [NoticeRow]
    }

    /// What waits to be told by a day, letter by letter.
    public func sheaves(by day: CivilDate, in reader: any StoreReader) throws -> [Sheaf] {
        struct Place: Hashable {
            let day: CivilDate
            let person: String
            let isUrgent: Bool
        }
        let notices = Dictionary(grouping: try reader.waitingNotices(by: day)) {
            Place(day: $0.day, person: $0.person, isUrgent: $0.isUrgent)
        }
        return notices.map { Sheaf(person: $0.person, day: $0.day, isUrgent: $0.isUrgent, notices: $1) }
            .sorted { ($0.day, $0.person, $0.isUrgent ? 0 : 1) < ($1.day, $1.person, $1.isUrgent ? 0 : 1) }
    }

    /// Writes the letter.
    ///
    /// - Parameters:
    ///   - today: the day of the run: what is much older is not sent.
    ///   - moment: when it is written.
    /// - Returns: the letter.
    public func callAsFunction(_ sheaf: Sheaf, today: CivilDate, at moment: Moment, in writer: any StoreWriter) throws -> LetterRow {
        let person = try writer.registered(.person, code: sheaf.person).map { try Person(json: $0) }
        let kind: MailTemplates.Kind = sheaf.isUrgent ? .urgent : .digest
        let digest = MailDigest(
            person: person?.titledName ?? sheaf.person,
            day: language == .vi ? sheaf.day.vietnamese : sheaf.day.description,
            tasks: try tasks(of: sheaf, in: writer)
        )
        let (subject, body) = templates.filled(kind, in: language, with: digest)
        let isOld = sheaf.day.days(to: today) > Self.oldestDays
        let lacksAddress = person?.email == nil
        let letter = LetterRow(
            key: try key(of: sheaf, kind, in: writer),
            person: sheaf.person,
            address: person?.email?.text,
            day: sheaf.day,
            isUrgent: sheaf.isUrgent,
            subject: subject,
            body: body,
            standing: isOld || lacksAddress ? .skipped : .waiting,
            retryAt: moment,
            error: isOld ? Self.tooOld : lacksAddress ? Self.noAddress : nil,
            writtenAt: moment,
            endedAt: isOld || lacksAddress ? moment : nil
        )
        try writer.add(letter, telling: sheaf.notices)
        return letter
    }

    /// The address a person has now; nil: none.
    public static func address(of person: String, in reader: any StoreReader) throws -> String? {
        try reader.registered(.person, code: person).flatMap { try Person(json: $0).email?.text }
    }

    /// Why an old letter is not sent.
    public static let tooOld = Phrase(vi: "quá cũ khi tới lượt gửi", en: "too old when its turn came")
    /// Why a letter to somebody without an address is not sent.
    public static let noAddress = Phrase(vi: "người nhận chưa có địa chỉ thư", en: "the person has no address")

    /// `digest/CB-01/2026-11-22`; a second letter of the kind and day has `/2` behind it.
    private func key(of sheaf: Sheaf, _ kind: MailTemplates.Kind, in reader: any StoreReader) throws -> String {
        let first = "\(kind.rawValue)/\(sheaf.person)/\(sheaf.day)"
        var (key, number) = (first, 1)
        while try reader.letter(key) != nil {
            number += 1
            key = "\(first)/\(number)"
        }
        return key
    }

    private func tasks(of sheaf: Sheaf, in reader: any StoreReader) throws -> [MailDigest.Task] {
        try Dictionary(grouping: sheaf.notices) { $0.task ?? "" }.sorted { $0.key < $1.key }.map { code, notices in
            MailDigest.Task(
                code: code,
                title: code.isEmpty ? "" : try reader.task(code)?.title ?? "",
                notices: notices.sorted { ($0.due ?? $0.day, $0.key) < ($1.due ?? $1.day, $1.key) }.map { notice in
                    MailDigest.Notice(
                        text: notice.text[language],
                        due: notice.due.map { language == .vi ? $0.vietnamese : $0.description } ?? "",
                        when: notice.due.map { distance(from: sheaf.day, to: $0) } ?? ""
                    )
                }
            )
        }
    }

    private func distance(from day: CivilDate, to due: CivilDate) -> String {
        let days = day.days(to: due)
        let phrase: Phrase =
            switch days {
            case 0: Phrase(vi: "hạn hôm nay", en: "due today")
            case 1...: Phrase(vi: "còn \(days) ngày", en: days == 1 ? "1 day left" : "\(days) days left")
            default: Phrase(vi: "quá hạn \(-days) ngày", en: days == -1 ? "1 day late" : "\(-days) days late")
            }
        return phrase[language]
    }
}
