"""The life of twenty states of ../lifecycle/grant as these libraries see it: its acts in order, who does them, and what must hold before each."""

PASS_MARK, QUORUM = 70, 5


def titled(task): return bool(task.facts.get("title"))
def funded(task): return task.facts["state_money"] > 0
def quorum(task): return task.facts["voters"] >= QUORUM
def in_range(task): return 0 <= task.facts["score"] <= 100
def passed(task): return task.facts["score"] >= PASS_MARK
def half(task): return task.facts["paid"] * 2 <= task.facts["state_money"]
def paid(task): return task.facts["paid"] > 0
def within(task): return task.facts["paid"] <= task.facts["state_money"]


def fired(event):
    def check(task): return event in task.fired
    check.__name__ = f"fired_{event}"
    return check


def apart(event):
    """Whoever acts is not who did the other act."""
    def check(task): return task.fired[event] != task.actor
    check.__name__ = f"apart_{event}"
    return check


# Event, where it leads, who may do it, facts that come with it, what must hold.
ACTS = [
    ("screen", "screened", "officer", {}, [titled]),
    ("enlist", "listed", "chair", {}, [apart("screen")]),
    ("call", "called", "officer", {}, [funded]),
    ("open", "opened", "officer", {}, [funded]),
    ("review", "reviewed", "officer", {"score": 82, "voters": 7}, [quorum, in_range]),
    ("appraise", "appraised", "officer", {}, [passed, quorum]),
    ("award", "awarded", "chair", {}, [passed, apart("appraise")]),
    ("sign", "contracted", "officer", {}, [funded]),
    ("pay", "running", "officer", {"paid": 400_000_000}, [half]),
    ("report", "reported", "officer", {}, [paid]),
    ("resume", "resumed", "officer", {}, [paid]),
    ("submit", "submitted", "officer", {}, [paid]),
    ("judge", "judged", "officer", {"score": 90}, [in_range]),
    ("accept", "accepted", "chair", {}, [passed, apart("judge")]),
    ("register", "registered", "officer", {}, [fired("accept")]),
    ("settle", "settled", "officer", {}, [within]),
    ("follow", "followed", "officer", {}, [fired("register")]),
    ("apply", "applied", "officer", {}, [passed, fired("register")]),
]
STATES = ["proposed"] + [act[1] for act in ACTS] + ["cancelled"]
ROLES = {"officer": "CB-01", "chair": "CT-01"}


class Task:
    """What every library moves: facts, who did what, where it stands."""

    def __init__(self, state="proposed", facts=None, fired=None):
        self.state = state
        self.facts = facts or {"title": "Nhiệm vụ", "state_money": 900_000_000}
        self.fired = fired or {}
        self.actor = None

    def begin(self, act):
        """Whoever acts, with the facts that come with it; also the role is looked at, as the rules do."""
        event, _, role, given, _ = act
        self.actor = ROLES[role]
        self.facts.update(given)

    def may(self, act): return self.actor == ROLES[act[2]]

    def done(self, act): self.fired[act[0]] = self.actor


def source(place): return STATES[place]
