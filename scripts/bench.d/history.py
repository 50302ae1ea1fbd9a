"""Writes the history of a workspace as a stream for `git fast-import`.

    python3 history.py RECORDS COMMITS | git fast-import

One commit of twenty touches `.teamwork/`, the others files under `src/`. The last tree has exactly the records of
`workspace.py`; each goal and request was there before in an earlier version.
"""

import random
import sys

import workspace

START = 1_640_995_200


def earlier(path, text):
    """What a record said before: dates and priority moved, tasks not ticked yet."""
    if path.startswith("goals/"):
        return text.replace("- [x]", "- [ ]").replace("priority: high", "priority: low").replace("status: done", "status: on-track")
    return text.replace("status: done", "status: open")


def teamwork_commits(count, commits):
    """For each of the commits, the files it writes."""
    files = [(".teamwork/" + path, text) for path, text in workspace.records(count)]
    steps = []
    for path, text in files:
        before = earlier(path[len(".teamwork/"):], text)
        if before != text:
            steps.append((path, before))
    early = {path for path, _ in steps}
    plain = [(path, text) for path, text in files if path not in early]
    final = [(path, text) for path, text in files if path in early]
    steps = plain[: len(plain) // 2] + steps + plain[len(plain) // 2:] + final
    for number in range(commits):
        yield steps[len(steps) * number // commits: len(steps) * (number + 1) // commits]


def main():
    count, commits = int(sys.argv[1]), int(sys.argv[2])
    people = workspace.Maker(count).people
    touching = max(1, commits // 20)
    records = teamwork_commits(count, touching)
    draw = random.Random(7).random
    out = sys.stdout.buffer
    for number in range(commits):
        if number * touching // commits != (number - 1) * touching // commits:
            files = next(records)
        else:
            module, file = int(draw() * 40), int(draw() * 50)
            files = [(f"src/module-{module}/file-{file}.c", f"int value = {number};\n" * 20)]
        name = people[int(draw() * len(people))]
        who = f"{name} <{name}@example.org> {START + number * 7_000} +0100"
        message = f"Step {number}\n".encode()
        parts = [f"commit refs/heads/main\ncommitter {who}\ndata {len(message)}\n".encode(), message]
        for path, text in files:
            data = text.encode()
            parts.append(f"M 100644 inline {path}\ndata {len(data)}\n".encode() + data + b"\n")
        out.write(b"".join(parts))
    out.write(b"done\n")


if __name__ == "__main__":
    main()
