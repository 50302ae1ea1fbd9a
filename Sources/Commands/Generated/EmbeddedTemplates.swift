// Made from `templates/` by `TW_RECORD=1 swift test --filter Generated`: change those, not this.

/// The templates that `tw` brings along, by their path under `templates/`.
enum EmbeddedTemplates {
  static let files: [(path: String, text: String)] = [
    ("charter.md", ##"""
---
name: {{name}}
vision: {{vision}}
format: 1
mode: {{mode}}
cadence: weekly
timezone: UTC
# channels:
#   - name: Team chat
#     for: quick questions, and "I am stuck"
#     url: https://chat.example.org/team
---

## Who we are

{{Two sentences for someone who joins on Monday: what do we do, and for whom?}}

## How we work

- We report {{on which day, and who reads it?}}
- When we are stuck, we {{do what, and how soon?}}
- When we disagree, we {{decide how?}}

"""##),
    ("decision.md", ##"""
---
title: {{title}}
by: [{{me}}]
status: proposed           # proposed, accepted, rejected, superseded
date: {{today}}
# consulted: [person-id]
# goals: [goal-id]
# supersedes: decision-id
# yields: [{goal: goal-id, to: other-goal-id, why: "it needs the same two people"}]
---

**What:** {{What do we do from now on, in one sentence?}}

**Why:** {{What made it necessary now?}}

**What it costs, and whom:** {{Who loses time, money or something dear, and were they asked?}}

**Instead of:** {{What else was possible, and why not that?}}

**We look again** {{when, or if what happens?}}

"""##),
    ("feedback.md", ##"""
---
from: {{me}}
to:
date: {{today}}
kind: thanks               # praise, thanks, suggestion, concern
# about: goal-id
# reply-to: feedback-id
---

**What happened:** {{What did I see or hear? The facts, and when}}

**What it did:** {{What did it change for me, for the team, for the work?}}

**What could come next:** {{What to keep, or to try instead, and what can I do for it?}}

"""##),
    ("goal.md", ##"""
---
title: {{title}}
status: proposed
owners: [{{me}}]
why: "{{Why does this matter, and to whom?}}"
# parent: goal-id          # the goal it contributes to
# due: 2026-12-01
# mode: cooperate          # one owner, others help on request
# measures: [{name: Households, from: 40, target: 60, now: 40}]
---

**Done means** {{How will anyone be able to see that we are there?}}

**Who it takes:** {{Who shares the work, who must be asked, who is affected?}}

**Not part of it:** {{What will people expect that this will not bring?}}

## Tasks

- [ ] {{First step}} @{{me}}

"""##),
    ("init/collaborate/README.md", ##"""
# How we work, in files

Everything here is Markdown. Read it anywhere, change it with any editor, keep it in Git.

- `teamwork.md`: who we are, our vision, how we work
- `people/`, `teams/`, `roles/`: who is here, and who answers for what
- `goals/`: what we want to reach, why, and the tasks on the way
- `status/`: a week's folder with one short report from everyone
- `feedback/`, `requests/`, `decisions/`, `meetings/`, `notes/`, `pulse/`: the rest, made when first needed

The first day:

    tw new person "Ben Okafor" emails=ben@example.org    # whoever else is here
    tw new status                                        # your week, in five minutes
    tw validate                                          # what is unclear or does not fit together

"""##),
    ("init/collaborate/goals/working-together.md", ##"""
---
title: Everyone can say what we want, and what they do for it
status: proposed           # on-track, once a second owner has taken a task
owners: [{{me}}]
why: Work divides itself without overlap once everyone knows the aim and each other's part in it.
# due: 2026-12-01
---

**Done means** that each of us can name our goals and our own next step without looking them up.

**Who it takes:** {{Who should own this with you, and what would they like to take on?}}

## Tasks

- [ ] Write a page about each of us in `people/` @{{me}} ^people
- [ ] Agree on three goals and two owners for each @{{me}} needs:people ^goals
- [ ] Read the first week's reports together needs:goals ^first-reports

"""##),
    ("init/collaborate/people/_me_.md", ##"""
---
name: {{title}}
emails:
# capacity: 6              # open tasks that are a full load
# away: [{from: 2026-12-21, to: 2027-01-03}]
---

**When I work:** {{Which days and hours, and when is it better not to ask?}}

**What helps me:** {{How do I like to work, and to be told when something is wrong?}}

"""##),
    ("init/collaborate/roles/host.md", ##"""
---
title: Host
holders: [{{me}}]
responsibilities:
  - id: reports
    does: Reads the reports of the week and answers what people need
  - id: newcomers
    does: Shows newcomers where things are and whom to ask
---

Looks after how we work together, not after what everyone does. Pass it on every few months.

"""##),
    ("init/collaborate/teamwork.md", ##"""
---
name: {{name}}
vision: {{vision}}
format: 1
mode: collaborate
cadence: weekly
timezone: UTC
# channels:
#   - name: Team chat
#     for: quick questions, and "I am stuck"
#     url: https://chat.example.org/team
---

## Who we are

{{Two sentences for someone who joins on Monday: what do we do, and for whom?}}

## How we work

- What we do, we own together: a goal has two owners or more, and each has a task of their own in it.
- On Fridays everyone writes what is done, what comes next, and what is needed.
- Whoever is stuck says so the same day. That is not a weakness, it is a service.

"""##),
    ("init/cooperate/README.md", ##"""
# How we help each other, in files

Everything here is Markdown. Read it anywhere, change it with any editor, keep it in Git.

- `teamwork.md`: who we are, our vision, how we work
- `people/`, `teams/`, `roles/`: who is here, and who answers for what
- `goals/`: what each of us wants to reach, and why
- `requests/`: help that someone asks for, the answer, and the promised date
- `status/`: a week's folder with one short report from everyone
- `feedback/`, `decisions/`, `meetings/`, `notes/`, `pulse/`: the rest, made when first needed

The first day:

    tw new person "Ben Okafor" emails=ben@example.org    # whoever else is here
    tw new request "What you need" to=ben                # and why them, and by when
    tw validate                                          # what is unclear or does not fit together

"""##),
    ("init/cooperate/goals/helping-each-other.md", ##"""
---
title: Nobody waits longer than a week for an answer
status: on-track
owners: [{{me}}]
why: Help comes easily to those who know what is needed, why they are asked, and that a no is allowed.
# due: 2026-12-01
---

**Done means** that for a month every request had a date, a part of it or a no within seven days.

**Who is asked for help:** {{Whose time does this need, and what can they not take on?}}

## Tasks

- [ ] Write down what each person can be asked about @{{me}} ^who-knows-what
- [ ] Ask the first request, and thank for it @{{me}} needs:who-knows-what ^first-request

"""##),
    ("init/cooperate/people/_me_.md", ##"""
---
name: {{title}}
emails:
# capacity: 6              # open tasks that are a full load
# away: [{from: 2026-12-21, to: 2027-01-03}]
---

**When I work:** {{Which days and hours, and when is it better not to ask?}}

**What helps me:** {{How do I like to work, and to be told when something is wrong?}}

"""##),
    ("init/cooperate/requests/read-our-first-goal.md", ##"""
---
title: Read our first goal and say what is unclear
from: {{me}}
to: teams/helpers
status: open
goal: helping-each-other
asked: {{today}}
effort: small
---

**What:** ten minutes with [[helping-each-other]], and two sentences on what you did not understand.

**Why you:** who wrote it can not see what is missing.

**By when:** {{Which day is early enough to still change it?}}

A no is a good answer too, and so is a part of it.

"""##),
    ("init/cooperate/roles/host.md", ##"""
---
title: Host
holders: [{{me}}]
responsibilities:
  - id: answers
    does: Sees to it that every request gets an answer within a week
  - id: newcomers
    does: Shows newcomers where things are and whom to ask
---

Looks after the asking and helping, not after what everyone does. Pass it on every few months.

"""##),
    ("init/cooperate/teams/helpers.md", ##"""
---
name: Helpers
mandate: Everyone who can be asked, without a stake in what they help with.
---

Join by adding `members: [your-id]` above, and say in your own page in `people/` what to ask you about.

"""##),
    ("init/cooperate/teamwork.md", ##"""
---
name: {{name}}
vision: {{vision}}
format: 1
mode: cooperate
cadence: weekly
timezone: UTC
# channels:
#   - name: Team chat
#     for: quick questions, and "I am stuck"
#     url: https://chat.example.org/team
---

## Who we are

{{Two sentences for someone who joins on Monday: what do we do, and for whom?}}

## How we work

- A goal has one owner, who stays responsible. Others help when they are asked, within what they can promise.
- A request says what is needed, why you, and by when. The answer is a date, a part of it, or a friendly no.
- On Fridays everyone writes what is done, what comes next, and what is needed. Help is thanked for by name.

"""##),
    ("meeting.md", ##"""
---
title: {{title}}
kind: check-in             # kickoff, one-on-one, check-in, retrospective, planning, celebration, social
date: {{today}}
people: [{{me}}]
# goals: [goal-id]
---

<!-- Keep the questions of your kind of meeting, delete the others. -->

**Check-in, planning:** {{What has changed? What does each of us need, and from whom?}}

**Kick-off:** {{What is the goal in everyone's own words? Who does what, where do we talk, when do we meet again?}}

**One-on-one**

- Plans: {{What do you want to get done, or learn?}}
- Questions: {{What is unclear, or worries you?}}
- Ideas: {{What would you do differently?}}
- Requests: {{What do we need from each other?}}

**Retrospective**

- Keep: {{What went well, and thanks to whom?}}
- Change: {{What was hard, for whom?}}
- Try: {{What is the one thing to try until next time?}}

## Actions

- [ ] {{Action}} @{{me}}

"""##),
    ("note.md", ##"""
---
title: {{title}}
kind: idea                 # idea, practice, challenge, risk
by: [{{me}}]
date: {{today}}
status: open               # open, adopted, mitigated, parked, closed
owner: {{me}}
# goals: [goal-id]
---

**What I saw:** {{What happened, or what could happen?}}

**What it means:** {{Who gains or suffers by it, and how much?}}

**What I would do:** {{What is the smallest step, and who could take it?}}

**What became of it:** nothing yet.

"""##),
    ("person.md", ##"""
---
name: {{title}}
emails:
# teams: [team-id]
# manager: person-id
# capacity: 6              # open tasks that are a full load
# cadence: biweekly        # how often I report, when not as the rest
# away: [{from: 2026-12-21, to: 2027-01-03}]
---

**When I work:** {{Which days and hours, and when is it better not to ask?}}

**How to reach me:** {{Call, chat or mail, and how soon do I answer?}}

**What helps me:** {{How do I like to work, and to be told when something is wrong?}}

**Ask me about** {{What do I know that others may need?}}

"""##),
    ("pulse.md", ##"""
---
title: {{title}}
date: {{today}}
# team: team-id
answers:                   # counts only: how many people chose 1, 2, 3, 4, 5 (from "not at all" to "fully")
  I know what we want to reach, and why: [1, 1, 1, 1, 1]
  I can say what I think without fear: [1, 1, 1, 1, 1]
  I get help when I ask for it: [1, 1, 1, 1, 1]
  My load is one that I can carry for long: [1, 1, 1, 1, 1]
---

{{Put your own counts above, five answers or more to each question; leave out a question that has fewer}}

**Asked:** {{How many were asked, how many answered, how was it kept anonymous?}}

**What we hear in it:** {{What is better or worse than last time?}}

**What we do about it:** {{What one thing, who, by when?}}

"""##),
    ("request.md", ##"""
---
title: {{title}}
from: {{me}}
to:
status: open
asked: {{today}}
# needed-by: 2026-12-01
# goal: goal-id
# effort: small            # small, medium, large: what I guess it takes
---

**What:** {{What is needed, and what would be enough?}}

**Why you:** {{What do you know or have that I lack?}}

**By when:** {{When is it needed, and what happens if it comes later?}}

A no is a good answer too, and so is a part of it.

"""##),
    ("role.md", ##"""
---
title: {{title}}
holders: [{{me}}]
# team: team-id
responsibilities:          # one line each, and each in one role only
  - "{{What does this role decide or do, that no other does?}}"
# - {id: on-call, does: Answers the phone at weekends}
---

**Why we have it:** {{What went wrong, or would go wrong, without it?}}

**Decides alone:** {{What needs nobody's leave?}}

**Asks first:** {{What is decided together, and with whom?}}

**Stands in:** {{Who, when the holder is away?}}

"""##),
    ("status.md", ##"""
---
# goals: [goal-id]
# mood: 4                  # 1 to 5; shown only for five people or more together
---

## Done

- {{What is different since the last report? Link it, like a goal's id in double square brackets}}

## Next

- {{What is the one thing to finish by the next report?}}

## Blocked

- {{What stands still, since when, and who could move it? Else delete this}}

## Needs

- {{What would make next week easier, and from whom? Else delete this}}

## Wins

- {{What went well, yours or somebody else's?}}

"""##),
    ("summary.css", ##"""
:root {
  color-scheme: light dark;
  --paper: #fdfcf9; --ink: #1d1b18; --ink2: #55504a; --ink3: #6b665e; --rule: #dcd7cd; --accent: #ad3a12;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, P052, Charter, Cambria, Georgia, serif;
}
@media (prefers-color-scheme: dark) {
  :root { --paper: #161513; --ink: #ece8e1; --ink2: #bcb6ab; --ink3: #a09a8f; --rule: #393631; --accent: #ff9068; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.55 system-ui, sans-serif; font-variant-numeric: tabular-nums; }
main { max-width: 46rem; margin: 0 auto; padding: 3rem 1.25rem 4rem; overflow-wrap: anywhere; }
h1 { font: 400 2.125rem/1.2 var(--serif); margin: 0 0 1.5rem; letter-spacing: -.01em; }
h1 + p { font: 1.25rem/1.45 var(--serif); margin: 0 0 1rem; }
h1 + p strong { font-weight: 600; }
section { border-top: 1px solid var(--ink); margin-top: 3rem; padding-top: .75rem; }
h2 { font: 400 1.5rem/1.25 var(--serif); margin: 0 0 1rem; }
h3 { font-size: 1rem; font-weight: 400; color: var(--ink2); margin: 1.75rem 0 .25rem; }
h3 strong { color: var(--ink); font-weight: 600; }
p { margin: .5rem 0; }
ul { margin: .5rem 0; padding-left: 1.25rem; }
li { margin: .4rem 0; }
li::marker { color: var(--ink3); }
ul ul { padding-left: 1.125rem; }
a { color: inherit; text-decoration-color: var(--ink3); text-underline-offset: .15em; }
a:hover, a:focus-visible { text-decoration-color: currentColor; }
small { font-size: .875rem; color: var(--ink2); }
code { font: .875em ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
.state { white-space: nowrap; }
.state::before { content: ""; display: inline-block; width: .55em; height: .55em; margin-right: .35em; border-radius: 50%; background: var(--ink3); }
.state.good::before { background: var(--ink2); }
.state.plain::before { background: none; border: 1px dashed var(--ink3); }
.state.attention, .state.bad { color: var(--accent); }
.state.attention::before, .state.bad::before { border-radius: 0; width: 0; height: 0; background: none; border: .33em solid transparent; border-top: 0; border-bottom: .6em solid var(--accent); }
.state.bad { font-weight: 600; }
footer { border-top: 1px solid var(--rule); margin-top: 3rem; font-size: .8125rem; color: var(--ink3); }
@media print {
  :root { --paper: #fff; --ink: #000; --ink2: #444; --ink3: #555; --rule: #ccc; --accent: #9c3410; }
  body { font-size: 11pt; }
  main { max-width: none; padding: 0; }
  h2, h3 { break-after: avoid; }
  li { break-inside: avoid; }
}

"""##),
    ("summary.html", ##"""
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="generator" content="tw">
<title>{{title}}</title>
<style>
{{style}}</style>
</head>
<body>
<main>
{{body}}</main>
</body>
</html>

"""##),
    ("team.md", ##"""
---
name: {{title}}
mandate: "{{What is this team there for, and for whom?}}"
members: [{{me}}]
# lead: {{me}}
# mode: cooperate
# parent: team-id
---

**Come to us for** {{What can others count on?}}

**Not for** {{What do people ask us for that belongs elsewhere, and where?}}

**How we decide:** {{Who decides what, and who is heard before?}}

"""##),
  ]
}
