"""The event log's root, computed again from the exported events: RFC 6962 with hashlib, RFC 8785 with PyPI's `rfc8785`."""

import hashlib
import json

import rfc8785
from program import answer, conclude, output


def tree_hash(leaves: list[bytes]) -> bytes:
    """RFC 6962 §2.1 over leaf hashes."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    split = 1 << (len(leaves) - 1).bit_length() - 1
    return hashlib.sha256(b"\x01" + tree_hash(leaves[:split]) + tree_hash(leaves[split:])).digest()


def leaf_hash(line: bytes) -> bytes:
    """RFC 6962 §2.1; a sealed event, a ballot of a session that is not counted, is given by its hash alone."""
    event = json.loads(line)
    if event.get("sealed"):
        return bytes.fromhex(event["leaf_hash"])
    return hashlib.sha256(b"\x00" + line).digest()


lines = [line.encode() for line in output("export", "--as", "events").split("\n") if line]
differences = []
for number, line in enumerate(lines, start=1):
    event = json.loads(line)
    if rfc8785.dumps(event) != line:
        differences.append(f"event {number} is not in canonical form")
    if event["number"] != number:
        differences.append(f"event {event['number']} stands in place {number}")

head = answer("audit", "root")
root = tree_hash([leaf_hash(line) for line in lines]).hex()
if (head["size"], head["root"]) != (len(lines), root):
    differences.append(f"nhiemvu says {head['size']} {head['root']}, RFC 6962 gives {len(lines)} {root}")
conclude("log", len(lines), differences)
