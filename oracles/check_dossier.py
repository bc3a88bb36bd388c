"""Dossiers of tasks, checked with zipfile and hashlib and the script of docs/verify-a-proof.md: what the program packed must hold for a
stranger, what Python packed again must hold for the program, and what was changed on the way must be found."""

import base64
import hashlib
import io
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import warnings
import zipfile

from program import PROGRAM, Comparison, answer, output

PAGE = os.path.join(os.path.dirname(__file__), "..", "docs", "verify-a-proof.md")
comparison = Comparison("dossier", "zipfile and hashlib")
compare = comparison.compare
chance = random.Random(20261122)
folder = tempfile.TemporaryDirectory()
warnings.simplefilter("ignore", UserWarning)  # of a name that stands in an archive twice, on purpose


def place(name: str) -> str:
    return os.path.join(folder.name, name)


with open(PAGE, encoding="utf-8") as page:
    script = re.search(r"^```python\n(# verify_proof\.py .*?)^```", page.read(), flags=re.M | re.S).group(1)
with open(place("verify_proof.py"), "w", encoding="utf-8") as file:
    file.write(script)
sys.path.insert(0, folder.name)
import verify_proof  # noqa: E402


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def told(events: list[dict]) -> dict:
    """Position, facts and states of small machines as the events tell them."""
    task = {"position": None, "facts": {}, "machines": {}}

    def learn(facts: dict, own: dict) -> None:
        for path, value in facts.items():
            group, name = path.split(".", 1)
            (own if group == "this" else task["facts"].setdefault(group, {}))[name] = value

    for event in events:
        payload = event["payload"]
        if event["kind"] in ("registered", "regime_changed", "migrated"):
            task["position"] = payload["position"]
            learn(payload.get("facts", {}), {})
            for move in payload.get("machines", []):
                task["machines"][move["machine"]]["state"] = move["state"]
        elif event["kind"] == "machine_opened":
            task["machines"][payload["machine"]] = {"state": payload["state"], "facts": dict(payload["facts"])}
        elif event["kind"] == "transitioned":
            machine = task["machines"].get(payload["machine"], {"facts": {}})
            learn(payload.get("facts", {}), machine["facts"])
            if payload["machine"] == "task":
                task["position"] = payload["to"]
            else:
                machine["state"] = payload["to"]
    return task


def holds(parts: dict[str, bytes], task: str) -> None:
    """Compares everything that a stranger can."""
    manifest = json.loads(parts["manifest.json"])
    listed = {part["path"]: (part["bytes"], part["sha256"]) for part in manifest["parts"]}
    found = {path: (len(content), sha256(content)) for path, content in parts.items() if path != "manifest.json"}
    compare(f"{task}: parts", listed, found)
    _, size, root = parts["checkpoint.txt"].decode().split("\n")[:3]
    compare(f"{task}: head", (manifest["log_size"], manifest["root"]), (int(size), base64.b64decode(root).hex()))
    lines = parts["events.jsonl"].decode().splitlines()
    proofs = {path for path in parts if path.startswith("proofs/")}
    readable = json.loads(parts["task.json"])
    events, index = [], []
    for line in lines:
        event = json.loads(line)
        proof = json.loads(parts[f"proofs/{event['number']:08}.json"])
        proofs.discard(f"proofs/{event['number']:08}.json")
        leaf = event["leaf_hash"] if event.get("sealed") else sha256(b"\x00" + line.encode())
        compare(f"{task}: leaf of {event['number']}", proof["leaf_hash"], leaf)
        compare(f"{task}: place of {event['number']}", proof["leaf_index"], event["number"] - 1)
        compare(f"{task}: head of {event['number']}", (proof["tree_size"], proof["root"]), (manifest["log_size"], manifest["root"]))
        compare(f"{task}: proof of {event['number']}", True, verify_proof.holds(proof))
        if not event.get("sealed"):
            events.append(event)
            fields = ("number", "subject", "kind", "happened_on", "recorded_at", "actor")
            index.append({name: event[name] for name in fields} | {"definition": event.get("definition"), "leaf_hash": leaf})
    compare(f"{task}: proofs left over", set(), proofs)
    compare(f"{task}: list of events", readable["events"], index)
    own = [event for event in events if event["subject"] == f"task/{task}"]
    after = told(own)
    compare(f"{task}: position", readable["task"]["position"], after["position"])
    compare(f"{task}: facts", readable["task"]["facts"], after["facts"])
    machines = {
        f"{kind}:{one['number']}": {"state": one["state"], "facts": one["facts"]}
        for kind, instances in readable["task"]["machines"].items()
        for one in instances
    }
    compare(f"{task}: small machines", machines, after["machines"])
    named = {event["definition"] for event in events if event.get("definition")}
    compare(f"{task}: definitions", {path[12:-5] for path in parts if path.startswith("definitions/")}, named)
    for path in parts:
        if path.startswith(("definitions/", "files/")):
            compare(f"{task}: {path}", re.split(r"[/.]", path)[1], sha256(parts[path]))


def packed(parts: list[tuple[str, bytes]]) -> bytes:
    """An archive as other programs make it."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in parts:
            archive.writestr(path, content)
    return target.getvalue()


def exit_code(content: bytes, *words: str) -> int:
    """How the program ends when it checks this."""
    with open(place("given.zip"), "wb") as file:
        file.write(content)
    command = [PROGRAM, "audit", "verify-dossier", place("given.zip"), *words]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("NHIEMVU_")}
    return subprocess.run(command, capture_output=True, env=environment, cwd=folder.name).returncode


key = answer("audit", "new-key", "--name", "sở.example.vn/nhiemvu", "--output", place("log.key"))["verifier"]
output("audit", "checkpoint", "--key", place("log.key"), "--output", place("checkpoint.txt"))
tasks = [task["code"] for task in answer("task", "list")]
for number, task in enumerate(["NV-2022-008"] + chance.sample(tasks, 7)):
    output("task", "dossier", task, "--checkpoint", place("checkpoint.txt"), "--output", place(f"{number}.zip"))
    with zipfile.ZipFile(place(f"{number}.zip")) as archive:
        names = archive.namelist()
        compare(f"{task}: names", names, sorted(names))
        compare(f"{task}: dates", {(1980, 1, 1, 0, 0, 0)}, {entry.date_time for entry in archive.infolist()})
        parts = {name: archive.read(name) for name in names}
    holds(parts, task)
    compare(f"{task} packed again", 0, exit_code(packed(list(parts.items())[::-1]), "--verifier", key))

# The last one, changed: with a manifest that fits, so that only what the events and the key prove is left.
for path in [name for name in parts if not name.startswith("proofs/")] + chance.sample([name for name in parts if name.startswith("proofs/")], 6):
    content = bytearray(parts[path])
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(7)
    other = parts | {path: bytes(content)}
    if path != "manifest.json":
        manifest = json.loads(parts["manifest.json"])
        manifest["parts"] = [
            part | {"sha256": sha256(other[part["path"]]), "bytes": len(other[part["path"]])} for part in manifest["parts"]
        ]
        other["manifest.json"] = (json.dumps(manifest, indent=2, ensure_ascii=False) + "\n").encode()
    compare(f"{path} changed", 2, exit_code(packed(list(other.items())), "--verifier", key))

# What no dossier is.
whole = list(parts.items())
for what, content in {
    "a bomb": packed(whole + [("files/bomb", bytes(64 * 1024 * 1024))]),
    "a way out": packed(whole + [("../outside", b"1")]),
    "a root": packed(whole + [("/etc/outside", b"1")]),
    "a name twice": packed(whole + [("task.json", b"{}")]),
    "many parts": packed(whole + [(f"proofs/{number}", b"") for number in range(20_001)]),
    "half": packed(whole)[:5000],
    "no manifest": packed([part for part in whole if part[0] != "manifest.json"]),
}.items():
    compare(what, 65, exit_code(content))
comparison.conclude()
