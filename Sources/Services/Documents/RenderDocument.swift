public import CanonicalJSON
public import Documents
public import Engine
public import LifecycleModel
import Rules
import Store

/// Makes a document about a task by a form: fills it from the record and from what is given, and issues it: the file into the vault, the event
/// with its hash and the events it rests on into the log.
public struct RenderDocument: Sendable {
    /// What a person asks for.
    public struct Request: Sendable {
        /// Task code and form.
        public var task, form: String
        /// Values given, an object by field.
        public var given: JSONValue
        /// The small machine that is meant, such as the second council session; nil: the newest of each kind.
        public var machine: MachineReference?
        /// Whether to make it without issuing it, gaps shown by the meaning of the field.
        public var isDraft: Bool
        /// Whether to only show what would happen.
        public var dryRun: Bool

        /// Creates a request.
        public init(
            task: String,
            form: String,
            given: JSONValue,
            machine: MachineReference? = nil,
            isDraft: Bool = false,
            dryRun: Bool = false
        ) {
            self.task = task
            self.form = form
            self.given = given
            self.machine = machine
            self.isDraft = isDraft
            self.dryRun = dryRun
        }
    }

    /// A field that has no value.
    public struct Gap: Sendable, Hashable {
        /// The field and what it means.
        public let field: String
        /// What it means.
        public let meaning: Phrase
        /// What would give it one.
        public let cure: Phrase
    }

    /// What came of it.
    public struct Answer: Sendable {
        /// The form.
        public let form: FormDefinition
        /// The document.
        public let package: WordPackage
        /// Its file.
        public let bytes: [UInt8]
        /// Form, number, date and hash as they are recorded; nil for a draft.
        public let document: AttachedDocument?
        /// Events it rests on.
        public let restsOn: [Int64]
        /// Fields without a value, in a draft.
        public let gaps: [Gap]
        /// The receipt; nil when nothing was written.
        public let receipt: Receipt?
    }

    private let surroundings: Surroundings
    private let templates: TemplateLibrary
    private let vault: AttachmentVault

    /// Prepares the use case.
    public init(_ surroundings: Surroundings, templates: TemplateLibrary, vault: AttachmentVault) {
        self.surroundings = surroundings
        self.templates = templates
        self.vault = vault
    }

    /// Does it.
    ///
    /// - Throws: `UseCaseFault` when task, form or a given field is unknown, a given value contradicts the record, or a field is empty.
    public func callAsFunction(_ request: Request) throws -> Answer {
        let opened = try templates.open(try templates.form(request.form))
        let given = try GivenFields(request.given, catalogue: templates.catalogue).values
        if request.isDraft || request.dryRun {
            return try surroundings.store.read { reader in
                let made = try make(opened, given, request, reader)
                let document = request.isDraft ? nil : try issued(made, opened, vault: nil)
                return Answer(made, opened.form, document: document, receipt: nil)
            }
        }
        return try surroundings.store.write { writer in
            _ = try Actor(surroundings.actor, in: writer)
            let made = try make(opened, given, request, writer)
            let document = try issued(made, opened, vault: vault)
            let happening = Happening.documentIssued(
                Happening.DocumentIssued(document: document, template: opened.sha256, restsOn: made.restsOn, given: request.given)
            )
            var state = made.state
            let journal = TaskJournal(writer: writer, now: surroundings.now)
            let records = try journal.append([happening], to: &state, by: surroundings.actor, on: document.date)
            try journal.project(state, records: records, happenings: [happening])
            return Answer(made, opened.form, document: document, receipt: Receipt(of: records, in: try writer.head()))
        }
    }

    /// A document that is made and not yet issued.
    fileprivate struct Made {
        let state: TaskState
        let values: [String: FieldValue]
        let package: WordPackage
        let bytes: [UInt8]
        let restsOn: [Int64]
        let gaps: [Gap]
    }

    private func make(
        _ opened: TemplateLibrary.Opened,
        _ given: [String: FieldValue],
        _ request: Request,
        _ reader: any StoreReader
    ) throws -> Made {
        let (names, faults) = opened.template.check(with: templates.catalogue)
        if let fault = faults.first { throw UseCaseFault(fault, in: templates.path(of: opened.form)) }
        let row = try requireTask(request.task, in: reader)
        let state = try TaskState(snapshot: row.snapshot)
        let rules = try Definitions().regime(row.definition, in: reader)
        let recorded = try RecordedFields(state, rules, machine: request.machine, in: reader)
        var values = templates.office.merging(given) { $1 }
        var events: Set<Int64> = []
        for field in names.compactMap({ templates.catalogue[$0] }) {
            guard let (value, event) = try recorded.value(of: field) else { continue }
            if let other = given[field.name], !value.agrees(with: other) { throw Self.contradiction(field, other, value) }
            values[field.name] = value
            if let event { events.insert(event) }
        }
        let catalogue = templates.catalogue
        let whole = opened.template.filled(values)
        let gaps = whole.empty.map { gap in
            // A column is given with its list.
            let field = catalogue[gap.name].flatMap { column in column.list.flatMap { catalogue[$0] } ?? column }
            return Gap(
                field: gap.name,
                meaning: catalogue[gap.name]?.meaning ?? Phrase(vi: gap.name),
                cure: field.map(recorded.cure) ?? Phrase(vi: "", en: "")
            )
        }
        guard request.isDraft || gaps.isEmpty else { throw Self.incomplete(opened.form, gaps) }
        let package =
            gaps.isEmpty ? whole.package : opened.template.filled(values) { "[\(catalogue[$0]?.meaning.vi ?? $0)]" }.package
        do throws(DocumentFault) {
            return Made(
                state: state,
                values: values,
                package: package,
                bytes: try package.archived(),
                restsOn: events.sorted(),
                gaps: gaps
            )
        } catch {
            throw UseCaseFault(error)
        }
    }

    /// The document with number and date, its file kept when there is a vault.
    private func issued(_ made: Made, _ opened: TemplateLibrary.Opened, vault: AttachmentVault?) throws -> AttachedDocument {
        guard case .date(let date)? = made.values["document.date"] else {
            throw UseCaseFault(
                .usage,
                "document-date",
                Phrase(vi: "Chưa có ngày văn bản", en: "The document has no date"),
                hint: Phrase(vi: "Thêm --date", en: "Add --date")
            )
        }
        guard date <= surroundings.today else {
            throw UseCaseFault(
                .refused,
                "future-date",
                Phrase(vi: "Ngày văn bản \(date.vietnamese) ở tương lai", en: "The date \(date) lies in the future")
            )
        }
        var number = ""
        if case .text(let text)? = made.values["document.number"] { number = text }
        if made.state.documents[opened.form.code]?.contains(where: { $0.number == number && $0.sha256 != nil }) == true {
            throw UseCaseFault(
                .refused,
                "document-twice",
                Phrase(
                    vi: "\(opened.form.code) số «\(number)» của \(made.state.code) đã có tệp trong hồ sơ",
                    en: "\(opened.form.code) \"\(number)\" of \(made.state.code) has its file on record already"
                ),
                hint: Phrase(
                    vi: "Ban hành bản mới với số khác, hoặc dùng --draft",
                    en: "Issue a new one under another number, or use --draft"
                )
            )
        }
        let name = "\(made.state.code)-\(opened.form.code).docx"
        let kept = try vault?.keep(made.bytes, named: name) ?? AttachmentVault.described(made.bytes, named: name)
        return AttachedDocument(
            form: opened.form.code,
            number: number,
            date: date,
            sha256: kept.sha256,
            fileName: kept.fileName,
            size: kept.size
        )
    }

    private static func contradiction(_ field: FieldDefinition, _ given: FieldValue, _ recorded: FieldValue) -> UseCaseFault {
        UseCaseFault(
            .refused,
            "contradicts-record",
            Phrase(
                vi: "«\(field.name)» (\(field.meaning.vi)) đã ghi nhận là «\(recorded.shown)», khác với giá trị đưa vào «\(given.shown)»",
                en: "\"\(field.name)\" (\(field.meaning[.en])) is recorded as \"\(recorded.shown)\", not as \"\(given.shown)\""
            ),
            hint: Phrase(
                vi: "Bỏ giá trị đưa vào, hoặc sửa hồ sơ bằng sự kiện của quy tắc",
                en: "Leave the given value out, or correct the record by an event of the rules"
            )
        )
    }

    private static func incomplete(_ form: FormDefinition, _ gaps: [Gap]) -> UseCaseFault {
        UseCaseFault(
            .refused,
            "empty-field",
            Phrase(
                vi: "Chưa ban hành được \(form.code): còn \(gaps.count) trường trống",
                en: "\(form.code) cannot be issued: \(gaps.count) fields are empty"
            ),
            hint: Phrase(vi: "Xem thử bằng --draft", en: "Look at it with --draft"),
            blockers: gaps.map { gap in
                Blocker(
                    code: "empty-field",
                    message: Phrase(vi: "\(gap.field): \(gap.meaning.vi)", en: "\(gap.field): \(gap.meaning[.en])"),
                    facts: [],
                    cure: gap.cure
                )
            }
        )
    }
}

extension RenderDocument.Answer {
    fileprivate init(_ made: RenderDocument.Made, _ form: FormDefinition, document: AttachedDocument?, receipt: Receipt?) {
        self.init(
            form: form,
            package: made.package,
            bytes: made.bytes,
            document: document,
            restsOn: made.restsOn,
            gaps: made.gaps,
            receipt: receipt
        )
    }
}

extension FieldValue {
    /// Whether a given value says the same; a choice may be given by its code or its label.
    fileprivate func agrees(with other: FieldValue) -> Bool {
        guard case .choice(let code, let label) = self, case .choice(let otherCode, let otherLabel) = other else { return self == other }
        return code == otherCode || label == otherLabel
    }
}
