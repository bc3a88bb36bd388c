public import Engine
import LifecycleModel
public import Store

extension TaskState {
    /// The state in a task's row, which was read with its snapshot.
    ///
    /// - Throws: `UseCaseFault` when the row does not hold what was written.
    public init(of row: TaskRow) throws {
        try self.init(stored: row.snapshot, of: row.code)
    }

    init(stored snapshot: [UInt8], of task: String) throws {
        do throws(SnapshotFault) { try self.init(snapshot: snapshot) } catch {
            throw UseCaseFault(
                .unavailable,
                Self.damaged,
                Phrase(
                    vi: "Ảnh chụp trạng thái của «\(task)» trong kho đã hỏng (byte \(error.offset))",
                    en: "The stored state of \"\(task)\" is damaged (byte \(error.offset))"
                ),
                hint: Phrase(
                    vi: "Lập lại từ nhật ký bằng «nhiemvu store verify --repair»",
                    en: "Make it anew from the log: \"nhiemvu store verify --repair\""
                )
            )
        }
    }

    /// Code of the fault.
    static let damaged = "snapshot-damaged"
}
