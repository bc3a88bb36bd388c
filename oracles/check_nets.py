"""Exported Petri nets and event logs as pm4py sees them: every net is a sound workflow net, and the store's log fits its regime's net.

Soundness is judged by Woflan within a time limit, and by a walk over all markings of our own, which also answers where Woflan does not come back.
Fitness is that of optimal alignments: of lives that have ended on the net as it is, of the others on the net that lets running ones go.
"""

import logging
import multiprocessing
import os
import queue
import warnings

warnings.simplefilter("ignore")
logging.disable(logging.WARNING)

import pm4py  # noqa: E402
from exchange import exported, folder, machines, regimes  # noqa: E402
from pm4py.algo.conformance.alignments.petri_net import algorithm as alignments  # noqa: E402
from pm4py.objects.log.obj import Event, EventLog, Trace  # noqa: E402
from pm4py.util import constants  # noqa: E402
from program import conclude, output  # noqa: E402

constants.SHOW_PROGRESS_BAR = False

# Woflan does not come back from nets with much beside each other, though they have few markings.
WOFLAN_SECONDS = 10
MOST_MARKINGS = 200_000
differences: list[str] = []
agreed = 0
used: dict[str, int] = {}
fitted = [0, 0]


def agree(holds: bool, difference: str) -> None:
    global agreed
    if holds:
        agreed += 1
    else:
        differences.append(difference)


# Soundness


def ask_woflan(path: str, answers) -> None:
    # Woflan reports on standard output, whatever it is told.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    net, start, end = pm4py.read_pnml(path)
    answers.put(bool(pm4py.check_soundness(net, start, end, print_diagnostics=False)[0]))


def woflan(path: str) -> bool | None:
    """Woflan's word; None when it takes too long."""
    answers = multiprocessing.Queue()
    asked = multiprocessing.Process(target=ask_woflan, args=(path, answers))
    asked.start()
    try:
        return answers.get(timeout=WOFLAN_SECONDS)
    except queue.Empty:
        return None
    finally:
        asked.terminate()
        asked.join()


def flaws(net, start, end) -> list[str]:
    """What a walk over all markings finds: van der Aalst's three conditions, and a bound of one token a place."""
    found = []
    sources = [place for place in net.places if not place.in_arcs]
    sinks = [place for place in net.places if not place.out_arcs]
    if len(sources) != 1 or len(sinks) != 1:
        return [f"{len(sources)} sources, {len(sinks)} sinks"]
    first, last = frozenset(sources), frozenset(sinks)
    if first != frozenset(start) or last != frozenset(end):
        found.append("its markings are not its source and its sink")
    moves = [
        (transition, frozenset(arc.source for arc in transition.in_arcs), frozenset(arc.target for arc in transition.out_arcs))
        for transition in net.transitions
    ]
    before, fired, waiting = {first: set()}, set(), [first]
    while waiting:
        marking = waiting.pop()
        if last < marking:
            found.append(f"tokens are left behind: {marking}")
        for transition, inputs, outputs in moves:
            if inputs <= marking:
                fired.add(transition)
                rest = marking - inputs
                if rest & outputs:
                    return [*found, f"{transition} puts a second token into a place"]
                after = rest | outputs
                if after not in before:
                    before[after] = set()
                    waiting.append(after)
                before[after].add(marking)
                if len(before) > MOST_MARKINGS:
                    return [*found, "too many markings to walk over"]
    found += [f"{transition} never fires" for transition in net.transitions if transition not in fired]
    ending, waiting = {last}, [last]
    while waiting:
        for marking in before.get(waiting.pop(), ()):
            if marking not in ending:
                ending.add(marking)
                waiting.append(marking)
    return found + [f"no way to the end from {marking}" for marking in before if marking not in ending]


def check_soundness(name: str, path: str) -> None:
    net, start, end = pm4py.read_pnml(path)
    for flaw in flaws(net, start, end):
        differences.append(f"{name}: {flaw}")
    word = woflan(path)
    judge = "the walk alone" if word is None else "Woflan and the walk"
    used[judge] = used.get(judge, 0) + 1
    agree(word is not False, f"{name}: not sound, says Woflan")


# Fitness


def lives(frame, machine: str | None) -> dict[tuple, tuple[list[str], bool]]:
    """Activities of each life and whether it ended: of tasks with all that stands beside them (None), or of the things of one kind."""
    found: dict[tuple, tuple[list[str], bool]] = {}
    columns = ["case:concept:name", "machine", "concept:name", "end"]
    for case, what, activity, end in frame[columns].itertuples(index=False):
        kind = what.split(":")[0]
        if machine is not None and kind != machine:
            continue
        key = (case, what) if machine else (case,)
        activities, ended = found.get(key, ([], False))
        activities.append(activity)
        found[key] = (activities, ended or (isinstance(end, str) and (machine is not None or kind == "task")))
    return found


def fitness(path: str, variants: set[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The variants that do not fit the net."""
    net, start, end = pm4py.read_pnml(path)
    ordered = sorted(variants)
    log = EventLog([Trace([Event({"concept:name": activity}) for activity in variant]) for variant in ordered])
    found = alignments.apply_log(
        log, net, start, end, variant=alignments.Variants.VERSION_DIJKSTRA_NO_HEURISTICS, parameters={"show_progress_bar": False}
    )
    return [variant for variant, one in zip(ordered, found) if one is None or one["fitness"] != 1.0]


def check_fitness(name: str, strict: str, running: str, frame, machine: str | None) -> None:
    found = lives(frame, machine)
    for path, variants, whose in [
        (strict, {tuple(activities) for activities, ended in found.values() if ended}, "ended"),
        (running, {tuple(activities) for activities, ended in found.values() if not ended}, "running"),
    ]:
        if variants:
            unfit = fitness(path, variants)
            if not unfit:
                fitted[0 if whose == "ended" else 1] += sum(ended == (whose == "ended") for _, ended in found.values())
            agree(not unfit, f"{name}: {len(unfit)} of {len(variants)} variants of {whose} lives do not fit, such as {unfit[:1]}")


def main() -> None:
    for regime in regimes():
        log = folder / f"{regime}.xes"
        output("export", "--as", "xes", "--regime", regime, "--output", str(log))
        frame = pm4py.read_xes(str(log)) if "<trace>" in log.read_text() else None
        for machine in [None, *machines(regime)]:
            only = ["--machine", machine] if machine else []
            name = f"{regime} {machine or 'whole'}"
            strict = exported(regime, "pnml", *only)
            check_soundness(name, strict)
            if frame is not None:
                check_fitness(name, strict, exported(regime, "pnml", *only, "--running"), frame, machine)
    print("nets: soundness by " + ", ".join(f"{judge} ({count})" for judge, count in sorted(used.items())))
    print(f"nets: fitness 1.0 of {fitted[0]} ended and {fitted[1]} running lives, each looked at alone and, for tasks, with all beside them")
    conclude("nets", agreed, differences)


if __name__ == "__main__":
    main()
