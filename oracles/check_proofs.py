"""Proofs, checkpoints and personal data, checked by the scripts of docs/verify-a-proof.md and docs/personal-data.md as they stand there: RFC 9162 with hashlib, Ed25519 with PyPI's
`cryptography`. What is tampered with must fail."""

import base64
import json
import os
import random
import re
import subprocess
import sys
import tempfile

from program import PROGRAM, Comparison, answer, output

PAGES = [os.path.join(os.path.dirname(__file__), "..", "docs", name) for name in ("verify-a-proof.md", "personal-data.md")]
comparison = Comparison("proofs", "the scripts of the page")
compare = comparison.compare
chance = random.Random(20261122)


def scripts() -> dict[str, str]:
    """The Python blocks of the pages by the name in their first line."""
    blocks = []
    for path in PAGES:
        with open(path, encoding="utf-8") as page:
            blocks += re.findall(r"^```python\n(# (\w+)\.py .*?)^```", page.read(), flags=re.M | re.S)
    return {name: text for text, name in blocks}


folder = tempfile.TemporaryDirectory()
for name, text in scripts().items():
    with open(os.path.join(folder.name, f"{name}.py"), "w", encoding="utf-8") as file:
        file.write(text)
sys.path.insert(0, folder.name)
import verify_checkpoint  # noqa: E402
import verify_proof  # noqa: E402


def place(name: str) -> str:
    return os.path.join(folder.name, name)


def script(name: str, *arguments: str) -> str:
    """What a script says when it is run as a stranger would run it."""
    done = subprocess.run([sys.executable, place(name), *arguments], capture_output=True, encoding="utf-8")
    return done.stdout.strip() if done.returncode in (0, 1) else done.stderr


def flipped(text: str) -> str:
    """A hash with one bit changed."""
    number = int(text, 16) ^ (1 << chance.randrange(4 * len(text)))
    return f"{number:0{len(text)}x}"


def tampered(proof: dict):
    """The same proof with one thing changed, in every way there is."""
    for field in [name for name in proof if name.endswith(("root", "hash"))]:
        yield f"other {field}", proof | {field: flipped(proof[field])}
    for index, item in enumerate(proof["path"]):
        rest = proof["path"][:index], proof["path"][index + 1 :]
        yield f"other hash {index}", proof | {"path": [*rest[0], flipped(item), *rest[1]]}
        yield f"no hash {index}", proof | {"path": rest[0] + rest[1]}
        yield f"hash {index} twice", proof | {"path": [*rest[0], item, item, *rest[1]]}
    if proof.get("event_bytes"):
        event = bytearray(base64.b64decode(proof["event_bytes"]))
        event[chance.randrange(len(event))] ^= 1 << chance.randrange(8)
        yield "other event", proof | {"event_bytes": base64.b64encode(event).decode()}
    if "leaf_index" in proof and proof["tree_size"] > 1:
        other = chance.choice([i for i in range(min(proof["tree_size"], 1000)) if i != proof["leaf_index"]])
        yield "other place", proof | {"leaf_index": other}
    if proof.get("first_size", 0) > 1 and proof["first_size"] < proof["second_size"]:
        yield "smaller", proof | {"first_size": proof["first_size"] - 1}


def check(what: str, proof: dict) -> None:
    compare(what, True, verify_proof.holds(proof))
    for change, other in tampered(proof):
        compare(f"{what}, {change}", False, verify_proof.holds(other))


head = answer("audit", "root")
size = head["size"]
exported = output("export", "--as", "events").split("\n")
sizes = [1, 2, 3, 4, 5, 7, 8, 9, size - 1, size] + [chance.randrange(10, size) for _ in range(12)]
for tree in sizes:
    for event in {1, tree, chance.randint(1, tree)}:
        proof = answer("audit", "proof", str(event), "--size", str(tree))
        check(f"event {event} of {tree}", proof)
        if proof["event_bytes"] is not None:
            compare(f"bytes of event {event}", base64.b64decode(proof["event_bytes"]).decode(), exported[event - 1])
for first in sizes:
    second = chance.randint(first, size)
    growth = answer("audit", "consistency", str(first), str(second))
    check(f"from {first} to {second}", growth)
    compare(f"root of {first}", answer("audit", "root", "--size", str(first))["root"], growth["first_root"])

# Personal data beside the log: what a stranger is given fits the event, and nothing else does.
people = [number for number, line in enumerate(exported, start=1) if '"personal":"' in line]
for number in chance.sample(people, 8):
    proof = answer("audit", "proof", str(number), "--personal")
    given = proof["personal"]
    others = [{"salt": flipped(given["salt"])}, {"person": given["person"] + "1"}, {"content": given["content"] | {"name": "khác"}}]
    for change, fits in [({}, "fits")] + [(other, "DOES NOT FIT") for other in others]:
        with open(place("person.json"), "w", encoding="utf-8") as file:
            json.dump(proof | {"personal": given | change}, file)
        compare(f"data of event {number}, {list(change)}", fits, script("verify_personal.py", place("person.json")))

# A checkpoint: signed here, checked there; and whether a proof leads to it.
name = "sở.example.vn/nhiemvu"
key = answer("audit", "new-key", "--name", name, "--output", place("log.key"))["verifier"]
output("audit", "checkpoint", "--key", place("log.key"), "--output", place("checkpoint.txt"))
with open(place("checkpoint.txt"), encoding="utf-8", newline="") as file:
    note = file.read()
compare("signature", True, verify_checkpoint.signed(note, key))
for number in range(0, len(note), 3):
    other = note[:number] + chr(ord(note[number]) ^ 1) + note[number + 1 :]
    try:
        holds = verify_checkpoint.signed(other, key)
    except ValueError:
        holds = False
    compare(f"signature with character {number} changed", False, holds)
for file, arguments in {"event.json": ("proof", "17"), "growth.json": ("consistency", "17"), "then.json": ("proof", "17", "--size", "20")}.items():
    with open(place(file), "w", encoding="utf-8") as proof:
        json.dump(answer("audit", *arguments), proof)
    leads = "FALSE" if file == "then.json" else "OK"
    compare(f"{file}, run as a script", "OK", script("verify_proof.py", place(file)))
    compare(f"{file} against the checkpoint", leads, script("verify_proof.py", place(file), place("checkpoint.txt")))
compare("checkpoint, run as a script", "OK", script("verify_checkpoint.py", place("checkpoint.txt"), key))

# The program itself believes what the key signed, and nothing else.
for text, exit_code in [(note, 0), (note.replace(f"\n{size}\n", f"\n{size - 1}\n"), 2), (note.replace("\n\n", "\n\nx\n"), 65)]:
    with open(place("given.txt"), "w", encoding="utf-8", newline="") as file:
        file.write(text)
    words = [PROGRAM, "audit", "verify", "--checkpoint", place("given.txt"), "--verifier", key]
    compare(f"exit for {text.splitlines()[1]}", exit_code, subprocess.run(words, capture_output=True).returncode)
comparison.conclude()
