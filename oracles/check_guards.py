"""The guards of every regime put before other people's provers: Spin finds no dead end, Z3 finds ways of one event exclusive and automatic ones
without a gap."""

import os
import subprocess

from exchange import exported, folder, regimes
from program import conclude

SECONDS = 300
differences: list[str] = []
counts = {"exclusive": 0, "gap-free": 0, "possible": 0, "states": 0}


def run(*command: str, within: os.PathLike | str = ".") -> str:
    done = subprocess.run(command, cwd=within, capture_output=True, encoding="utf-8", timeout=SECONDS)
    if done.returncode != 0:
        differences.append(f"{' '.join(command)}: exit {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def ask_z3(regime: str) -> None:
    """Each question comes before its answer."""
    lines = run("z3", "-T:120", exported(regime, "smt")).splitlines()
    for question, answer in zip(lines[::2], lines[1::2]):
        kind = question.split()[0]
        if kind not in counts or answer != ("sat" if kind == "possible" else "unsat"):
            differences.append(f"{regime}: {question}: {answer}")
        else:
            counts[kind] += 1
    if len(lines) % 2:
        differences.append(f"{regime}: z3 left off at {lines[-1]}")


def ask_spin(regime: str) -> None:
    place = folder / f"{regime}-spin"
    place.mkdir()
    run("spin", "-a", exported(regime, "promela"), within=place)
    run("gcc", "-O1", "-w", "-DSAFETY", "-o", "pan", "pan.c", within=place)
    report = run("./pan", "-m1000000", within=place)
    if "errors: 0" not in report or "search depth too small" in report or "invalid end states\t+" not in report:
        differences.append(f"{regime}: {report}")
        return
    counts["states"] += next(int(line.split()[0]) for line in report.splitlines() if line.endswith("states, stored"))


for regime in regimes():
    ask_z3(regime)
    ask_spin(regime)
print("guards: " + ", ".join(f"{kind} {count}" for kind, count in counts.items()))
conclude("guards", sum(counts[kind] for kind in ("exclusive", "gap-free", "possible")), differences)
