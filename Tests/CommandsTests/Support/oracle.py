"""Reads a repository's history a second time, with other tools, and compares `tw log --format json` with it.

    oracle.py REPOSITORY LOG.json [FOLDER]

Git's plumbing hands out the raw objects, PyYAML the front matter (every scalar a string), and the types below are
written down from docs/format.md. Nothing of this is shared with `tw`. Each difference is a line of standard output;
the last line counts what was compared.
"""

import collections
import datetime
import json
import os
import re
import subprocess
import sys

import yaml

FOLDERS = {
    "people": "person", "teams": "team", "roles": "role", "goals": "goal", "status": "status", "feedback": "feedback",
    "requests": "request", "decisions": "decision", "meetings": "meeting", "notes": "note", "pulse": "pulse",
}
# A field is "list", "int", "number", or a mapping of these; whatever is not here is text.
MEASURE = {"from": "number", "target": "number", "now": "number"}
TYPES = {
    "charter": {
        "channels": ["text"], "format": "int", "limits": {"file-size": "int", "front-matter-size": "int", "depth": "int"},
        "extra-fields": {"*": ["text"]}, "headings": {"*": ["text"]},
    },
    "person": {"emails": ["text"], "teams": ["text"], "away": ["text"], "capacity": "int"},
    "team": {"members": ["text"]},
    "role": {"holders": ["text"], "responsibilities": ["text"]},
    "goal": {"owners": ["text"], "teams": ["text"], "needs": ["text"], "resources": ["text"], "measures": [MEASURE]},
    "status": {"goals": ["text"], "mood": "int"},
    "feedback": {},
    "request": {"helpers": ["text"], "credits": ["text"]},
    "decision": {"by": ["text"], "consulted": ["text"], "goals": ["text"], "yields": ["text"]},
    "meeting": {"people": ["text"], "goals": ["text"]},
    "note": {"by": ["text"], "goals": ["text"]},
    "pulse": {"answers": {"*": ["int"]}},
}
TASK_KINDS = ("goal", "meeting", "pulse")


# ---------------------------------------------------------------- Git

class Git:
    def __init__(self, directory):
        self.directory = directory
        self.environment = dict(os.environ, GIT_NO_REPLACE_OBJECTS="1", LC_ALL="C")
        self.batch = subprocess.Popen(
            ["git", "-C", directory, "cat-file", "--batch"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            env=self.environment)
        self.trees = {}
        self.snapshots = {}
        self.blobs = {}

    def run(self, *words):
        return subprocess.run(["git", "-C", self.directory, *words], check=True, stdout=subprocess.PIPE, env=self.environment).stdout

    def object(self, name):
        self.batch.stdin.write(name.encode() + b"\n")
        self.batch.stdin.flush()
        header = self.batch.stdout.readline().split()
        if header[-1] == b"missing":
            raise KeyError(name)
        content = self.batch.stdout.read(int(header[2]))
        self.batch.stdout.read(1)
        return content

    def commits(self):
        """{id: (tree, parents that are here, whether some are not, author, committer)}, in the order of `git rev-list`."""
        shallow = set()
        path = self.run("rev-parse", "--git-path", "shallow").decode().strip()
        if os.path.exists(os.path.join(self.directory, path)):
            with open(os.path.join(self.directory, path)) as file:
                shallow = set(file.read().split())
        found = {}
        for name in self.run("rev-list", "--topo-order", "HEAD").decode().split():
            tree, parents, author, committer = None, [], b"", b""
            for line in self.object(name).split(b"\n\n", 1)[0].split(b"\n"):
                word, _, rest = line.partition(b" ")
                if word == b"tree":
                    tree = rest.decode()
                elif word == b"parent":
                    parents.append(rest.decode())
                elif word == b"author" and not author:
                    author = rest
                elif word == b"committer" and not committer:
                    committer = rest
            is_cut = name in shallow and bool(parents)
            found[name] = (tree, [] if name in shallow else parents, is_cut, author, committer)
        return found

    def tree(self, name):
        if name not in self.trees:
            raw, entries = self.object(name), []
            while raw:
                head, raw = raw.split(b"\0", 1)
                mode, path = head.split(b" ", 1)
                entries.append((path, mode.decode(), raw[:20].hex()))
                raw = raw[20:]
            self.trees[name] = entries
        return self.trees[name]

    def subtree(self, root, path):
        for part in path.split(b"/"):
            root = next((name for entry, mode, name in self.tree(root) if entry == part and mode == "40000"), None)
            if root is None:
                return None
        return root

    def files(self, tree):
        """{path: (mode, blob)} of all below a tree."""
        if tree is None:
            return {}
        if tree not in self.snapshots:
            files = {}
            for path, mode, name in self.tree(tree):
                if mode == "40000":
                    for below, entry in self.files(name).items():
                        files[path + b"/" + below] = entry
                else:
                    files[path] = (mode, name)
            self.snapshots[tree] = files
        return self.snapshots[tree]

    def place(self, root, wanted):
        """Where a tree lies within another, the shortest path first."""
        queue = collections.deque([(b"", root)])
        while queue:
            path, tree = queue.popleft()
            for entry, mode, name in self.tree(tree):
                if mode == "40000":
                    here = path + b"/" + entry if path else entry
                    if name == wanted:
                        return here
                    queue.append((here, name))
        return None

    def blob(self, name):
        if name not in self.blobs:
            self.blobs[name] = self.object(name)
        return self.blobs[name]


def signature(line):
    found = re.match(rb"([^<]*)<([^>]*)>(.*)", line, re.S)
    if not found:
        return line.decode("utf-8", "replace").strip(" "), "", 0
    name, email, rest = found.groups()
    words = rest.split()
    time = int(words[0]) if words and re.fullmatch(rb"\d{1,12}", words[0]) else 0
    if time > 253402300799:
        time = 0
    return name.decode("utf-8", "replace").strip(" "), email.decode("utf-8", "replace").strip(" "), time


# ---------------------------------------------------------------- Records

def place_of(path):
    """(kind, id) of a path relative to the workspace; None for what is no record."""
    text = path.decode("utf-8", "replace")
    if text == "teamwork.md":
        return "charter", "teamwork"
    parts = text.split("/")
    if parts[0] not in FOLDERS or any(part.startswith(".") for part in parts[:-1]):
        return None
    if len(parts) < 2 or not parts[-1].endswith(".md") or parts[-1] == "README.md":
        return None
    kind, name = FOLDERS[parts[0]], parts[-1][:-3]
    if kind != "status":
        return kind, name
    return kind, "/".join(parts[1:-1] + [name])


class Refused(Exception):
    pass


def front_matter(text):
    """Mapping, or `Refused`: duplicates keep the first value; aliases, anchors, tags and a second document are refused."""
    events = yaml.parse(text, Loader=yaml.BaseLoader)

    def node(event, depth):
        if isinstance(event, yaml.AliasEvent) or event.anchor or getattr(event, "tag", None):
            raise Refused()
        if isinstance(event, yaml.ScalarEvent):
            return event.value
        if depth > 32:
            raise Refused()
        if isinstance(event, yaml.SequenceStartEvent):
            items = []
            for event in events:
                if isinstance(event, yaml.SequenceEndEvent):
                    return items
                items.append(node(event, depth + 1))
        members = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                return members
            key = node(event, depth + 1)
            if not isinstance(key, str) or key == "" or key == "<<" and event.style is None:
                raise Refused()
            value = node(next(events), depth + 1)
            members.setdefault(key, value)

    try:
        next(events)
        event = next(events)
        if isinstance(event, yaml.StreamEndEvent):
            return {}
        if event.explicit:
            raise Refused()
        root = node(next(events), 1)
        next(events)
        if not isinstance(next(events), yaml.StreamEndEvent):
            raise Refused()
    except yaml.YAMLError:
        raise Refused()
    if root == "":
        return {}
    if not isinstance(root, dict):
        raise Refused()
    return root


def typed(value, kind):
    """What a field says, by its declared type; None where it is empty."""
    if value in ("", [], {}):
        return None
    if isinstance(kind, list) and not isinstance(value, list):
        value = [value]
    if isinstance(value, list):
        inner = kind[0] if isinstance(kind, list) else "text"
        return [typed(item, inner) if item not in ("", [], {}) else "" for item in value]
    if isinstance(value, dict):
        inner = kind if isinstance(kind, dict) else {}
        return {key: typed(item, inner.get(key, inner.get("*", "text"))) for key, item in value.items()}
    if kind == "int" and re.fullmatch(r"-?[0-9]+", value) and abs(int(value)) < 2**63:
        return int(value)
    if kind == "number" and re.fullmatch(r"[-+]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?", value):
        return float(value)
    return value


ATTRIBUTE = re.compile(r"(due|done|needs|role|effort):\S+")
ITEM = re.compile(r"^(\s*)(?:[-*+]|[0-9]{1,9}[.)])\s+\[([ xX-])\](?:\s+(.*))?$")
STATES = {" ": "open", "x": "done", "X": "done", "-": "dropped"}


def tasks_of(body, teams):
    """(anchor, text, state) of every task, in order, and beside it what else its line says."""
    found, fence, comment = [], None, False
    for line in body.split("\n"):
        line = line.rstrip("\r")
        mark = re.match(r"\s*(```+|~~~+)", line)
        if fence:
            if mark and mark.group(1).startswith(fence):
                fence = None
            continue
        if mark:
            fence = mark.group(1)[:3]
            continue
        if comment:
            comment = "-->" not in line
            continue
        if line.lstrip().startswith("<!--"):
            comment = "-->" not in line
            continue
        item = ITEM.match(line)
        if not item or not (item.group(3) or "").strip():
            continue
        words = item.group(3).split()
        # When it was done is told by its state.
        rest = tuple(sorted({word for word in words if ATTRIBUTE.fullmatch(word) and not word.startswith("done:") or word.startswith("@")}))
        anchor = None
        if words and re.fullmatch(r"\^\S+", words[-1]):
            anchor = words.pop()[1:]
        words = [word for word in words if not ATTRIBUTE.fullmatch(word)]
        text = " ".join(words)
        def mention(match):
            return match.group(0) if match.group(1) in teams else ""
        text = re.sub(r"(?<![\w@/.])@([\w](?:[\w.-]*\w)?)", mention, text)
        found.append(((anchor, " ".join(text.split()), STATES[item.group(2)]), rest))
    return found


class Version:
    """A file as a commit has it."""

    def __init__(self, git, place, entry, teams, limits):
        mode, name = entry
        # Who may run a file is nobody's concern.
        self.content = mode.startswith("100"), name
        self.kind, self.id = place
        self.bytes = git.blob(name) if mode in ("100644", "100755", "100664") else None
        self.fields, self.tasks, self.attributes, self.is_readable = {}, None, [], False
        if self.bytes is None or len(self.bytes) > limits["file-size"] or b"\0" in self.bytes:
            return
        try:
            text = self.bytes.decode("utf-8")
        except UnicodeDecodeError:
            return
        text = text.removeprefix("\ufeff")
        lines = text.split("\n")
        body = text

        def is_fence(number):
            # CR LF ends a line, CR alone at the end of the file does not.
            ending = "\r?" if number + 1 < len(lines) else ""
            return re.fullmatch(r"---[ \t]*" + ending, lines[number])
        self.is_readable = True
        if is_fence(0):
            end = next((number for number in range(1, len(lines)) if is_fence(number)), None)
            if end is None:
                self.is_readable = False
                return
            body = "\n".join(lines[end + 1:])
            matter = "\n".join(lines[1:end]) + "\n" if end > 1 else ""
            try:
                if len(matter.encode()) > limits["front-matter-size"]:
                    raise Refused()
                types = dict(TYPES[self.kind], tags=["text"])
                for key, value in front_matter(matter).items():
                    value = typed(value, types.get(key, "text"))
                    if value is not None:
                        self.fields[key] = value
            except Refused:
                self.is_readable = False
        lines = tasks_of(body, teams) if self.kind in TASK_KINDS else []
        self.tasks, self.attributes = [task for task, _ in lines], sorted(lines, key=str)


# ---------------------------------------------------------------- What commits did

class Expected:
    def __init__(self, git, folder):
        self.git, self.folder = git, folder
        self.commits = git.commits()
        self.trees, self.folders = {}, {}
        self.follow()
        self.limits = {"file-size": 1048576, "front-matter-size": 65536}
        ever = {"person": set(), "team": set()}
        for tree in set(self.trees.values()) - {None}:
            for path in git.files(tree):
                kind, name = place_of(path) or (None, None)
                if kind in ever:
                    ever[kind].add(name)
        # What is both is a person first.
        self.teams = ever["team"] - ever["person"]
        self.versions = {}
        self.records, self.same, self.ever, self.numbers = {}, {}, {}, {}
        for name in reversed(self.commits):
            self.follow_records(name)
        head = next(iter(self.commits))
        self.people = {}
        latest = git.files(self.trees[head])
        if b"teamwork.md" in latest:
            charter = self.version(b"teamwork.md", latest[b"teamwork.md"])
            limits = charter.fields.get("limits")
            if isinstance(limits, dict):
                self.limits.update({key: value for key, value in limits.items() if isinstance(value, int)})
            self.versions = {}
        for path in sorted(latest):
            place = place_of(path)
            if place and place[0] == "person":
                for email in self.version(path, latest[path]).fields.get("emails", []):
                    self.people.setdefault(email.lower(), place[1])

    def follow(self):
        """The workspace's tree in every commit, also where the folder lay elsewhere before."""
        folder = self.folder.encode()
        order = list(self.commits)
        for name in order:
            self.trees[name] = self.git.subtree(self.commits[name][0], folder)
            self.folders[name] = folder
        # Newest first, each move looked for below the one before.
        start = 0
        for _ in range(16):
            for number in range(start, len(order)):
                name = order[number]
                tree, parents = self.trees[name], self.commits[name][1]
                if tree is None or not parents or any(self.trees[parent] for parent in parents):
                    continue
                places = [self.git.place(self.commits[parent][0], tree) for parent in parents]
                place = next((p for p in places if p and self.git.subtree(self.commits[name][0], p) is None), None)
                if place:
                    break
            else:
                return
            start = number + 1
            reached = set(parents)
            for older in order[start:]:
                if older in reached:
                    reached.update(self.commits[older][1])
                    if self.trees[older] is None:
                        self.trees[older] = self.git.subtree(self.commits[older][0], place)
                        self.folders[older] = place

    def version(self, path, entry):
        if entry is None or place_of(path) is None:
            return None
        key = (path, entry)
        if key not in self.versions:
            self.versions[key] = Version(self.git, place_of(path), entry, self.teams, self.limits)
        return self.versions[key]

    # Which record each file of a commit is: a number that goes from parent to child.

    def record(self, number):
        while number in self.same:
            number = self.same[number]
        return number

    def follow_records(self, name):
        _, parents, is_cut, _, _ = self.commits[name]
        new = self.git.files(self.trees[name])
        _, _, origin, renamed, _ = self.moves(name)
        before = [self.records[parent] for parent in parents]
        known = {}
        for path, entry in new.items():
            if not place_of(path):
                continue
            source = origin.get(path) or renamed.get(path) or path
            found = [self.record(numbers[source]) for numbers in before if source in numbers]
            # What was there once with the same bytes is that again.
            number = found[0] if found else self.ever.get((path, entry), ((name, path), None))[0]
            number = self.record(number)
            for other in found[1:]:
                other = self.record(other)
                if other == number:
                    continue
                # Both sides brought it, unless one of them had taken the other's away.
                is_own = all(self.git.files(self.trees[parent]).get(path) != entry for parent in parents)
                if is_own or not (self.was_removed(number, name) or self.was_removed(other, name)):
                    self.same[other] = number
            known[path] = number
            self.ever.setdefault((path, entry), (number, name))
        self.records[name] = known
        for path in known:
            for parent, numbers in zip(parents, before):
                if path in numbers:
                    continue
                other = self.other_name(name, parent, path)
                if other and self.record(numbers[other]) != self.record(known[path]) and any(path in n for n in before):
                    self.same[self.record(numbers[other])] = self.record(known[path])

    def ancestors(self, name):
        if not hasattr(self, "reached"):
            self.reached = {}
            for commit in reversed(self.commits):
                self.reached[commit] = {commit}.union(*(self.reached[parent] for parent in self.commits[commit][1]))
        return self.reached[name]

    def was_removed(self, number, name):
        """Whether a commit before this one took a record away."""
        return any(
            number in {self.record(n) for n in self.records[parent].values()} and commit in self.records
            and number not in {self.record(n) for n in self.records[commit].values()}
            for commit in self.ancestors(name) if commit != name for parent in self.commits[commit][1])

    def came_back(self, name, path):
        """Whether a record that a commit brings was there before it, is not any more, and is as it was somewhere."""
        if not self.numbers:
            self.numbers = {commit: {self.record(n) for n in known.values()} for commit, known in self.records.items()}
        number, entry = self.record(self.records[name][path]), self.git.files(self.trees[name])[path]
        if any(number in self.numbers[parent] for parent in self.commits[name][1]):
            return False
        return any(number in self.numbers[commit] for commit in self.ancestors(name) if commit != name) and any(
            self.git.files(self.trees[commit]).get(path) == entry and name not in self.ancestors(commit) for commit in self.commits)

    def other_name(self, name, parent, path, is_told=False):
        """What a parent calls a record that this merge has under another name: a record of its kind."""
        new, old = self.git.files(self.trees[name]), self.git.files(self.trees[parent])
        gone = sorted(p for p in old if p not in new and p in self.records[parent] and place_of(p)[0] == place_of(path)[0])
        number = self.record(self.records[name][path])
        same = [p for p in gone if self.record(self.records[parent][p]) == number]
        alike = [p for p in gone if old[p] == new[path]]
        # What it has as it is, the merge did not write.
        return ((alike or same if is_told else same or alike) or [None])[0]

    def moves(self, name):
        """(its tree and its parents', what no parent has, {path: path before} of what was moved, of what was renamed, what went so)"""
        _, parents, _, _, _ = self.commits[name]
        new = self.git.files(self.trees[name])
        olds = [self.git.files(self.trees[parent]) for parent in parents] or [{}]
        paths = {path for files in olds + [new] for path in files if place_of(path)}
        own = sorted(path for path in paths if all(files.get(path) != new.get(path) for files in olds))
        went = {}
        came = {}
        for path in own:
            if path not in new and all(path in files for files in olds):
                went.setdefault(place_of(path), []).append(path)
            if path in new and not any(path in files for files in olds):
                came.setdefault(place_of(path), []).append(path)
        # A file that only lies elsewhere now is the same record.
        origin = {came[place][0]: went[place][0] for place in came if len(came[place]) == 1 and len(went.get(place, [])) == 1}
        moved = set(origin.values())
        looks = {}
        for side, group in ((0, went), (1, came)):
            for place, found in group.items():
                for path in found:
                    mode, blob = (olds[0] if side == 0 else new)[path]
                    if path not in origin and path not in moved and mode.startswith("100"):
                        looks.setdefault((place[0], blob), ([], []))[side].append(path)
        renamed = {b[0]: a[0] for a, b in looks.values() if len(a) == 1 and len(b) == 1}
        return (new, olds), own, origin, renamed, moved | set(renamed.values())

    def events(self, name):
        """[(what is compared, before, after, parents)]: the last three for the tasks."""
        _, parents, is_cut, _, _ = self.commits[name]
        if is_cut:
            return []
        (new, olds), own, origin, renamed, gone = self.moves(name)
        told = []
        for path in own:
            if path in gone:
                continue
            after = self.version(path, new.get(path))
            if path in renamed:
                old, now = place_of(renamed[path]), place_of(path)
                told.append((self.event(name, path, now, "renamed", after.is_readable, old[1], now[1]), None))
                continue
            befores = []
            for number, files in enumerate(olds):
                source = origin.get(path, path)
                if source not in files and path in new and any(source in other for other in olds):
                    source = self.other_name(name, parents[number], path, is_told=True) or source
                befores.append(self.version(source, files.get(source)))
            told += self.changes(name, path, befores, after)
        return told

    def event(self, name, path, place, change, is_readable, old=None, new=None, field=None):
        where = (self.folders[name] + b"/" + path).decode("utf-8", "replace")
        return {
            "commit": name, "path": where, "record": {"kind": place[0], "id": place[1]}, "change": change, "field": field,
            "from": old, "to": new, "unreadable": not is_readable,
        }

    def changes(self, name, path, befores, after):
        place = place_of(path)
        there = [version for version in befores if version]
        if not there:
            return [(self.event(name, path, place, "created", after.is_readable), ([], [], after.tasks or []))]
        if not after:
            return [(self.event(name, path, place, "removed", there[0].is_readable), ([], [], there[0].tasks or []))]
        base, others = there[0], there[1:]
        is_readable = base.is_readable and after.is_readable
        events = []
        if is_readable:
            for field in list(after.fields) + [field for field in base.fields if field not in after.fields]:
                old, now = base.fields.get(field), after.fields.get(field)
                if old != now:
                    events.append(self.event(name, path, place, "field", True, old, now, field))
        differs = bool(events) or (base.tasks is not None and after.tasks is not None and base.attributes != after.attributes)
        kept = [
            event for event in events
            if not any(other.is_readable and other.fields.get(event["field"]) == event["to"] for other in others)
        ]
        told = [(event, None) for event in kept]
        tasks = None
        if base.tasks is not None and after.tasks is not None:
            tasks = (base.tasks, [other.tasks for other in others], after.tasks)
        if any(version.content == after.content for version in there):
            return told
        told.append((self.event(name, path, place, "other", is_readable), (tasks, differs)))
        return told


# ---------------------------------------------------------------- Comparing

def plain(task):
    return task["anchor"], task["text"], task["state"]


class Comparison:
    def __init__(self, expected, log):
        self.expected, self.log = expected, log
        self.faults, self.counts = [], collections.Counter()

    def fault(self, *words):
        self.faults.append(" ".join(str(word) for word in words))

    def run(self):
        told = {}
        order = []
        for event in self.log["events"]:
            if event["commit"] not in told:
                order.append(event["commit"])
            elif order[-1] != event["commit"]:
                self.fault("the events of", event["commit"], "are not together")
            told.setdefault(event["commit"], []).append(event)
        self.check_order(order)
        for name in self.expected.commits:
            self.check_commit(name, told.pop(name, []))
        for name in told:
            self.fault("no such commit", name)

    def check_order(self, order):
        number = {name: place for place, name in enumerate(order)}
        reached = {}
        # The newest told descendant of each commit must come before it.
        for name in self.expected.commits:
            last = max(reached.get(name, -1), number.get(name, -1))
            if name in number and number[name] < last:
                self.fault(name, "comes before one of its descendants")
            for parent in self.expected.commits[name][1]:
                reached[parent] = max(reached.get(parent, -1), last)

    def check_commit(self, name, events):
        _, _, _, author, committer = self.expected.commits[name]
        author_name, email, _ = signature(author)
        time = datetime.datetime.fromtimestamp(signature(committer)[2], datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
        if time[0] != "1" and time[0] != "2":
            time = time.rjust(20, "0")
        person = self.expected.people.get(email.lower())
        for event in events:
            wanted = {"name": author_name, "email": email, "person": person}
            if event["author"] != wanted or event["time"] != time:
                self.fault(name, "is by", wanted, time, "and said to be by", event["author"], event["time"])
                break
        if [event["path"].encode() for event in events] != sorted(event["path"].encode() for event in events):
            self.fault(name, "is not told in the order of its paths")
        for event in events:
            self.check_marks(name, event)
        groups = {}
        for event in events:
            groups.setdefault(event["path"], []).append(event)
        wanted = {}
        for event, more in self.expected.events(name):
            wanted.setdefault(event["path"], []).append((event, more))
        for path in sorted(set(groups) | set(wanted)):
            self.check_record(name, path, groups.get(path, []), wanted.get(path, []))

    def check_marks(self, name, event):
        """That a record came back, and that another branch had done the same before."""
        if event["change"] == "created":
            path = event["path"].encode()[len(self.expected.folders[name]) + 1:]
            if bool(event.get("restored")) != self.expected.came_back(name, path):
                self.fault(name[:10], event["path"], "is said to have" if event.get("restored") else "is not said to have", "come back")
        if "repeats" not in event:
            return
        self.counts["repeats"] += 1
        other = event["repeats"]
        if other in self.expected.ancestors(name) or name in self.expected.ancestors(other):
            self.fault(name[:10], event["path"], "repeats what is on the same branch,", other[:10])
        def key(event):
            return json.dumps([event[part] for part in ("change", "field", "from", "to")], sort_keys=True)
        if not any(one["commit"] == other and key(one) == key(event) for one in self.log["events"] if one["record"]["kind"] == event["record"]["kind"]):
            self.fault(name[:10], event["path"], "repeats what", other[:10], "did not do")

    def check_record(self, name, path, told, wanted):
        place = f"{name[:10]} {path}:"
        simple = [e for e in told if e["change"] in ("created", "removed", "renamed", "field")]
        rest = [e for e in told if e not in simple]

        def key(event):
            return json.dumps([event[part] for part in ("record", "change", "field", "from", "to")] + [bool(event.get("unreadable"))], sort_keys=True)
        found = collections.Counter(key(event) for event in simple)
        hoped = collections.Counter(key(event) for event, _ in wanted if event["change"] != "other")
        # `1` and `1.0` are one number.
        if collections.Counter(re.sub(r"(\d)\.0\b", r"\1", k) for k in hoped.elements()) != found:
            for line in (hoped - found).elements():
                self.fault(place, "not told:", line)
            for line in (found - hoped).elements():
                self.fault(place, "told and not so:", line)
        for event, more in wanted:
            self.counts[event["change"]] += event["change"] != "other"
            if event["change"] in ("created", "removed"):
                own = next((e for e in simple if e["change"] == event["change"]), None)
                if own and [plain(task) for task in own["tasks"]] != more[2]:
                    self.fault(place, "came or went with", more[2], "and not", [plain(task) for task in own["tasks"]])
                self.counts["tasks"] += len(more[2])
        other = next(((event, more) for event, more in wanted if event["change"] == "other"), None)
        if other is None:
            for event in rest:
                self.fault(place, "told and nothing happened:", event["change"])
            return
        event, (tasks, differs) = other
        for one in rest:
            if bool(one.get("unreadable")) != event["unreadable"]:
                self.fault(place, "is said to be", "unreadable" if one.get("unreadable") else "readable")
        texts = [e for e in rest if e["change"] == "text"]
        rest = [e for e in rest if e["change"] != "text"]
        if bool(texts) != (not differs) or len(texts) > 1:
            self.fault(place, f"{len(texts)} text events, of other kinds", [e["change"] for e in told])
        self.counts["text"] += len(texts)
        if tasks is None:
            if rest:
                self.fault(place, "tasks are told of what cannot be read:", [e["change"] for e in rest])
            return
        self.check_tasks(place, rest, *tasks)

    def check_tasks(self, place, told, before, others, after):
        """The events, applied to the tasks before, make the tasks after."""
        self.counts["tasks"] += len(told)
        if others:
            # Of a merge only what no parent has is told: each must be new to all parents.
            anchors = [collections.Counter(task[0] for task in tasks) for tasks in [before, after] + others if tasks is not None]
            unclear = {anchor for count in anchors for anchor, number in count.items() if anchor and number > 1}
            for event in told:
                task = plain(event["task"])
                # Of several tasks with one anchor nobody can say which is which.
                if task[0] in unclear:
                    continue
                for other in others:
                    if event["change"] in ("task-done", "task-reopened", "task-dropped", "task-added") and other is not None and task in other:
                        self.fault(place, event["change"], task, "is another parent's")
            new = collections.Counter(after)
            for tasks in [before] + [other for other in others if other is not None]:
                new -= collections.Counter(tasks)
            explained = collections.Counter(plain(e["task"]) for e in told if e["change"] != "task-removed")
            for task in new:
                if task not in explained and task[0] not in unclear:
                    self.fault(place, "the merge's own task is not told:", task)
            return
        now = collections.Counter(before)
        wanted = collections.Counter(after)
        moved = {}
        for event in told:
            if event["change"] == "task-changed":
                old, new = plain(event["from"]), plain(event["to"])
                moved[new] = moved.get(new, 0) + 1
                now[old] -= 1
                now[new] += 1
        for event in told:
            task = plain(event["task"])
            if event["change"] == "task-added":
                now[task] += 1
            elif event["change"] == "task-removed":
                now[task] -= 1
            elif event["change"] != "task-changed":
                if task[2] != {"task-done": "done", "task-reopened": "open", "task-dropped": "dropped"}[event["change"]]:
                    self.fault(place, event["change"], "and the task is", task[2])
                if moved.get(task, 0) > 0:
                    moved[task] -= 1
                    continue
                earlier = [(task[0], task[1], state) for state in ("open", "done", "dropped") if state != task[2]]
                old = next((one for one in earlier if now[one] > wanted[one]), earlier[0])
                now[old] -= 1
                now[task] += 1
        now = collections.Counter({task: count for task, count in now.items() if count})
        if now != wanted:
            self.fault(place, "tasks come to", sorted(map(str, (now - wanted).elements())), "in place of", sorted(map(str, (wanted - now).elements())))


def main():
    repository, log = sys.argv[1:3]
    folder = sys.argv[3] if len(sys.argv) > 3 else ".teamwork"
    with open(log, encoding="utf-8") as file:
        comparison = Comparison(Expected(Git(repository), folder), json.load(file))
    comparison.run()
    for fault in comparison.faults[:200]:
        print(fault)
    counts = comparison.counts
    print("compared " + ", ".join(f"{counts[name]} {name}" for name in ("created", "removed", "renamed", "field", "text", "tasks", "repeats")))
    return 1 if comparison.faults else 0


if __name__ == "__main__":
    sys.exit(main())
