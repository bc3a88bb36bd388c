/// Who stands behind a task by its own facts.
public enum TaskParty: String, Sendable, Hashable, CaseIterable {
    /// Tổ chức chủ trì.
    case host
    /// Chủ nhiệm.
    case investigator

    /// The fact of the task that says who it is.
    public var fact: String { "task.\(rawValue)" }
}
