"""Calls the built program and reads its JSON; used by every check_*.py beside it."""

import json
import os
import subprocess
import sys

PROGRAM = os.environ.get("NHIEMVU", ".build/debug/nhiemvu")


def output(*arguments: str, stdin: str | None = None) -> str:
    """What the program prints; its refusal ends the check."""
    done = subprocess.run([PROGRAM, *arguments], input=stdin, capture_output=True, encoding="utf-8")
    if done.returncode != 0:
        sys.exit(f"nhiemvu {' '.join(arguments)}: exit {done.returncode}\n{done.stderr}")
    return done.stdout


def answer(*arguments: str, stdin: str | None = None):
    """What the program answers with --format json."""
    return json.loads(output(*arguments, "--format", "json", stdin=stdin))


def conclude(name: str, agreed: int, differences: list[str]) -> None:
    """Prints `name: N agree`, or the first differences, and exits."""
    for difference in differences[:10]:
        print(f"{name}: {difference}", file=sys.stderr)
    if differences:
        sys.exit(f"{name}: {len(differences)} differ")
    if agreed == 0:
        sys.exit(f"{name}: nothing was compared")
    print(f"{name}: {agreed} agree")


class Comparison:
    """Counts what agrees and keeps what differs, to conclude with."""

    def __init__(self, name: str, other: str) -> None:
        self.name, self.other = name, other
        self.agreed = 0
        self.differences: list[str] = []

    def compare(self, what: str, ours, theirs) -> None:
        if ours == theirs:
            self.agreed += 1
        else:
            self.differences.append(f"{what}: nhiemvu {ours}, {self.other} {theirs}")

    def conclude(self) -> None:
        conclude(self.name, self.agreed, self.differences)
