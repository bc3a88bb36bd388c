"""Expressions against PyPI's `cel-expr-python`, Google's C++ implementation of the Common Expression Language: random well-typed
expressions over every type, operator, function and macro have the same value, or both have none."""

import base64
import json
import math
import os
import random
from datetime import datetime, timedelta, timezone

from cel_expr_python import cel
from cel_terms import Terms, Term
from program import answer, conclude

COUNT = 10_000
SEED = int(os.environ.get("NHIEMVU_SEED", 20251003))
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
PRIMITIVES = {"bool": "BOOL", "int": "INT64", "uint": "UINT64", "double": "DOUBLE", "string": "STRING", "bytes": "BYTES"}
MESSAGES = {"timestamp": "google.protobuf.Timestamp", "duration": "google.protobuf.Duration"}


# The types and values of the variables, once for each side.
def their_type(kind) -> cel.Type:
    match kind:
        case ("list", element):
            return cel.Type.List(their_type(element))
        case ("map", key, value):
            return cel.Type.Map(their_type(key), their_type(value))
        case _:
            return getattr(cel.Type, kind.upper())


def our_type(kind) -> dict:
    match kind:
        case ("list", element):
            return {"list_type": {"elem_type": our_type(element)}}
        case ("map", key, value):
            return {"map_type": {"key_type": our_type(key), "value_type": our_type(value)}}
        case "dyn":
            return {"dyn": {}}
        case "timestamp" | "duration":
            return {"message_type": MESSAGES[kind]}
        case _:
            return {"primitive": PRIMITIVES[kind]}


def our_value(kind, value) -> dict:
    match kind:
        case ("list", element):
            return {"list_value": {"values": [our_value(element, one) for one in value]}}
        case ("map", key, inner):
            entries = [{"key": our_value(key, name), "value": our_value(inner, one)} for name, one in value.items()]
            return {"map_value": {"entries": entries}}
        case "dyn":
            return our_value({bool: "bool", int: "int", float: "double", str: "string"}[type(value)], value)
        case "timestamp":
            text = value.isoformat().replace("+00:00", "Z")
            return {"object_value": {"@type": "type.googleapis.com/google.protobuf.Timestamp", "value": text}}
        case "duration":
            micros = value // timedelta(microseconds=1)
            text = f"{'-' if micros < 0 else ''}{abs(micros) // 10**6}.{abs(micros) % 10**6:06}s"
            return {"object_value": {"@type": "type.googleapis.com/google.protobuf.Duration", "value": text}}
        case "int" | "uint":
            return {f"{kind}64_value": str(value)}
        case "bytes":
            return {"bytes_value": base64.b64encode(value).decode()}
        case _:
            return {f"{kind}_value": value}


# Both sides' values in one form that can be compared: lists, texts, numbers.
def number(value: float):
    return "nan" if math.isnan(value) else repr(value)


def theirs(value: cel.Value):
    kind, content = value.type(), value.value()
    match content:
        case list():
            return ["list", *map(theirs, content)]
        case dict():
            # Keys come as Python values, which no longer tell int from uint.
            return ["map", *sorted([repr(key), theirs(one)] for key, one in content.items())]
        case datetime():
            return ["timestamp", (content - EPOCH) // timedelta(microseconds=1)]
        case timedelta():
            return ["duration", content // timedelta(microseconds=1)]
        case cel.Type():
            return ["type", content.name().lower().split("<")[0].replace("null", "null_type")]
        case bytes() | bytearray():
            return ["bytes", base64.b64encode(content).decode()]
        case float():
            return ["double", number(content)]
        case _:
            return [kind.name().lower(), content]


def microseconds(text: str) -> int:
    """The JSON form of a length of time in microseconds, cut off."""
    whole, _, part = text.rstrip("s").lstrip("-").partition(".")
    count = int(whole) * 10**6 + int((part + "000000")[:6])
    return -count if text.startswith("-") else count


def ours(value: dict):
    (kind, content), = value.items()
    match kind:
        case "list_value":
            return ["list", *map(ours, content.get("values", []))]
        case "map_value":
            return ["map", *sorted([plain_key(one["key"]), ours(one["value"])] for one in content.get("entries", []))]
        case "object_value" if content["@type"].endswith("Timestamp"):
            text = content["value"].rstrip("Z")
            whole, _, part = text.partition(".")
            seconds = (datetime.fromisoformat(whole + "+00:00") - EPOCH) // timedelta(seconds=1)
            return ["timestamp", seconds * 10**6 + int((part + "000000")[:6])]
        case "object_value":
            return ["duration", microseconds(content["value"])]
        case "type_value":
            return ["type", content.rpartition(".")[2].lower()]
        case "int64_value" | "uint64_value":
            return [kind.removesuffix("64_value"), int(content)]
        case "double_value":
            return ["double", number(float(content))]
        case _:
            return [kind.removesuffix("_value"), content]


def plain_key(key: dict) -> str:
    (kind, content), = key.items()
    return repr(int(content)) if kind.endswith("64_value") else repr(content)


# Asking both.
class Judge:
    def __init__(self, terms: Terms):
        self.variables = terms.variables
        self.env = cel.NewEnv(variables={name: their_type(kind) for name, kind in terms.variables.items()})
        self.types = [{"name": name, "ident": {"type": our_type(kind)}} for name, kind in terms.variables.items()]

    def their_answer(self, source: str, data: dict):
        try:
            result = self.env.compile(source).eval(data=data)
            return ["error", str(result.value())] if result.type() == cel.Type.ERROR else theirs(result)
        except (RuntimeError, ValueError, OverflowError) as error:
            return ["error", str(error)]

    def our_answers(self, cases: list) -> list:
        questions = [
            {
                "expr": source,
                "types": self.types,
                "facts": {name: {"value": our_value(self.variables[name], value)} for name, value in data.items()},
            }
            for source, data in cases
        ]
        answers = answer("rules", "eval", "--batch", stdin=json.dumps(questions))
        return [["error", one["error"]["message"]] if "error" in one else ours(one["value"]) for one in answers]

    def answers(self, cases: list) -> list:
        """Both answers to each case, ours first."""
        return list(zip(self.our_answers(cases), (self.their_answer(*case) for case in cases)))

    def smallest(self, term: Term, data: dict) -> Term:
        """A part or simplification of the term for which the answers still differ."""
        while True:
            candidates = sorted((one for one in term.simpler() if len(one.text) < len(term.text)), key=lambda one: len(one.text))[:400]
            found = zip(candidates, self.answers([(one.text, data) for one in candidates]))
            smaller = next((one for one, (our, their) in found if differ(our, their)), None)
            if smaller is None:
                return term
            term = smaller


def differ(our: list, their: list) -> bool:
    """Two errors are the same whatever they say."""
    return our != their and not our[0] == their[0] == "error"


terms = Terms(random.Random(SEED))
judge = Judge(terms)
cases = [(terms.any(), terms.data()) for _ in range(COUNT)]
answers = judge.answers([(term.text, data) for term, data in cases])
values = sum(our[0] != "error" for our, _ in answers)
if values < COUNT * 0.6:
    raise SystemExit(f"cel: only {values} of {COUNT} random expressions have a value")

differences = []
for (term, data), (our, their) in zip(cases, answers):
    if not differ(our, their):
        continue
    if len(differences) < 10:
        term = judge.smallest(term, data)
        (our, their), = judge.answers([(term.text, data)])
    used = {name: value for name, value in data.items() if name in term.names}
    differences.append(f"{term.text}  {used}: nhiemvu {our}, C++ {their}")
conclude("cel", COUNT - len(differences), differences)
