"""The books of money in hledger and Ledger: both take the exported journal strictly, find it balanced, and answer by task, programme and year
what `budget show` and `budget overview` say."""

import collections
import csv
import io
import os
import subprocess
import sys
import tempfile

from program import answer, conclude, output

agreed, differences = 0, []


def run(*command):
    done = subprocess.run(command, capture_output=True, encoding="utf-8")
    if done.returncode != 0:
        sys.exit(f"books: {' '.join(command)}: exit {done.returncode}\n{done.stdout[:500]}{done.stderr[:1500]}")
    return done.stdout


def agree(what, theirs, ours):
    global agreed
    if theirs == ours:
        agreed += 1
    else:
        differences.append(f"{what}: {theirs} in the books, {ours} by nhiemvu")


class HLedger:
    """Balances by account, of some accounts in transactions of some kind, programme and year."""

    name = "hledger"

    def __init__(self, folder):
        self.path = os.path.join(folder, "books.journal")
        output("budget", "export", "--as", "hledger", "--output", self.path)
        run("hledger", "-f", self.path, "check", "--strict", "ordereddates")

    def balances(self, account, kind=None, but=None, programme=None, year=None):
        query = [f"acct:^{account}(:|$)"]
        query += [f"tag:^kind$=^({kind})$"] if kind else []
        query += [f"not:tag:^kind$=^{but}$"] if but else []
        query += [f"tag:^programme$=^{programme}$"] if programme else []
        query += [f"date:{year}"] if year else []
        table = run("hledger", "-f", self.path, "balance", "--flat", "--no-total", "-O", "csv", *query)
        return {row[0]: int(row[1].split()[0]) for row in list(csv.reader(io.StringIO(table)))[1:]}


class Ledger:
    name = "ledger"

    def __init__(self, folder):
        self.path = os.path.join(folder, "books.ledger")
        output("budget", "export", "--as", "ledger", "--output", self.path)
        run("ledger", "-f", self.path, "--strict", "--pedantic", "--init-file", "/dev/null", "accounts")

    def balances(self, account, kind=None, but=None, programme=None, year=None):
        limit = [f"account =~ /^{account}(:|$)/"]
        limit += [f'tag("kind") =~ /^({kind})$/'] if kind else []
        limit += [f'tag("kind") != "{but}"'] if but else []
        limit += [f'tag("programme") == "{programme}"'] if programme else []
        limit += [f"date >= [{year}-01-01] and date < [{year + 1}-01-01]"] if year else []
        text = run(
            "ledger", "-f", self.path, "--init-file", "/dev/null", "balance", "--flat", "--no-total", "--limit", " and ".join(limit),
            "--balance-format", "%(account)\t%(quantity(scrub(display_total)))\n",
        )  # fmt: skip
        rows = [line.split("\t") for line in text.splitlines() if "\t" in line]
        return {account: int(amount) for account, amount in rows}


def by(balances, *places):
    """Balances added up by parts of the account's name."""
    sums = collections.Counter()
    for account, amount in balances.items():
        parts = account.split(":")
        sums[tuple(parts[place] for place in places)] += amount
    return {key: amount for key, amount in sums.items() if amount}


def present(figures):
    return {key: amount for key, amount in figures.items() if amount}


overview = answer("budget", "overview", "--by", "task")
tasks = {row["task"]: answer("budget", "show", row["task"]) for row in overview["rows"]}
years = sorted({int(year) for task in tasks.values() for year in task["years"]})
programmes = answer("budget", "overview", "--by", "programme")["rows"]


def told(figure):
    return present({(code, year): said[figure] for code, task in tasks.items() for year, said in task["years"].items()})


def told_by_source(figure):
    return present(
        {
            (code, source, year): amount
            for code, task in tasks.items()
            for year, said in task["years"].items()
            for source, amount in said[figure].items()
        }
    )


with tempfile.TemporaryDirectory() as folder:
    for books in (HLedger(folder), Ledger(folder)):
        agree(f"{books.name}, all", sum(books.balances(".*").values()), 0)

        # Task and year.
        agree(f"{books.name}, planned", by(books.balances("planned"), 1, 2, 3), told_by_source("planned"))
        agree(f"{books.name}, own spending", by(books.balances("own-spending"), 1, 2, 3), told_by_source("own_spending"))
        given = {key: -amount for key, amount in by(books.balances("province"), 1, 2).items()}
        agree(f"{books.name}, given", given, told("given"))
        agree(f"{books.name}, allotted", by(books.balances("allotted", but="advance_paid"), 1, 2), told("allotted"))
        advanced = {key: -amount for key, amount in by(books.balances("allotted", kind="advance_paid"), 1, 2).items()}
        agree(f"{books.name}, advanced", advanced, told("advanced"))
        moved = {year: books.balances("(cleared|advanced)", kind="advance_cleared|advance_given_back", year=year) for year in years}
        for figure, account, sign in (("cleared", "cleared", 1), ("given_back", "advanced", -1)):
            theirs = {}
            for year, balances in moved.items():
                kept = {name: amount for name, amount in balances.items() if name.startswith(account + ":")}
                theirs |= {(code, str(year)): sign * amount for (code,), amount in by(kept, 1).items()}
            if figure == "given_back":  # Of an advance, what was cleared is gone as well.
                for key, amount in told("cleared").items():
                    theirs[key] = theirs.get(key, 0) - amount
            agree(f"{books.name}, {figure}", present(theirs), told(figure))

        # Task, as it stands.
        for figure, account in (("outstanding", "advanced"), ("owed", "owed")):
            theirs = {code: amount for (code,), amount in by(books.balances(account), 1).items()}
            agree(f"{books.name}, {figure}", theirs, present({row["task"]: row[figure] for row in overview["rows"]}))

        # Programme; without an estimate the overview says what was approved.
        for row in programmes:
            name = row["programme"]
            if not name:
                continue

            def total(balances, account, sign=1):
                return sign * by(balances, 0).get((account,), 0)

            members = [task["code"] for task in answer("task", "list", "--programme", name) if task["code"] in tasks]
            unplanned = sum(tasks[code]["approved"] or 0 for code in members if not tasks[code]["plan"])
            whole = books.balances(".*", programme=name)
            # The overview of programmes counts the State's money.
            of_the_state = by(books.balances("planned", programme=name), 2).get(("state",), 0)
            paid = books.balances("allotted", kind="advance_paid", programme=name)
            agree(f"{books.name}, {name} planned", of_the_state + unplanned, row["planned"])
            agree(f"{books.name}, {name} remaining", total(whole, "allotted"), row["remaining"])
            agree(f"{books.name}, {name} advanced", total(paid, "allotted", -1), row["advanced"])
            agree(f"{books.name}, {name} outstanding", total(whole, "advanced"), row["outstanding"])
            agree(f"{books.name}, {name} owed", total(whole, "owed"), row["owed"])

        # Year.
        in_year = {row["year"]: row for row in answer("budget", "overview", "--by", "year")["rows"]}
        for figure, sign, balances in (("remaining", 1, books.balances("allotted")), ("advanced", -1, books.balances("allotted", kind="advance_paid"))):
            theirs = {year: sign * amount for (year,), amount in by(balances, 2).items()}
            agree(f"{books.name}, {figure} by year", theirs, present({year: row[figure] for year, row in in_year.items()}))

conclude("books", agreed, differences)
