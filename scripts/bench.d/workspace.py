"""Writes a workspace in which `tw validate` finds nothing, the same on every machine.

    python3 workspace.py FOLDER RECORDS

A quarter are goals with six tasks each, 2 % people, 45 % status reports, the rest every other kind.
`records()` gives the files; `history.py` makes commits of them.
"""

import datetime
import os
import random
import sys

VERBS = """Draft Translate Calibrate Automate Benchmark Photograph Encrypt Archive Rename Restore Negotiate
Print Invoice Uninstall Audit Estimate Simplify Announce Deprecate Rehearse Refactor Sponsor Paint
Transport Configure Split Import Export Disinfect Reward""".split()
ADJECTIVES = """northern monthly public internal legacy wooden solar annual mobile remote regional optional
nightly temporary historic printed bilingual quarterly fragile modular central rural offline coastal
alpine electric ceramic seasonal urban silent""".split()
NOUNS = """ledger turbine catalogue greenhouse telescope pipeline harbour syllabus warehouse compiler orchard
gearbox hydrant bakery ferry glossary quarry loom antenna reactor tariff beehive violin parachute aquarium
locomotive scaffold vineyard kiln tractor glacier billboard sawmill lantern dam microscope puppet crane
bridge tunnel chimney fountain carpet stadium monument lighthouse elevator escalator aqueduct observatory""".split()
SYLLABLES = ["bra", "cel", "dro", "fen", "gul", "hax", "jim", "kor", "lup", "mev", "nod", "pyx", "quo", "rif", "sab",
             "tuz", "vem", "wol", "yat", "zig"]
ENDINGS = ["mark", "berg", "stad", "wick", "dorf", "holm"]
SENTENCES = [
    "The first measurements are in, and they are better than the ones of last year.",
    "What is left needs a second pair of eyes before anybody relies on it.",
    "We agreed to keep the old way working until everyone has moved.",
    "Nobody should have to ask twice where the numbers come from.",
    "The supplier answered late, so the plan has a week of slack in it now.",
    "Two visits showed that people look for it in another place.",
    "It is done when a newcomer can follow it without help.",
    "The risk is small, and the cost of waiting is not.",
    "A shorter list would serve everybody better, and is easier to keep true.",
    "Whoever takes this on can count on the notes of the last round.",
    "This stays as it is until the autumn; then we look again.",
    "The hall was full, and the questions were good ones.",
    "Please read the minutes first: half of it was settled there.",
    "Costs are within what was planned, if the price of copper stays.",
]
GIVEN = """ana ben cho dana elif femi gita hugo ines jonas kofi lena mateo nadia omar priya quentin rosa samir tala
ugo vera wanja xenia yusuf zoe""".split()
TODAY = datetime.date(2026, 11, 16)


class Maker:
    def __init__(self, count):
        # Only random() is the same in every version of Python.
        self.next = random.Random(20_261_116).random
        self.goals = count // 4
        self.people = [self.person_id(n) for n in range(max(4, count // 50))]
        self.teams = [f"team-{n}" for n in range(max(2, count // 250))]
        self.used = set()

    def pick(self, items):
        return items[int(self.next() * len(items))]

    def some(self, items, count):
        chosen = []
        while len(chosen) < min(count, len(items)):
            item = self.pick(items)
            if item not in chosen:
                chosen.append(item)
        return chosen

    def person_id(self, number):
        name = GIVEN[number % len(GIVEN)]
        return name if number < len(GIVEN) else f"{name}-{self.codename(number // len(GIVEN)).lower()}"

    @staticmethod
    def codename(number):
        """Names that no two of which can be taken for slips of one another."""
        parts = []
        rest = number
        for _ in range(2):
            parts.append(SYLLABLES[rest % len(SYLLABLES)])
            rest //= len(SYLLABLES)
        return ("".join(parts) + ENDINGS[rest % len(ENDINGS)] + (str(rest // len(ENDINGS)) if rest >= len(ENDINGS) else "")).capitalize()

    def prose(self, count):
        return "\n".join(self.some(SENTENCES, count))

    def day(self, low, high):
        return str(TODAY + datetime.timedelta(days=low + int(self.next() * (high - low))))

    def work(self):
        """What is to be done; no two are similar, as each has a word that the other has not."""
        while True:
            work = (self.pick(VERBS), self.pick(ADJECTIVES), self.pick(NOUNS), self.codename(int(self.next() * 400)))
            if work not in self.used:
                self.used.add(work)
                return "{} the {} {} in {}".format(*work)

    @staticmethod
    def file(fields, body):
        lines = [f"{name}: {value}".replace(": \n", ":\n") for name, value in fields if value is not None]
        return "---\n" + "\n".join(lines) + "\n---\n\n" + body.rstrip() + "\n"

    @staticmethod
    def names(names):
        return "[" + ", ".join(names) + "]"

    # Each of these gives the text of a file.

    def charter(self):
        return self.file(
            [("name", "Observatory"), ("vision", "Everybody can look at the sky and understand what they see"), ("format", 1),
             ("cadence", "weekly"), ("timezone", "Europe/Berlin"),
             ("channels", "\n  - {name: town-hall, for: news, url: https://example.org/town-hall}")],
            "# How we work\n\n" + self.prose(6))

    def person(self, number):
        name = self.people[number]
        return self.file(
            [("name", name.replace("-", " ").title()), ("emails", f"[{name}@example.org]"),
             ("teams", self.names([self.teams[number % len(self.teams)]])),
             ("manager", self.people[number // 8] if number >= 8 else None), ("capacity", 400),
             ("since", self.day(-2000, -400)), ("away", "\n  - {from: 2026-12-21, to: 2027-01-03}")],
            "## How I like to work\n\n" + self.prose(5))

    def team(self, number):
        members = [p for n, p in enumerate(self.people) if n % len(self.teams) == number]
        return self.file(
            [("name", f"Team {number}"), ("mandate", "Keeps what it builds, and helps whoever builds on it"),
             ("members", self.names(members)), ("lead", members[0]),
             ("parent", self.teams[number // 6] if number >= 6 else None)],
            self.prose(6))

    def role(self, number):
        lines = [f"  - {{id: duty-{n}, does: {self.work()}}}" for n in range(3)]
        return self.file(
            [("title", f"Keeper of {self.codename(number)}"), ("holders", self.names(self.some(self.people, 2))),
             ("team", self.pick(self.teams)), ("responsibilities", "\n" + "\n".join(lines))],
            self.prose(5))

    def goal(self, number):
        # Eight goals contribute to each, and are due before it.
        depth, rest = 0, number
        while rest >= 20:
            rest = rest // 8
            depth += 1
        due = TODAY + datetime.timedelta(days=700 - 90 * depth)
        is_done = number * 8 >= self.goals and number >= 20 and number % 6 == 0
        owners = self.some(self.people, 3)
        tasks = []
        for n in range(6):
            owner = owners[n % 3]
            is_closed = is_done or self.next() < 0.4
            text = self.work()
            attributes = [f"@{owner}"]
            if is_closed:
                attributes.append(f"done:{self.day(-60, -1)}")
            else:
                attributes.append(f"due:{due - datetime.timedelta(days=40 - 5 * n)}")
            if n and self.next() < 0.4:
                attributes.append(f"needs:step-{n - 1}")
            if self.next() < 0.3:
                attributes.append(f"effort:{1 + n}d")
            box = "x" if is_closed else " "
            tasks.append(f"- [{box}] {text} {' '.join(attributes)} ^step-{n}")
        status = "done" if is_done else ("on-track", "at-risk", "off-track", "on-track")[number % 4]
        return self.file(
            [("title", f"The {self.pick(ADJECTIVES)} {self.pick(NOUNS)} of {self.codename(number)} is ready"),
             ("owners", self.names(owners)), ("status", status),
             ("parent", self.goal_id(number // 8) if number >= 20 else None),
             ("teams", self.names([self.pick(self.teams)])),
             ("why", '"People asked for it twice: it should \\"just work\\", and soon"'),
             ("start", self.day(-90, -10)), ("due", due), ("priority", ("low", "medium", "high")[number % 3]),
             ("measures", "\n  - {name: visitors, from: 100, target: 250, now: 180, unit: a week}")],
            f"{self.prose(2)}\n\n## Steps\n\n" + "\n".join(tasks) + f"\n\n## Notes\n\n{self.prose(2)}")

    @staticmethod
    def goal_id(number):
        return f"goal-{number}"

    def link(self):
        goal = int(self.next() * self.goals)
        kind = self.next()
        if kind < 0.4:
            return f"[[{self.goal_id(goal)}]]"
        if kind < 0.8:
            return f"[[{self.goal_id(goal)}^step-{int(self.next() * 6)}]]"
        return f"[[{self.goal_id(goal)}|what we promised]]"

    def status(self, number):
        entries = lambda count: "\n".join(f"- {self.pick(SENTENCES)} {self.link()}" for _ in range(count))
        return self.file(
            [("goals", self.names(dict.fromkeys(self.goal_id(int(self.next() * self.goals)) for _ in range(2)))), ("mood", 1 + number % 5)],
            f"## Done\n\n{entries(3)}\n\n## Next\n\n{entries(2)}\n\n## Blocked\n\n"
            f"- Waiting for @{self.pick(self.people)} and *not* for `{self.pick(NOUNS)}`.\n\n## Wins\n\n{entries(1)}")

    def feedback(self, number):
        giver, receiver = self.some(self.people, 2)
        return self.file(
            [("from", giver), ("to", f"people/{receiver}"), ("date", self.day(-300, 0)),
             ("kind", ("praise", "thanks", "suggestion", "concern")[number % 4]),
             ("about", f"goals/{self.goal_id(int(self.next() * self.goals))}")],
            f"@{receiver}: {self.prose(6)}\n\nSee [the goal](../goals/{self.goal_id(int(self.next() * self.goals))}.md).")

    def request(self, number):
        asks, helps = self.some(self.people, 2)
        return self.file(
            [("title", f"Help with {self.codename(number)}"), ("from", asks), ("to", f"people/{helps}"),
             ("status", ("open", "accepted", "done", "accepted")[number % 4]),
             ("goal", self.goal_id(int(self.next() * self.goals))), ("asked", self.day(-60, -30)),
             ("needed-by", self.day(60, 90)), ("promised", self.day(20, 50)), ("effort", "small"),
             ("helpers", self.names([helps])), ("boundary", "Two days a week at most")],
            f"{self.prose(5)}\n\nIt is for {self.link()}, and @{asks} will be there.")

    def decision(self, number):
        return self.file(
            [("title", f"We keep {self.codename(number)}"), ("by", self.names(self.some(self.people, 2))),
             ("status", "accepted"), ("date", self.day(-300, 0)), ("consulted", f"[teams/{self.pick(self.teams)}]"),
             ("goals", self.names([self.goal_id(int(self.next() * self.goals))]))],
            f"## Context\n\n{self.prose(4)}\n\n## Consequences\n\n1. {self.pick(SENTENCES)}\n2. {self.pick(SENTENCES)}")

    def meeting(self, number):
        people = self.some(self.people, 4)
        actions = "\n".join(f"- [{'x' if n else ' '}] {self.work()} @{people[n]}" for n in range(3))
        return self.file(
            [("title", f"Check-in {number}"), ("kind", "check-in"), ("date", self.day(-300, 0)), ("people", self.names(people)),
             ("goals", self.names([self.goal_id(int(self.next() * self.goals))]))],
            f"{self.prose(3)}\n\n| who | what |\n|---|---|\n| @{people[0]} | {self.link().replace('|', chr(92) + '|')} |\n\n{actions}")

    def note(self, number):
        return self.file(
            [("title", f"What {self.codename(number)} taught us"), ("kind", ("idea", "practice", "challenge", "risk")[number % 4]),
             ("by", self.names(self.some(self.people, 1))), ("date", self.day(-300, 0)), ("status", "open"),
             ("owner", self.pick(self.people)), ("tags", "[learning, field]")],
            f"> {self.pick(SENTENCES)}\n\n{self.prose(5)}\n\n```sh\nmake {self.pick(NOUNS)}\n```\n\nSee {self.link()}.")

    def pulse(self, number):
        counts = lambda: "[" + ", ".join(str(1 + int(self.next() * 9)) for _ in range(5)) + "]"
        return self.file(
            [("title", f"Pulse {number}"), ("date", self.day(-300, 0)), ("team", self.pick(self.teams)),
             ("answers", f"\n  I know what is expected of me: {counts()}\n  I can get help: {counts()}")],
            self.prose(5))


def records(count):
    """The path inside the workspace and the text of each record, in an order in which a team could have written them."""
    maker = Maker(count)
    yield "teamwork.md", maker.charter()
    for number, name in enumerate(maker.people):
        yield f"people/{name}.md", maker.person(number)
    for number, name in enumerate(maker.teams):
        yield f"teams/{name}.md", maker.team(number)
    for number in range(maker.goals):
        yield f"goals/{maker.goal_id(number)}.md", maker.goal(number)
    reports = count * 45 // 100
    for number in range(reports):
        week = TODAY - datetime.timedelta(weeks=number // len(maker.people))
        year, week, _ = week.isocalendar()
        name = maker.people[number % len(maker.people)]
        yield f"status/{year}-W{week:02}/{name}.md", maker.status(number)
    rest = count - 1 - len(maker.people) - len(maker.teams) - maker.goals - reports
    makers = [("roles", maker.role, 2), ("pulse", maker.pulse, 1), ("feedback", maker.feedback, 32), ("requests", maker.request, 25),
              ("decisions", maker.decision, 12), ("meetings", maker.meeting, 14), ("notes", maker.note, 14)]
    for folder, make, percent in makers[:-1]:
        for number in range(rest * percent // 100):
            yield f"{folder}/{folder}-{number}.md", make(number)
    left = rest - sum(rest * percent // 100 for _, _, percent in makers[:-1])
    for number in range(left):
        yield f"notes/note-{number}.md", maker.note(number)


def main():
    folder, count = sys.argv[1], int(sys.argv[2])
    for path, text in records(count):
        path = os.path.join(folder, path)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)


if __name__ == "__main__":
    main()
