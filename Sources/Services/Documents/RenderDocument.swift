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
        /// The member of the council it is made for, and the dossier, by its number; nil where the form speaks of none.
        public var member: PersonCode?
        /// The dossier it is made for.
        public var subject: String?
        /// Whether to make it without issuing it, gaps shown by the meaning of the field.
        public var isDraft: Bool
        /// What stands in the gaps of a draft; nil: the meaning of the field in square brackets.
        public var blank: String?
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
        /// What was asked for.
        public let request: Request
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
        let answers = try all([request])
        guard let answer = answers.first else { throw Self.nothing }
        return answer
    }

    /// Makes several documents about one task in one transaction: all, or none when one is refused. Copies of one paper for several people,
    /// such as the invitations to a session, have one number.
    ///
    /// - Parameter made: is told how many are made.
    public func all(_ requests: [Request], made progress: (Int) -> Void = { _ in }) throws -> [Answer] {
        guard let first = requests.first, requests.allSatisfy({ $0.task == first.task }) else { throw Self.nothing }
        if requests.contains(where: { $0.isDraft || $0.dryRun }) {
            return try surroundings.store.read { reader in
                try makeAll(requests, reader, progress).map { made in
                    Answer(made, document: made.request.isDraft ? nil : try issued(made, vault: nil), receipt: nil)
                }
            }
        }
        return try surroundings.store.write { writer in
            _ = try Actor(surroundings.actor, in: writer)
            let made = try makeAll(requests, writer, progress)
            guard var state = made.first?.state else { throw Self.nothing }
            let documents = try made.map { try issued($0, vault: vault) }
            let happenings = zip(made, documents).map { made, document in
                Happening.documentIssued(
                    Happening.DocumentIssued(
                        document: document,
                        template: made.opened.sha256,
                        restsOn: made.restsOn,
                        given: made.request.given
                    )
                )
            }
            let journal = TaskJournal(writer: writer, now: surroundings.now)
            let day = documents.map(\.date).max() ?? surroundings.today
            let records = try journal.append(happenings, to: &state, by: surroundings.actor, on: day)
            try journal.project(state, records: records, happenings: happenings)
            let receipt = Receipt(of: records, in: try writer.head())
            return zip(made, documents).map { Answer($0, document: $1, receipt: receipt) }
        }
    }

    private func makeAll(_ requests: [Request], _ reader: any StoreReader, _ progress: (Int) -> Void) throws -> [Made] {
        var opened: [String: TemplateLibrary.Opened] = [:]
        return try requests.enumerated().map { index, request in
            let template = try opened[request.form] ?? templates.open(try templates.form(request.form))
            opened[request.form] = template
            let made = try make(template, request, reader)
            progress(index + 1)
            return made
        }
    }

    private static let nothing = UseCaseFault(
        .usage,
        "nothing-to-make",
        Phrase(vi: "Không có văn bản nào để lập", en: "There is no document to make")
    )

    /// A document that is made and not yet issued.
    fileprivate struct Made {
        let request: Request
        let opened: TemplateLibrary.Opened
        let state: TaskState
        let values: [String: FieldValue]
        let package: WordPackage
        let bytes: [UInt8]
        let restsOn: [Int64]
        let gaps: [Gap]
    }

    private func make(_ opened: TemplateLibrary.Opened, _ request: Request, _ reader: any StoreReader) throws -> Made {
        let (names, faults) = opened.template.check(with: templates.catalogue)
        if let fault = faults.first { throw UseCaseFault(fault, in: templates.path(of: opened.form)) }
        let row = try requireTask(request.task, in: reader)
        let state = try TaskState(of: row)
        let rules = try Definitions().regime(row.definition, in: reader)
        try Self.require(request.machine, of: state, rules)
        let council = try DocumentCouncil(of: opened.form, request, state, in: reader)
        let recorded = try RecordedFields(
            state,
            rules,
            form: opened.form.code,
            machine: request.machine,
            council: council,
            in: reader
        )
        var given = try GivenFields(request.given, catalogue: templates.catalogue).values
        if given["document.date"] == nil { given["document.date"] = .date(council?.fields?.paperDate ?? surroundings.today) }
        let whole = try DocumentValues(
            of: names.compactMap { templates.catalogue[$0] },
            office: templates.office,
            given: given,
            recorded: recorded,
            council: council?.fields
        )
        return try made(opened, request, state, whole, recorded)
    }

    private func made(
        _ opened: TemplateLibrary.Opened,
        _ request: Request,
        _ state: TaskState,
        _ filling: DocumentValues,
        _ recorded: RecordedFields
    ) throws -> Made {
        let values = filling.values
        let catalogue = templates.catalogue
        let whole = opened.template.filled(values, asking: catalogue)
        let gaps = whole.empty.map { gap in
            // A column is given with its list.
            let field = catalogue[gap.name]
            let list = field?.list.flatMap { catalogue[$0] }
            let column = list.flatMap { values[$0.name] == nil ? nil : field?.column }
            return Gap(
                field: gap.name,
                meaning: field?.meaning ?? Phrase(vi: gap.name),
                cure: (list ?? field).map { recorded.cure(of: $0, column: column) } ?? Phrase(vi: "", en: "")
            )
        }
        guard request.isDraft || gaps.isEmpty else { throw Self.incomplete(opened.form, gaps) }
        let package =
            gaps.isEmpty
            ? whole.package
            : opened.template.filled(values, asking: catalogue) { request.blank ?? "[\(catalogue[$0]?.meaning.vi ?? $0)]" }.package
        do throws(DocumentFault) {
            return Made(
                request: request,
                opened: opened,
                state: state,
                values: values,
                package: package,
                bytes: try package.archived(),
                restsOn: filling.events.sorted(),
                gaps: gaps
            )
        } catch {
            throw UseCaseFault(error)
        }
    }

    /// Refuses a small machine that the task does not have: no document speaks of another one instead.
    private static func require(_ machine: MachineReference?, of state: TaskState, _ rules: CompiledRegime) throws {
        guard let machine, machine != .task, state.instance(machine) == nil else { return }
        guard let definition = rules.regime.machine(machine.kind) else {
            throw UseCaseFault(
                .usage,
                "unknown-machine",
                Phrase(vi: "Quy tắc không có hồ sơ con loại «\(machine.kind)»", en: "The rules know nothing called \"\(machine.kind)\""),
                hint: .nearest(to: machine.kind, among: rules.regime.machines.keys) ?? .oneOf(rules.regime.machines.keys.sorted())
            )
        }
        let there = (state.machines[machine.kind] ?? []).map { "\(machine.kind):\($0.number)" }
        throw UseCaseFault(
            .usage,
            machine.kind == CouncilCode.machine ? "unknown-session" : "no-such-machine",
            Phrase(
                vi: "\(state.code) không có \(machine) (\(definition.label.vi))",
                en: "\(state.code) has no \(machine) (\(definition.label[.en]))"
            ),
            hint: there.isEmpty
                ? Phrase(vi: "Chưa có \(machine.kind) nào; bỏ --on", en: "There is no \(machine.kind) yet; leave --on out")
                : Phrase(vi: "Đã có: \(there.joined(separator: ", "))", en: "There are: \(there.joined(separator: ", "))")
        )
    }

    /// The document with number and date, its file kept when there is a vault.
    private func issued(_ made: Made, vault: AttachmentVault?) throws -> AttachedDocument {
        let opened = made.opened
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
        let name = "\(made.request.fileName).docx"
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

extension RenderDocument.Request {
    /// Name of its file without the ending: task, form, and for whom and about which dossier it is.
    public var fileName: String {
        ([task, form, member?.text, subject].compactMap { $0 }).joined(separator: "-")
    }
}

extension RenderDocument.Answer {
    fileprivate init(_ made: RenderDocument.Made, document: AttachedDocument?, receipt: Receipt?) {
        self.init(
            request: made.request,
            form: made.opened.form,
            package: made.package,
            bytes: made.bytes,
            document: document,
            restsOn: made.restsOn,
            gaps: made.gaps,
            receipt: receipt
        )
    }
}
