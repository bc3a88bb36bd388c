import LifecycleModel
import Services
import Testing

@Suite("Thinning of backups")
struct BackupThinningTests {
    private func names(_ from: String, _ days: Int) throws -> [String] {
        let start = try CivilDate(parsing: from)
        return (0..<days).map { BackupName(of: "x/nhiemvu.db", on: start.adding(days: $0)).text }
    }

    @Test("keeps the last seven days, five weeks, twelve months and all years of three years of daily backups")
    func standard() throws {
        let all = try names("2024-01-01", 1057)  // until 2026-11-22, a Sunday
        let removed = Set(BackupThinning.standard.removable(all.shuffled(), of: "nhiemvu.db"))
        let kept = all.filter { !removed.contains($0) }.map { String($0.dropFirst(8).dropLast(3)) }
        #expect(
            kept == [
                "2024-12-31", "2025-12-31", "2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31", "2026-06-30",
                "2026-07-31",
                "2026-08-31", "2026-09-30", "2026-10-25", "2026-10-31", "2026-11-01", "2026-11-08", "2026-11-15", "2026-11-16",
                "2026-11-17",
                "2026-11-18", "2026-11-19", "2026-11-20", "2026-11-21", "2026-11-22",
            ]
        )
    }

    @Test("counts only days, weeks and months that have a backup: after a year of standstill nothing more goes")
    func gaps() throws {
        let all = try names("2024-01-01", 8) + (try names("2026-11-22", 1))
        #expect(BackupThinning.standard.removable(all, of: "nhiemvu.db") == ["nhiemvu-2024-01-01.db", "nhiemvu-2024-01-02.db"])
    }

    @Test("never takes the newest, however little is kept, and years only up to a limit that was given")
    func newest() throws {
        let all = try names("2020-12-30", 800)
        let nothing = BackupThinning(keepDaily: 0, weekly: 0, monthly: 0, yearly: 0)
        #expect(nothing.removable(all, of: "nhiemvu.db") == Array(all.dropLast()))
        #expect(nothing.removable(Array(all.prefix(1)), of: "nhiemvu.db").isEmpty)
        let years = BackupThinning(keepDaily: 0, weekly: 0, monthly: 0, yearly: 2)
        #expect(Set(all).subtracting(years.removable(all, of: "nhiemvu.db")) == ["nhiemvu-2022-12-31.db", "nhiemvu-2023-03-09.db"])
    }

    @Test(
        "never takes what is not a backup of this store",
        arguments: [
            "khac-2024-01-01.db", "nhiemvu.db", "nhiemvu-2024-01-01.db.files", "nhiemvu-2024-01-01.db-wal", "nhiemvu-2024-02-30.db",
            "nhiemvu-2024-1-1.db", "nhiemvu-ban-2024-01-01.db", "nhiemvu-2024-01-01.sql", "Nhiemvu-2024-01-01.db",
            "nhiemvu-2024-01-01.db.7.part",
            "-2024-01-01.db", "",
        ]
    )
    func foreign(name: String) throws {
        let nothing = BackupThinning(keepDaily: 0, weekly: 0, monthly: 0, yearly: 0)
        #expect(nothing.removable([name, "nhiemvu-2026-11-22.db"], of: "/srv/nhiemvu.db").isEmpty)
    }

    @Test("A backup is named after its store and day", arguments: [("/srv/tinh.db", "tinh-2026-11-22.db"), ("kho", "kho-2026-11-22.db")])
    func name(store: String, text: String) throws {
        let name = BackupName(of: store, on: try CivilDate(parsing: "2026-11-22"))
        #expect(name.text == text)
        #expect(BackupName(parsing: text, of: store) == name)
    }
}
