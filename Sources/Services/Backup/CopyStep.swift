/// What a backup or a restore is doing, for showing how far it is.
public enum CopyStep: Sendable, Hashable {
    /// Copying the database, page by page.
    case database
    /// Copying attached files.
    case files
    /// Recomputing the log of the copy, event by event.
    case log
    /// Replaying the tasks of the copy.
    case tasks
}
