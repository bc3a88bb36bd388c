import CanonicalJSON
public import Councils
import DelimitedText
public import LifecycleModel

/// A whole box of ballots as people hand it over: CSV with a row a ballot, or a JSON array.
///
/// Columns: `member`, `subject` (may be missing where there is only one), the fields of the form, `void` (`blank`, or why the paper is
/// irregular), `correct` (why it takes the place of an earlier ballot). Empty cells are marks that were left out; a row without any mark is
/// passed over.
public struct BallotBox: Sendable {
    /// Something wrong in it.
    public struct Fault: Error, Sendable, Hashable {
        /// The row as a spreadsheet counts, or the place in the array from 1.
        public let row: Int
        /// The column; nil when the whole row is meant.
        public let column: String?
        /// What is wrong.
        public let blocker: Blocker
    }

    /// Everything wrong in a box.
    public struct Rejection: Error, Sendable {
        /// The faults, in the order of the rows; never none.
        public let faults: [Fault]
    }

    /// The columns beside the fields of the form.
    static let member = "member"
    static let subject = "subject"
    static let void = "void"
    static let correct = "correct"

    private let session: CouncilSession

    /// A box for a session.
    public init(for session: CouncilSession) {
        self.session = session
    }

    // MARK: An empty one

    /// A table to fill in: a row for every member present and every subject, with the fields of its form.
    public func emptyTable() throws -> String {
        let sheets = try session.subjects.map { try BallotSheet($0, under: session.law) }
        var fields: [String] = []
        for field in sheets.flatMap(\.fields) where !fields.contains(field.id) { fields.append(field.id) }
        let present = session.composition.members.filter { session.roll.present.contains($0.person) }
        let rows = present.flatMap { member in
            session.subjects.map { [member.person.text, $0.id] + fields.map { _ in "" } + ["", ""] }
        }
        return CSVWriter().text([[Self.member, Self.subject] + fields + [Self.void, Self.correct]] + rows)
    }

    // MARK: Reading

    /// The ballots in a CSV or JSON text, each checked against its form.
    ///
    /// - Throws: `Rejection` with every fault and its place.
    public func casts(_ bytes: [UInt8]) throws -> [RecordCouncil.Cast] {
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw Rejection(faults: [
                Fault(
                    row: 1,
                    column: nil,
                    blocker: Blocker(
                        code: "not-utf8",
                        message: Phrase(vi: "tệp không phải UTF-8", en: "the file is not UTF-8"),
                        cure: Phrase(vi: "lưu lại dạng “CSV UTF-8”", en: "save it as “CSV UTF-8”")
                    )
                )
            ])
        }
        let first = bytes.first { ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }
        let isJSON = first == UInt8(ascii: "[") || first == UInt8(ascii: "{")
        let rows = isJSON ? try objects(bytes) : try records(bytes)
        var casts: [RecordCouncil.Cast] = []
        var faults: [Fault] = []
        // A row without any mark is a ballot nobody handed in yet; a blank paper is `blank` in the column `void`.
        for row in rows where !Set(row.cells.keys).isSubset(of: [Self.member, Self.subject]) {
            do throws(Rejection) { casts.append(try cast(row)) } catch { faults += error.faults }
        }
        faults += doubles(rows)
        guard faults.isEmpty else { throw Rejection(faults: faults.sorted { $0.row < $1.row }) }
        guard !casts.isEmpty else {
            throw Rejection(faults: [fault(1, nil, "box-empty", Phrase(vi: "không có phiếu nào", en: "there is no ballot"))])
        }
        return casts
    }

    /// Second ballots of a member on the same subject in one box that give no reason.
    private func doubles(_ rows: [Row]) -> [Fault] {
        var first: [[String?]: Int] = [:]
        return rows.compactMap { row in
            guard let member = row.cells[Self.member], row.cells[Self.correct] == nil,
                !Set(row.cells.keys).isSubset(of: [Self.member, Self.subject])
            else { return nil }
            let place = [member, row.cells[Self.subject] ?? (session.subjects.count == 1 ? session.subjects.first?.id : nil)]
            guard let earlier = first.updateValue(first[place] ?? row.number, forKey: place) else { return nil }
            return fault(
                row.number,
                Self.member,
                "ballot-twice",
                Phrase(vi: "\(member) đã có phiếu ở dòng \(earlier)", en: "\(member) has a ballot in row \(earlier) already"),
                cure: Phrase(
                    vi: "bỏ một dòng, hoặc ghi lý do thay phiếu vào cột «correct»",
                    en: "take one out, or write into the column \"correct\" why it takes its place"
                )
            )
        }
    }

    /// A row with its cells by column; empty cells are left out.
    private struct Row {
        let number: Int
        let cells: [String: String]
    }

    private func records(_ bytes: [UInt8]) throws -> [Row] {
        var reader = CSVReader(bytes)
        var header: [String]?
        var rows: [Row] = []
        do {
            while let record = try reader.next() {
                guard let columns = header else {
                    header = try columns(record)
                    continue
                }
                if record.cells.allSatisfy({ $0.isEmpty }) { continue }
                guard record.cells.count == columns.count else {
                    let message = Phrase(
                        vi: "có \(record.cells.count) ô, tiêu đề có \(columns.count)",
                        en: "\(record.cells.count) cells, the header has \(columns.count)"
                    )
                    throw Rejection(faults: [fault(record.row, nil, "cell-count", message)])
                }
                rows.append(
                    Row(
                        number: record.row,
                        cells: Dictionary(zip(columns, record.cells).filter { !$0.1.isEmpty }) { first, _ in first }
                    )
                )
            }
        } catch let broken as CSVFault {
            throw Rejection(faults: [
                fault(broken.row, nil, "broken-quotes", Phrase(vi: "dấu nháy kép không khớp", en: "quotes do not match"))
            ])
        }
        return rows
    }

    /// The header: every column known and none twice.
    private func columns(_ record: CSVRecord) throws -> [String] {
        let fields = try session.subjects.flatMap { try BallotSheet($0, under: session.law).fields.map(\.id) }
        let known = [Self.member, Self.subject, Self.void, Self.correct] + fields
        var seen: Set<String> = []
        var faults: [Fault] = []
        for column in record.cells {
            if !known.contains(column) {
                let near = VietnameseText.nearest(to: column, among: known).first
                faults.append(
                    fault(
                        record.row,
                        column,
                        "unknown-column",
                        Phrase(vi: "không có cột «\(column)»", en: "there is no column \"\(column)\""),
                        cure: near.map { Phrase(vi: "có phải «\($0)»?", en: "did you mean \"\($0)\"?") }
                    )
                )
            } else if !seen.insert(column).inserted {
                faults.append(fault(record.row, column, "column-twice", Phrase(vi: "cột lặp lại", en: "the column stands there twice")))
            }
        }
        if !seen.contains(Self.member) {
            faults.append(
                fault(record.row, Self.member, "column-missing", Phrase(vi: "thiếu cột «member»", en: "the column \"member\" is missing"))
            )
        }
        guard faults.isEmpty else { throw Rejection(faults: faults) }
        return record.cells
    }

    private func objects(_ bytes: [UInt8]) throws -> [Row] {
        let json: JSONValue
        do throws(JSONFault) { json = try JSONValue(parsing: bytes) } catch {
            throw Rejection(faults: [fault(error.line, nil, "broken-json", error.phrase)])
        }
        guard let ballots = json.array else {
            let message = Phrase(vi: "hòm phiếu JSON phải là một mảng phiếu […]", en: "a box in JSON is an array of ballots […]")
            throw Rejection(faults: [fault(1, nil, "not-an-array", message)])
        }
        let fields = try session.subjects.flatMap { try BallotSheet($0, under: session.law).fields.map(\.id) }
        let known = [Self.member, Self.subject, Self.void, Self.correct, "marks"] + fields
        return try ballots.enumerated().map { index, element in
            guard let object = element.object else {
                throw Rejection(faults: [
                    fault(index + 1, nil, "not-an-object", Phrase(vi: "mỗi phiếu là một đối tượng", en: "each ballot is an object"))
                ])
            }
            let strange = object.keys.filter { !known.contains($0) }
            guard strange.isEmpty else {
                throw Rejection(
                    faults: strange.map { key in
                        let near = VietnameseText.nearest(to: key, among: known).first
                        return fault(
                            index + 1,
                            key,
                            "unknown-key",
                            Phrase(vi: "không có khóa «\(key)»", en: "there is no key \"\(key)\""),
                            cure: near.map { Phrase(vi: "có phải «\($0)»?", en: "did you mean \"\($0)\"?") }
                        )
                    }
                )
            }
            let reserved = [Self.member, Self.subject, Self.void, Self.correct]
            if let marks = object["marks"], marks != .null, marks.object?.keys.contains(where: reserved.contains) ?? true {
                let message = Phrase(vi: "«marks» là một đối tượng {mục: điểm}", en: "\"marks\" is an object {criterion: mark}")
                throw Rejection(faults: [fault(index + 1, "marks", "marks-shape", message)])
            }
            var cells: [String: String] = [:]
            for key in object.keys where key != "marks" { cells[key] = object[key]?.cell }
            for key in object["marks"]?.object?.keys ?? [] { cells[key] = object["marks"]?[key]?.cell }
            return Row(number: index + 1, cells: cells)
        }
    }

    private func cast(_ row: Row) throws(Rejection) -> RecordCouncil.Cast {
        var cells = row.cells
        func take(_ column: String) -> String? { cells.removeValue(forKey: column) }
        let (void, reason) = (take(Self.void), take(Self.correct))
        let named = take(Self.subject)
        guard let text = take(Self.member), let voter = try? PersonCode(text) else {
            throw Rejection(faults: [
                fault(row.number, Self.member, "voter-missing", Phrase(vi: "thiếu mã thành viên", en: "the member's code is missing"))
            ])
        }
        guard session.composition.members.contains(where: { $0.person == voter }) else {
            let near = VietnameseText.nearest(to: voter.text, among: session.composition.members.map(\.person.text)).first
            throw Rejection(faults: [
                fault(
                    row.number,
                    Self.member,
                    "not_a_member",
                    Phrase(vi: "\(voter) không phải thành viên", en: "\(voter) is no member"),
                    cure: near.map { Phrase(vi: "có phải \($0)?", en: "did you mean \($0)?") }
                )
            ])
        }
        guard let id = named ?? (session.subjects.count == 1 ? session.subjects.first?.id : nil),
            let subject = session.subjects.first(where: { $0.id == id })
        else {
            let ids = session.subjects.map(\.id).joined(separator: ", ")
            throw Rejection(faults: [
                fault(
                    row.number,
                    Self.subject,
                    "subject_unknown",
                    named.map { Phrase(vi: "phiên họp không xét «\($0)»", en: "the session does not judge \"\($0)\"") }
                        ?? Phrase(vi: "thiếu hồ sơ được đánh giá", en: "which dossier is judged is missing"),
                    cure: Phrase(vi: "một trong: \(ids)", en: "one of: \(ids)")
                )
            ])
        }
        let marks = try marks(cells, void: void, on: subject, row.number)
        return RecordCouncil.Cast(CouncilHappening.Vote(by: voter, on: subject.id, marks), insteadBecause: reason)
    }

    private func marks(_ cells: [String: String], void: String?, on subject: Subject, _ row: Int) throws(Rejection) -> Ballot.Marks {
        if let void {
            guard cells.isEmpty else {
                throw Rejection(faults: [
                    fault(
                        row,
                        Self.void,
                        "void-and-marks",
                        Phrase(vi: "phiếu không hợp lệ không kèm điểm", en: "a void ballot has no marks")
                    )
                ])
            }
            return ["blank", "trong", "de trong"].contains(VietnameseText.folded(void)) ? .blank : .irregular(void)
        }
        do {
            let marks = try BallotSheet(subject, under: session.law).marks(cells)
            let blockers = try BallotCheck(subject, under: session.law).blockers(marks)
            guard blockers.isEmpty else { throw Rejection(faults: blockers.map { placed($0, row) }) }
            return marks
        } catch let refusal as Rejection {
            throw refusal
        } catch let fault as UseCaseFault {
            throw Rejection(faults: fault.blockers.map { placed($0, row) })
        } catch let refusal as Refusal {
            throw Rejection(faults: refusal.blockers.map { placed($0, row) })
        } catch {
            throw Rejection(faults: [fault(row, nil, "wrong-ballot", Phrase(vi: "phiếu không đọc được", en: "the ballot cannot be read"))])
        }
    }

    private func placed(_ blocker: Blocker, _ row: Int) -> Fault {
        Fault(row: row, column: blocker[parameter: "criterion"], blocker: blocker)
    }

    private func fault(_ row: Int, _ column: String?, _ code: String, _ message: Phrase, cure: Phrase? = nil) -> Fault {
        Fault(row: row, column: column, blocker: Blocker(code: code, message: message, cure: cure))
    }
}

extension JSONValue {
    /// As a cell of a table; nil for null and what is none.
    fileprivate var cell: String? {
        switch self {
        case .string(let text): text
        case .int(let number): String(number)
        case .bool(let value): value ? "true" : "false"
        case .null, .array, .object: nil
        }
    }
}
