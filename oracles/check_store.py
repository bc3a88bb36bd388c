"""The store as SQLite itself sees it: sound pages, no broken reference, and the numbers that `store stats` gives."""

import os
import sqlite3

from program import Comparison, answer

comparison = Comparison("store", "sqlite")
compare = comparison.compare


statistics = answer("store", "stats")
database = sqlite3.connect(f"file:{os.environ['NHIEMVU_STORE']}?mode=ro", uri=True)
compare("integrity", "ok", database.execute("PRAGMA integrity_check").fetchone()[0])
compare("broken references", [], database.execute("PRAGMA foreign_key_check").fetchall())
compare("journal", "wal", database.execute("PRAGMA journal_mode").fetchone()[0])
compare("events", statistics["events"], database.execute("SELECT count(*) FROM events").fetchone()[0])
compare("last event", statistics["events"], database.execute("SELECT max(number) FROM events").fetchone()[0])
compare("tasks", statistics["tasks"], database.execute("SELECT count(*) FROM tasks").fetchone()[0])
comparison.conclude()
