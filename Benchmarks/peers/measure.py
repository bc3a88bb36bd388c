"""Measures other people's workflow libraries on the life of twenty states and prints what came of it as JSON: acts a second of processor time in
memory, and acts a second by the clock when each is reloaded from SQLite and on disk before the next (write-ahead log, synchronous=FULL)."""

import json
import os
import sqlite3
import statistics
import sys
import tempfile
import time

from engines import ENGINES
from lifecycle import ACTS

ROUNDS = 5
SECONDS = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0


def decisions(engine) -> float:
    """Acts a second: whole lives, one after the other; making and dropping tasks is not counted."""
    rates = []
    for _ in range(ROUNDS):
        spent, acts = 0.0, 0
        while spent < SECONDS / ROUNDS:
            tasks = [engine.make() for _ in range(20)]
            start = time.process_time()
            for task in tasks:
                for place in range(len(ACTS)): engine.fire(task, place)
            spent += time.process_time() - start
            acts += len(tasks) * len(ACTS)
            for task in tasks: engine.drop(task)
        rates.append(acts / spent)
    return statistics.median(rates)


def durable(engine, folder: str) -> float:
    """Acts a second: the task read, moved, written with an entry of history, committed."""
    store = sqlite3.connect(os.path.join(folder, f"{engine.name}.db"), isolation_level=None)
    store.executescript(
        """
        PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
        CREATE TABLE tasks (code TEXT PRIMARY KEY, saved TEXT NOT NULL);
        CREATE TABLE history (number INTEGER PRIMARY KEY, code TEXT NOT NULL, event TEXT NOT NULL, actor TEXT NOT NULL, at TEXT NOT NULL);
        """
    )
    acts, start, life = 0, time.monotonic(), 0
    while time.monotonic() - start < SECONDS:
        code = f"N-{life}"
        life += 1
        task = engine.make()
        store.execute("INSERT INTO tasks VALUES (?, ?)", (code, engine.save(task)))
        engine.drop(task)
        for place, act in enumerate(ACTS):
            store.execute("BEGIN IMMEDIATE")
            (saved,) = store.execute("SELECT saved FROM tasks WHERE code = ?", (code,)).fetchone()
            task = engine.restore(saved)
            engine.fire(task, place)
            store.execute("UPDATE tasks SET saved = ? WHERE code = ?", (engine.save(task), code))
            store.execute("INSERT INTO history (code, event, actor, at) VALUES (?, ?, ?, ?)", (code, act[0], task.actor, "2025-06-02"))
            store.execute("COMMIT")
            engine.drop(task)
            acts += 1
    store.close()
    return acts / (time.monotonic() - start)


with tempfile.TemporaryDirectory(dir=sys.argv[2] if len(sys.argv) > 2 else None) as folder:
    figures = []
    for kind in ENGINES:
        engine = kind()
        figures.append({"name": engine.name, "decisions": decisions(engine), "durable": durable(engine, folder)})
    print(json.dumps(figures))
