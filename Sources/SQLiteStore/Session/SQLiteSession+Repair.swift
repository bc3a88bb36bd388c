import LifecycleModel
import Store

/// Taking tables for reading away, to write them anew.
extension SQLiteSession {
    func removeProjections(of task: String) throws {
        try database.run("DELETE FROM deadlines WHERE task = ?", task)
        try database.run("DELETE FROM machines WHERE task = ?", task)
        try database.run("DELETE FROM results WHERE task = ?", task)
        try database.run("DELETE FROM evidence WHERE task = ?", task)
        try database.run("DELETE FROM use_moves WHERE task = ?", task)
        try database.run("DELETE FROM documents WHERE task = ?", task)
        try database.run("DELETE FROM bars WHERE task = ?", task)
        try database.run("DELETE FROM task_snapshots WHERE task NOT IN (SELECT id FROM tasks)")
    }

    func removeTask(_ code: String) throws {
        try removeProjections(of: code)
        try database.run("UPDATE notices SET task = NULL WHERE task = ?", code)
        try database.run("DELETE FROM task_snapshots WHERE task = (SELECT id FROM tasks WHERE code = ?)", code)
        try database.run("DELETE FROM tasks WHERE code = ?", code)
    }

    func unregister(_ kind: EventRecord.Subject.Kind, code: String) throws {
        try database.run("DELETE FROM registered WHERE kind = ? AND code = ?", kind.rawValue, code)
    }

    func unset(_ name: String) throws {
        try database.run("DELETE FROM settings WHERE name = ?", name)
    }
}
