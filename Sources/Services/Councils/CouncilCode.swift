public import Engine
import LifecycleModel
public import Store

/// Names a session of a council: `NV-2025-047:2` is the second `council-session` of the task.
public struct CouncilCode: Sendable, Hashable, CustomStringConvertible {
    /// Code of the task.
    public let task: String
    /// Number of its small machine `council-session`, from 1.
    public let number: Int64

    /// The small machine that a session runs beside.
    public static let machine = "council-session"

    /// Creates a code.
    public init(task: String, number: Int64) {
        self.task = task
        self.number = number
    }

    /// Reads what a person wrote: `NV-2025-047:2`, or the task alone for its newest session that is recorded.
    ///
    /// - Throws: `UseCaseFault` when there is no such task or session.
    public init(_ text: String, in reader: any StoreReader) throws {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard parts.count <= 2, let task = parts.first else { throw Self.malformed(text) }
        let row = try requireTask(task, in: reader)
        let recorded = try reader.allRegistered(.council, matching: []).compactMap { Self(recorded: $0.code) }
            .filter { $0.task == row.code }.map(\.number).sorted()
        if parts.count == 2 {
            guard let number = Int64(parts[1]), number > 0 else { throw Self.malformed(text) }
            guard recorded.contains(number) else { throw Self.unknown(row.code, recorded) }
            self.init(task: row.code, number: number)
        } else {
            guard let newest = recorded.last else { throw Self.unknown(row.code, recorded) }
            self.init(task: row.code, number: newest)
        }
    }

    /// Reads the form in which it stands in the log.
    public init?(recorded text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, let number = Int64(parts[1]), number > 0 else { return nil }
        self.init(task: String(parts[0]), number: number)
    }

    /// `NV-2025-047:2`
    public var description: String { "\(task):\(number)" }

    /// What its events are about.
    public var subject: EventRecord.Subject { EventRecord.Subject(.council, description) }

    /// The small machine beside it.
    public var reference: MachineReference { MachineReference(kind: Self.machine, number: number) }

    /// Refuses to open, put off, conclude or call off a session by its numbers alone when its members and ballots are on record.
    static func requireUnrecorded(_ request: FireEvent.Request, in reader: any StoreReader) throws {
        guard request.machine.kind == machine, ["open", "adjourn", "conclude", "void"].contains(request.event) else { return }
        let code = CouncilCode(task: request.task, number: request.machine.number)
        guard try reader.registered(.council, code: code.description) != nil else { return }
        throw UseCaseFault(
            .refused,
            "council-on-record",
            Phrase(
                vi: "Phiên họp \(code) có danh sách thành viên và hòm phiếu, không ghi bằng số liệu nhập tay",
                en: "The session \(code) has its members and ballots on record; numbers typed by hand are not taken"
            ),
            hint: Phrase(vi: "Dùng «nhiemvu council \(request.event) \(code)»", en: "Use \"nhiemvu council \(request.event) \(code)\"")
        )
    }

    private static func malformed(_ text: String) -> UseCaseFault {
        UseCaseFault(
            .usage,
            "wrong-session",
            Phrase(vi: "«\(text)» không đúng dạng mã-nhiệm-vụ[:số phiên]", en: "\"\(text)\" is not task[:session]"),
            hint: Phrase(vi: "Ví dụ: NV-2025-047, NV-2025-047:2", en: "Example: NV-2025-047, NV-2025-047:2")
        )
    }

    private static func unknown(_ task: String, _ recorded: [Int64]) -> UseCaseFault {
        let codes = recorded.map { "\(task):\($0)" }.joined(separator: ", ")
        return UseCaseFault(
            .usage,
            "unknown-session",
            Phrase(vi: "\(task) không có phiên họp hội đồng như vậy trong sổ", en: "\(task) has no such council session on record"),
            hint: codes.isEmpty
                ? Phrase(vi: "Lập bằng «nhiemvu council new \(task)»", en: "Form one with \"nhiemvu council new \(task)\"")
                : Phrase(vi: "Đã có: \(codes)", en: "There are: \(codes)")
        )
    }
}
