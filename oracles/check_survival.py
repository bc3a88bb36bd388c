"""Survival curves against lifelines: estimates, Greenwood's variance, bands, medians; random groups and edges."""

import json
import math
import os
import random
import subprocess
import warnings
from fractions import Fraction

import pandas as pd
from lifelines import KaplanMeierFitter
from lifelines.utils import median_survival_times
from program import PROGRAM, conclude

random.seed(20250525)
groups = {
    "one event": [(7, 1)],
    "one censored": [(7, 0)],
    "all censored": [(5, 0), (5, 0), (9, 0)],
    "all at once": [(5, 1), (5, 1), (5, 1)],
    "event and censoring on one day": [(4, 1), (4, 0), (9, 1), (9, 0), (12, 1)],
    "event on the first day": [(0, 1), (0, 0), (3, 1), (8, 0), (9, 1)],
    "two halves": [(3, 1), (3, 1), (8, 0), (8, 0)],
}
for number in range(300):
    size, longest, share = random.randint(1, 120), random.choice([5, 30, 400, 2000]), random.random()
    groups[f"random {number}"] = [(random.randint(0, longest), int(random.random() < share)) for _ in range(size)]

asked = [{"name": name, "observations": pairs} for name, pairs in groups.items()]
tool = os.path.join(os.path.dirname(PROGRAM), "survival")
answers = json.loads(subprocess.run([tool], input=json.dumps(asked), capture_output=True, encoding="utf-8", check=True).stdout)

agreed, differences = 0, []


def agree(what, theirs, ours):
    global agreed
    if theirs is None or ours is None:
        same = theirs == ours
    else:
        same = math.isclose(theirs, float(ours), rel_tol=1e-9, abs_tol=1e-11)
    if same:
        agreed += 1
    else:
        differences.append(f"{what}: {theirs}, not {ours}")


warnings.simplefilter("ignore")
for (name, pairs), ours in zip(groups.items(), answers, strict=True):
    fitter = KaplanMeierFitter(alpha=0.05).fit([time for time, _ in pairs], [event for _, event in pairs])
    table, band = fitter.event_table, fitter.confidence_interval_survival_function_
    for step in ours["steps"]:
        time = step["time"]
        what = f"{name} at {time}"
        survival = fitter.survival_function_.iloc[:, 0][time]
        agree(f"{what} at risk", table["at_risk"][time], step["at_risk"])
        agree(f"{what} events", table["observed"][time], step["events"])
        agree(f"{what} censored", table["censored"][time], step["censored"])
        agree(f"{what} survival", survival, step["survival"])
        if survival > 1e-9:
            agree(f"{what} variance", survival**2 * fitter._cumulative_sq_[time], step["variance"])
            agree(f"{what} lower", band.iloc[:, 0][time], step["lower"])
            agree(f"{what} upper", band.iloc[:, 1][time], step["upper"])
        else:
            # Where nobody is left the variance is not defined; lifelines fills the gap, R's survfit leaves it, as we do.
            agree(f"{what} variance", None, step["variance"])
            agree(f"{what} lower", None, step["lower"])
    # Exactly, from their table: by rounding, lifelines itself may miss an estimate of just one half.
    exact, median = Fraction(1), None
    for time, row in table.iterrows():
        if row["at_risk"]:
            exact *= 1 - Fraction(int(row["observed"]), int(row["at_risk"]))
        if median is None and exact <= Fraction(1, 2):
            median = time
    agree(f"{name} median", median, ours["median"])
    ends = median_survival_times(band[fitter.survival_function_.iloc[:, 0] > 1e-9]) if survival > 1e-9 else None
    if isinstance(ends, pd.DataFrame):
        for side, column in (("median_lower", 0), ("median_upper", 1)):
            end = ends.iloc[0, column]
            agree(f"{name} {side}", None if math.isinf(end) else end, ours[side])

conclude("survival curves", agreed, differences)
