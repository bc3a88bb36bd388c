"""Random well-typed terms of the Common Expression Language, with variables to read; used by check_cel.py."""

import json
import random
import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone

KINDS = ["bool", "int", "uint", "double", "string", "bytes", "timestamp", "duration"]
KEYS = ["bool", "int", "string"]
SPANS = ["90s", "1h30m", "-1.5s", "250ms", "1m", "36h", "-7us", "0", "3.000001s", "100000h", "1ns"]
TYPES = [
    "int", "uint", "double", "bool", "string", "bytes", "list", "map", "null_type", "type", "google.protobuf.Timestamp",
]
ZONES = ["UTC", "+07:00", "-03:30", "02:00", "Asia/Ho_Chi_Minh", "America/New_York", "Nowhere/None"]
TIMESTAMP_PARTS = [
    "FullYear", "Month", "Date", "DayOfMonth", "DayOfWeek", "DayOfYear", "Hours", "Minutes", "Seconds", "Milliseconds",
]
# C++ also reads blanks around numbers and hexadecimal doubles, which the language definition does not ask for.
NUMBERS = ["'12'", "'-7'", "'1.5'", "''", "'1e3'", "'9223372036854775808'", "'+5'", "'-0'", "'NaN'", "'007'"]
TRUTHS = ["'true'", "'t'", "'False'", "'no'", "'1'", "'TRUE'", "'yes'", "string_1"]
PATTERNS = ["a", "^a", "b$", "^[a-z]+$", ".", "a*b", "(a|đ)+", r"\\d{2,}", "^$", "[^a-c]", "(?i)A", r"\\bđ", "x{0,3}y?"]


@dataclass
class Term:
    """A piece of source text made of smaller ones: `parts` alternates between text and terms."""

    kind: object
    parts: list = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(part if isinstance(part, str) else part.text for part in self.parts)

    @property
    def names(self) -> set:
        return set(re.findall(r"\w+", self.text))

    def below(self):
        for part in self.parts:
            if isinstance(part, Term):
                yield part
                yield from part.below()

    def simpler(self):
        """Every part alone, and the term with any one part replaced by a part of that part."""
        yield from self.below()
        for place, part in enumerate(self.parts):
            if isinstance(part, Term):
                for smaller in part.simpler():
                    if smaller.kind == part.kind:
                        yield Term(self.kind, [*self.parts[:place], smaller, *self.parts[place + 1:]])


class Terms:
    """Makes terms; the variables are the same for all, their values are drawn anew for each."""

    def __init__(self, chance: random.Random):
        self.chance = chance
        self.variables = {f"{kind}_{n}": kind for kind in KINDS for n in (1, 2)} | {
            "ints": ("list", "int"), "strings": ("list", "string"), "doubles": ("list", "double"), "nested": ("list", ("list", "int")),
            "by_name": ("map", "string", "int"), "by_number": ("map", "int", "string"), "by_truth": ("map", "bool", "duration"),
            "any_int": "dyn", "any_string": "dyn", "any_double": "dyn",
        }
        self.locals: list = []

    # Values of variables.
    def data(self) -> dict:
        return {name: self.value(kind if kind != "dyn" else name.removeprefix("any_")) for name, kind in self.variables.items()}

    def value(self, kind):
        pick = self.chance
        match kind:
            case ("list", element):
                return [self.value(element) for _ in range(pick.randrange(4))]
            case ("map", key, value):
                return {self.value(key): self.value(value) for _ in range(pick.randrange(4))}
            case "bool":
                return pick.random() < 0.5
            case "int":
                return pick.choice([pick.randrange(-9, 10), pick.randrange(-9, 10), pick.randrange(-(2**63), 2**63), 2**63 - 1, -(2**63)])
            case "uint":
                return pick.choice([pick.randrange(10), pick.randrange(10), pick.randrange(2**64), 2**64 - 1])
            case "double":
                return pick.choice([pick.randrange(-9, 10) / 2, pick.randrange(-9, 10) / 2, pick.gauss(0, 1e6), pick.gauss(0, 1e20), 0.1])
            case "string":
                return "".join(pick.choices("aabcAđ0 9xyz😀é", k=pick.randrange(5)))
            case "bytes":
                # No zero byte: the Python package cuts a variable off there.
                return bytes(pick.choices(b"ab\x01\xc3\xa9\xff", k=pick.randrange(4)))
            case "timestamp":
                return datetime(1970, 1, 1, tzinfo=timezone.utc) + timedelta(
                    seconds=pick.choice([pick.randrange(-10**9, 4 * 10**9), pick.randrange(-62135596800, 253402300800)]),
                    microseconds=pick.choice([0, 0, pick.randrange(10**6)]),
                )
            case "duration":
                seconds = pick.choice([pick.randrange(-9999, 9999), pick.randrange(-9 * 10**9, 9 * 10**9)])
                return timedelta(seconds=seconds, milliseconds=pick.choice([0, 250]))

    # Terms.
    def any(self) -> Term:
        wanted = [*KINDS, "bool", "bool", "int", "type", ("list", "int"), ("list", "string"), ("map", "string", "int")]
        return self.of(self.chance.choice(wanted), 4)

    def of(self, kind, depth: int) -> Term:
        if depth <= 0 or self.chance.random() < 0.12:
            return self.leaf(kind)
        if self.chance.random() < 0.07:
            branches = [self.of(kind, depth - 1), " : ", self.of(kind, depth - 1)]
            return self.make(kind, "(", self.of("bool", depth - 1), " ? ", *branches, ")")
        return self.compound(kind, depth - 1)

    def make(self, kind, *parts) -> Term:
        return Term(kind, list(parts))

    def leaf(self, kind) -> Term:
        names = [name for name, type_ in self.locals if type_ == kind]
        names = names * 3 + [name for name, type_ in self.variables.items() if type_ == kind]
        if names and self.chance.random() < 0.5:
            return self.make(kind, self.chance.choice(names))
        return self.literal(kind)

    def literal(self, kind) -> Term:
        pick = self.chance
        match kind:
            case ("list", element):
                return self.listed(kind, [self.leaf(element) for _ in range(pick.randrange(4))])
            case ("map", key, value):
                keys = {self.literal(key).text for _ in range(pick.randrange(1, 4))}
                parts = [part for name in sorted(keys) for part in (", ", f"{name}: ", self.leaf(value))]
                return self.make(kind, "{", *parts[1:], "}")
            case "bool":
                return self.make(kind, pick.choice(["true", "false"]))
            case "int":
                return self.make(kind, pick.choice([str(pick.randrange(10)), str(pick.randrange(10)), str(self.value("int")), "0x1F"]))
            case "uint":
                return self.make(kind, pick.choice([f"{self.value('uint')}u", "7u", "0xFFu"]))
            case "double":
                return self.make(kind, pick.choice([repr(self.value("double")), "0.5", "1e3", "-2.5e-3", "1e300"]))
            case "string":
                written = json.dumps(self.value("string"), ensure_ascii=pick.random() < 0.3).replace("\\ud83d\\ude00", "\\U0001F600")
                return self.make(kind, pick.choice([written, written, written, "'a'", "r'\\d'", "'''b'''"]))
            case "bytes":
                return self.make(kind, pick.choice(["b'ab'", "b'\\xff\\000'", "b'đ'", "b''"]))
            case "timestamp":
                text = self.value("timestamp").isoformat().replace("+00:00", pick.choice(["Z", "+07:00", "-11:30", "Z"]))
                return self.make(kind, f"timestamp('{text}')")
            case "duration":
                return self.make(kind, f"duration('{pick.choice(SPANS)}')")
            case "type":
                return self.make(kind, pick.choice(TYPES))
            case "null":
                return self.make(kind, "null")

    def listed(self, kind, terms: list) -> Term:
        parts = [part for term in terms for part in (", ", term)]
        return self.make(kind, "[", *parts[1:], "]")

    def scoped(self, name: str, element, kind, depth: int) -> Term:
        self.locals.append((name, element))
        body = self.of(kind, depth)
        self.locals.pop()
        return body

    def compound(self, kind, depth: int) -> Term:
        pick = self.chance
        of = lambda wanted: self.of(wanted, depth)
        match kind:
            case ("list", element):
                return pick.choice([self.joined, self.mapped, self.filtered, self.gathered])(kind, element, depth)
            case ("map", key, value):
                return self.literal(kind)
            case "bool":
                return self.condition(depth)
            case "string":
                return pick.choice([
                    lambda: self.make(kind, "(", of("string"), " + ", of("string"), ")"),
                    lambda: self.make(kind, "string(", of(pick.choice([one for one in KINDS if one != "double"])), ")"),
                    # Not of computed doubles: C++ shows the sign of a not-a-number.
                    lambda: self.make(kind, "string(", self.leaf("double"), ")"),
                    lambda: self.element(kind, depth),
                ])()
            case "bytes":
                return pick.choice([
                    lambda: self.make(kind, "(", of("bytes"), " + ", of("bytes"), ")"), lambda: self.make(kind, "bytes(", of("string"), ")"),
                ])()
            case "int":
                return pick.choice([self.arithmetic, self.arithmetic, self.converted, self.sized, self.dated, self.element])(kind, depth)
            case "uint" | "double":
                return pick.choice([self.arithmetic, self.arithmetic, self.converted, self.element])(kind, depth)
            case "timestamp":
                return pick.choice([
                    lambda: self.make(kind, "(", of("timestamp"), pick.choice([" + ", " - "]), of("duration"), ")"),
                    lambda: self.make(kind, "(", of("duration"), " + ", of("timestamp"), ")"),
                    lambda: self.make(kind, "timestamp(", of(pick.choice(["int", "timestamp"])), ")"),
                    lambda: self.make(kind, "timestamp(string(", of("timestamp"), "))"),
                ])()
            case "duration":
                return pick.choice([
                    lambda: self.make(kind, "(", of("duration"), pick.choice([" + ", " - "]), of("duration"), ")"),
                    lambda: self.make(kind, "(", of("timestamp"), " - ", of("timestamp"), ")"),
                    lambda: self.make(kind, "duration(string(", of("duration"), "))"),
                ])()
            case "type":
                return self.make(kind, "type(", of(pick.choice([*KINDS, "null", "type", ("list", "int"), ("map", "string", "int")])), ")")
            case _:
                return self.leaf(kind)

    # Lists.
    def joined(self, kind, element, depth: int) -> Term:
        return self.make(kind, "(", self.of(kind, depth), " + ", self.of(kind, depth), ")")

    def gathered(self, kind, element, depth: int) -> Term:
        return self.listed(kind, [self.of(element, depth) for _ in range(self.chance.randrange(4))])

    def mapped(self, kind, element, depth: int) -> Term:
        source, name = self.chance.choice(["int", "string", "double"]), f"x{depth}"
        where = [", ", self.scoped(name, source, "bool", depth)] if self.chance.random() < 0.3 else []
        return self.make(kind, self.of(("list", source), depth), f".map({name}", *where, ", ", self.scoped(name, source, element, depth), ")")

    def filtered(self, kind, element, depth: int) -> Term:
        name = f"x{depth}"
        return self.make(kind, self.of(kind, depth), f".filter({name}, ", self.scoped(name, element, "bool", depth), ")")

    def element(self, kind, depth: int) -> Term:
        if kind == "int" and self.chance.random() < 0.5:
            of_map = self.of(("map", "string", "int"), depth)
            return self.make(kind, of_map, self.chance.choice([".a", "['a']", "[string_1]", ".`a`"]))
        place = self.chance.choice(["[0]", "[0]", "[1]", "[dyn(0u)]", "[dyn(1.0)]", "[int_1]"])
        return self.make(kind, self.of(("list", kind), depth), place)

    # Numbers.
    def arithmetic(self, kind, depth: int) -> Term:
        if kind != "uint" and self.chance.random() < 0.15:
            return self.make(kind, "-(", self.of(kind, depth), ")")
        symbol = self.chance.choice("+-*/" if kind == "double" else "+-*/%")
        return self.make(kind, "(", self.of(kind, depth), f" {symbol} ", self.of(kind, depth), ")")

    def converted(self, kind, depth: int) -> Term:
        sources = ["int", "uint", "double"] + (["timestamp"] if kind == "int" else [])
        if self.chance.random() < 0.2:
            return self.make(kind, f"{kind}({self.chance.choice(NUMBERS)})")
        return self.make(kind, f"{kind}(", self.of(self.chance.choice(sources), depth), ")")

    def sized(self, kind, depth: int) -> Term:
        source = self.of(self.chance.choice(["string", "bytes", ("list", "int"), ("list", "string"), ("map", "string", "int")]), depth)
        parts = self.chance.choice([("size(", source, ")"), (source, ".size()")])
        return self.make(kind, *parts)

    def dated(self, kind, depth: int) -> Term:
        if self.chance.random() < 0.3:
            part = self.chance.choice(["Hours", "Minutes", "Seconds", "Milliseconds"])
            return self.make(kind, self.of("duration", depth), f".get{part}()")
        zone = f"'{self.chance.choice(ZONES)}'" if self.chance.random() < 0.4 else ""
        return self.make(kind, self.of("timestamp", depth), f".get{self.chance.choice(TIMESTAMP_PARTS)}({zone})")

    # Conditions.
    def condition(self, depth: int) -> Term:
        return self.chance.choice([
            self.logical, self.logical, self.negated, self.compared, self.compared, self.equal, self.mixed, self.member, self.textual,
            self.quantified, self.present, self.read,
        ])(depth)

    def logical(self, depth: int) -> Term:
        return self.make("bool", "(", self.of("bool", depth), self.chance.choice([" && ", " || "]), self.of("bool", depth), ")")

    def negated(self, depth: int) -> Term:
        return self.make("bool", "!(", self.of("bool", depth), ")")

    def compared(self, depth: int) -> Term:
        kind = self.chance.choice(KINDS)
        return self.make("bool", "(", self.of(kind, depth), self.chance.choice([" < ", " <= ", " > ", " >= "]), self.of(kind, depth), ")")

    def equal(self, depth: int) -> Term:
        kind = self.chance.choice([*KINDS, "type", ("list", "int"), ("list", "string"), ("map", "string", "int"), ("map", "int", "string")])
        return self.make("bool", "(", self.of(kind, depth), self.chance.choice([" == ", " != "]), self.of(kind, depth), ")")

    def mixed(self, depth: int) -> Term:
        """Values of different types, kept from the checker."""
        one, other = (self.chance.choice(["int", "uint", "double", "string", "null", ("list", "int"), "bool"]) for _ in range(2))
        symbol = self.chance.choice([" == ", " != ", " < ", " >= "])
        return self.make("bool", "(dyn(", self.of(one, depth), ")", symbol, "dyn(", self.of(other, depth), "))")

    def member(self, depth: int) -> Term:
        element = self.chance.choice(["int", "string", "double"])
        if element == "int" and self.chance.random() < 0.3:
            return self.make("bool", "(", self.of("int", depth), " in by_number)")
        if element == "string" and self.chance.random() < 0.3:
            return self.make("bool", "(", self.of("string", depth), " in ", self.of(("map", "string", "int"), depth), ")")
        return self.make("bool", "(", self.of(element, depth), " in ", self.of(("list", element), depth), ")")

    def textual(self, depth: int) -> Term:
        if self.chance.random() < 0.4:
            pattern = self.chance.choice(PATTERNS)
            return self.make("bool", self.of("string", depth), f".matches('{pattern}')")
        name = self.chance.choice(["contains", "startsWith", "endsWith"])
        return self.make("bool", self.of("string", depth), f".{name}(", self.of("string", depth), ")")

    def quantified(self, depth: int) -> Term:
        name, macro = f"x{depth}", self.chance.choice(["all", "exists", "exists_one"])
        source, element = self.chance.choice([(("list", "int"), "int"), (("list", "string"), "string"), (("map", "string", "int"), "string")])
        return self.make("bool", self.of(source, depth), f".{macro}({name}, ", self.scoped(name, element, "bool", depth), ")")

    def present(self, depth: int) -> Term:
        return self.make("bool", "has(", self.of(("map", "string", "int"), depth), self.chance.choice([".a", ".b", ".size"]), ")")

    def read(self, depth: int) -> Term:
        if self.chance.random() < 0.5:
            return self.make("bool", f"bool({self.chance.choice(TRUTHS)})")
        return self.make("bool", "bool(string(", self.of("bool", depth), "))")
