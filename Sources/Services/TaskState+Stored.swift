public import Engine
import LifecycleModel

extension TaskState {
    /// The state in a task's row.
    ///
    /// - Throws: `UseCaseFault` when the row does not hold what was written.
    public init(stored snapshot: [UInt8]) throws {
        do throws(SnapshotFault) { try self.init(snapshot: snapshot) } catch {
            throw UseCaseFault(
                .unavailable,
                Self.damaged,
                Phrase(
                    vi: "Ảnh chụp trạng thái của nhiệm vụ trong kho đã hỏng (byte \(error.offset))",
                    en: "The stored state of a task is damaged (byte \(error.offset))"
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
