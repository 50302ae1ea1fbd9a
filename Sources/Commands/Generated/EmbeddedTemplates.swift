// Made from `templates/` by `TW_RECORD=1 swift test --filter Generated`: change those, not this.
// swift-format-ignore-file

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
timezone: {{timezone}}
# web: https://git.example.org/team   # where the repository is shown
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
# review: 2026-12-01       # when it is looked at again
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
timezone: {{timezone}}
# web: https://git.example.org/team   # where the repository is shown
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
    tw ask ben "What you need" --by 2026-12-01           # and why them, in the file
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
timezone: {{timezone}}
# web: https://git.example.org/team   # where the repository is shown
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
# review: 2026-12-01       # when it is looked at again
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
# asked: 8
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
    ("report-drawings.css", ##"""
/* What the pictures need beyond report.css: the shapes of marks, bands, rows on a time line, trees, burn-ups, stories. */
svg.defs{position:absolute;width:0;height:0;overflow:hidden}
.lp{stroke:var(--paper);fill:none}
svg .g{vector-effect:non-scaling-stroke}
.lr.g,.rail{shape-rendering:crispEdges}
line.loose{stroke-dasharray:2 3}
.idea{stroke-width:1.5;stroke-dasharray:1.5 3}
.risk{fill:url(#hx);stroke:var(--accent);stroke-width:1}
.today{stroke-dasharray:2 2}
svg.k.wide{width:26px;height:14px;vertical-align:-2px;overflow:visible}
.q{color:var(--ink2)}

/* Rows on a time line. The lines of the grid lie behind all of them, and go on between them. */
.strips .rows,.dates{position:relative;isolation:isolate;--gap:14px}
.strips .row,.dates .row{column-gap:var(--gap)}
.strips .grid,.dates .grid{position:absolute;z-index:-1;inset:18px calc(var(--val,0px) + var(--after,0px)) 0 calc(var(--lab,240px) + var(--gap))}
.grid i{position:absolute;top:0;bottom:0;border-left:1px solid var(--rule)}
.grid i.now{border-left:1px dashed var(--ink)}
.strips h4{margin:0 0 2px}
.strips h4 span{font-weight:400;color:var(--ink2)}
.strips .block{break-inside:avoid;padding-bottom:20px}
.strips .rows{--lab:300px;--val:40px;--after:var(--gap)}
.strips .row{border-top:1px solid var(--soft);min-height:37px}
.strips .row.axis{border-top:0;min-height:0}
.strips .row .lab{line-height:1.25;display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden;padding:0;margin:2px 0}
.pairs{columns:2;column-gap:48px}
.strips.pairs .rows{--lab:206px}
.dates{--lab:224px}
.dates .row{grid-template-columns:var(--lab) minmax(0,1fr);align-items:end}
.dates .lab{padding-bottom:0}
.dates .row{padding-top:4px}
.dates .note p{margin:0}
.dates .note{padding-bottom:10px}
.dates .note span,.dates .note b{background:var(--paper);-webkit-box-decoration-break:clone;box-decoration-break:clone}

/* The tree: words wrap, and their lines stretch with them. */
.tree-top{font-weight:600;font-size:.8125rem;border-bottom:1.5px solid var(--ink);margin:0;padding:0 0 3px}
.branches,.branch{font-size:.8125rem;line-height:1.35}
.branch{list-style:none;margin:0;padding:0;break-inside:avoid}
.limb{position:relative;padding-top:3px;padding-bottom:3px;min-height:24px;overflow-wrap:anywhere}
.limb>svg{position:absolute;left:0;top:0;height:100%;overflow:hidden}
.limb>span{display:block}
.marks{display:flex!important;flex-wrap:wrap;gap:6px 8px;max-width:340px;padding:5px 0 7px}
.crowd{border-left:1px solid var(--mid);margin-left:6px;padding:8px 0 6px 14px}
.loose .crowd{border-left-style:dashed}

/* Scope and done, with their scale before and their figures behind. */
.burn{display:grid;grid-template-columns:minmax(0,1fr) 56px;column-gap:8px}
.burn.large{grid-template-columns:26px minmax(0,1fr) 56px}
.burns{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:20px 32px;margin-top:20px;align-items:end}
.burns h4{margin:0 0 4px;font-size:.8125rem;line-height:1.3;overflow-wrap:anywhere}

/* A story: signs on a line, in the order of time. */
.story{list-style:none;margin:12px 0 0;padding:0}
.story li{position:relative;padding:0 0 14px 26px;font-size:.9375rem;line-height:1.5;break-inside:avoid;overflow-wrap:anywhere}
.story li::before{content:"";position:absolute;left:6px;top:0;bottom:0;border-left:1px solid var(--mid)}
.story li:first-child::before{top:12px}
.story li:last-child::before{bottom:auto;height:12px}
.story li>svg{position:absolute;left:0;top:4px;background:var(--paper);outline:2px solid var(--paper)}
.story p{margin:0}
.story .when{font-size:.8125rem;color:var(--ink2)}

@media screen and (max-width:960px){
.pairs{columns:1}
.strips.pairs .rows{--lab:300px}
.burns{grid-template-columns:repeat(2,minmax(0,1fr))}
}
@media screen and (max-width:720px){
.strips .row,.dates .row{grid-template-columns:minmax(0,1fr) auto}
.strips .row svg.r,.dates .row svg.r{grid-column:1/-1;grid-row:2}
.strips .row .val{grid-column:2;grid-row:1}
.strips .row,.dates .row{min-height:0;padding:5px 0 3px}
.strips .row .lab{display:block;margin:0}
.strips .row.axis,.dates .row.axis{padding:0}
.row.axis .lab,.row.axis .val{display:none}
.strips .row.axis svg.r,.dates .row.axis svg.r{grid-row:1}
.strips .grid,.dates .grid{left:0;right:0}
.dates .lab{padding:0}
.dates .row .note{grid-column:1/-1}
.strips .lab,.dates .lab>span{background:var(--paper)}
.strips .row .lab{justify-self:start}
}
@media(max-width:440px){.burns{grid-template-columns:minmax(0,1fr)}}
@media print{.pairs{columns:1}.strips .row,.dates .row,.branch{break-inside:avoid}}

"""##),
    ("report-flows.css", ##"""
/* What the pictures of people working together need beyond report.css. */
.letter,svg text.letter{font-size:11px;font-weight:600;fill:var(--paper)}
svg text.letter.a{fill:var(--accent)}
svg text.zero{fill:var(--ink3)}
.open{fill:url(#hx);stroke:var(--accent);stroke-width:1}
circle.open{fill:var(--paper);stroke-width:1.4;stroke-dasharray:3 2}
.edge{stroke:var(--paper);stroke-width:1}
.wait{stroke-dasharray:1.5 3;stroke-width:1.5;stroke-linecap:round}
.way{stroke-width:1.5}
.la.way,.la.wait{stroke-width:2.2}
.gap{stroke-width:1.5;vector-effect:non-scaling-stroke}
.rows .val.due{color:var(--accent)}
svg.k.letters{width:16px;height:16px;vertical-align:-4px}

/* Rows: words, marks on one scale, a value. */
.halves{--lab:200px;--val:72px}
.halves h4,.keep>h4{margin:16px 0 0}
.halves .row.axis{min-height:0}
.answers{--val:124px;max-width:780px}
.answers .row{grid-template-columns:minmax(0,1fr) 190px var(--val);padding:3px 0;align-items:end}
.answers .lab,.answers .val{padding-bottom:1px}
.meetings{--lab:240px;--val:96px}
.meetings .row+.row,.promises .row+.row{border-top:1px solid var(--soft)}
.promises{--lab:270px;--val:148px;--gap:16px;position:relative;isolation:isolate}
.promises .grid{position:absolute;z-index:-1;inset:18px calc(var(--val) + var(--gap)) 0 calc(var(--lab) + var(--gap))}
.promises .lab .q,.meetings .lab .q{white-space:normal}
.feedback{--lab:190px;--val:72px}
.feedback .row{min-height:32px}
.feedback .lab{display:flex;align-items:center;gap:10px}
.feedback .few{font-size:.8125rem;color:var(--ink2)}
svg.k.arrow{width:22px;height:22px;flex:none}
svg.k.arrow path{stroke-linejoin:miter}

/* Bands between two columns of names. */
.flow{display:grid;grid-template-columns:minmax(0,230px) minmax(0,1fr) minmax(0,230px);column-gap:20px;max-width:920px;font-size:.8125rem;line-height:1.2;break-inside:avoid;margin-bottom:12px}
.flow .heads{grid-column:1/-1;display:flex;justify-content:space-between;margin:0 0 12px;color:var(--ink2)}
.flow .heads span:first-child{width:230px;max-width:45%;text-align:right}
.flow .heads span:last-child{width:230px;max-width:50%}
.flow ol{position:relative;list-style:none;margin:0;padding:0}
.flow li{position:absolute;left:0;right:0;transform:translateY(-50%)}
.flow li b,.flow li span{display:block;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.flow li b{font-weight:600}
.flow li span{color:var(--ink2)}
.flow .asking{text-align:right}
.band{fill:var(--mid);fill-opacity:.28}
.band.strong{fill-opacity:.6}
.flow .band:hover{fill-opacity:.85}

/* Who carries what. */
.carry{width:100%;border-collapse:collapse;font-size:.8125rem;line-height:1.25}
.carry th,.carry td{padding:3px 0;border-bottom:1px solid var(--soft);font-weight:400;text-align:center}
.carry col{width:26px}
.carry col.what{width:340px}
.carry.bare{width:auto}
.carry col.even{background:var(--soft)}
.carry tbody th{text-align:left;vertical-align:middle;padding-right:14px;min-width:150px;overflow-wrap:anywhere}
.carry .group th{font-weight:600;padding:14px 0 3px;background:var(--paper);border-bottom-color:var(--mid)}
.carry thead th{vertical-align:bottom;padding:6px 0 7px;border-bottom-color:var(--mid);color:var(--ink)}
.carry .up div{writing-mode:vertical-rl;transform:rotate(180deg);margin:0 auto;white-space:nowrap;max-height:12em;overflow:hidden;text-overflow:ellipsis}
.carry td:not([class]){width:26px;min-width:20px}
.carry.broad col.what{width:220px}
.carry td svg.k{vertical-align:-2px}
.carry .gaps{min-width:44px;padding-left:8px;white-space:nowrap}
.carry td.gaps svg{margin-right:5px}
.carry .others{text-align:left;padding-left:16px;min-width:150px;color:var(--ink2);overflow-wrap:break-word}
.carry .one{display:inline-block}
.carry .one svg{margin-right:4px}
.carry .nobody{color:var(--accent)}
.carry .pn{display:none}
.carry.tall thead th{position:sticky;top:0;background:var(--paper);z-index:1}

/* Who was heard. */
.heard{--who:158px;table-layout:fixed;border-collapse:collapse;font-size:.8125rem;line-height:1.25;width:min(100%,var(--who) + var(--n)*56px)}
.heard col.who{width:var(--who)}
.heard colgroup+colgroup{border-left:1px solid var(--rule)}
.heard th,.heard td{padding:0;height:22px;text-align:center;font-weight:400;border-bottom:1px solid var(--soft)}
.heard tbody th{text-align:left;vertical-align:middle;padding:2px 8px 2px 0;overflow-wrap:anywhere}
.heard i,.heard .q{color:var(--ink2)}
.heard .group th{font-weight:600;padding-top:12px}
.heard thead th,.heard thead td{border:0;height:18px;font-size:.75rem;color:var(--ink2)}
.heard thead th[scope=colgroup]{text-align:left;padding-left:4px;white-space:nowrap;color:var(--ink)}
.heard abbr{text-decoration:none;overflow-wrap:normal;white-space:nowrap}
.heard .unit th{border-bottom:1px solid var(--mid)}
.heard td svg.k{display:block;margin:0 -6px 0 calc(50% - 6px)}
.heard td svg.fill{display:inline-block;margin:0 6px 0 0;vertical-align:-3px}
.heard .part{white-space:nowrap}
.heard.dense td svg.fill,.heard.packed td svg.fill{display:block;margin:2px auto}
.heard.packed .part{font-size:.6875rem;letter-spacing:-.04em}
.heard.packed .of{font-size:0;letter-spacing:0}
.heard.packed .of::after{content:"/";font-size:.6875rem}
.heard.dense .of{font-size:0}
.heard.dense .of::after{content:"/";font-size:.8125rem}
.heard tfoot th{text-align:left;color:var(--ink2);font-size:.75rem;border:0}
.heard tfoot td{border:0;padding-top:8px;font-size:.75rem;color:var(--ink2);line-height:1.5;vertical-align:bottom}
.heard tfoot svg{width:min(100%,22px);margin:0 auto}
svg.k.fill{width:6px;height:16px;vertical-align:-3px;overflow:visible}
details .heard{margin:4px 0 12px}

@media(max-width:960px){
.heard.dense .part,.heard.packed .part{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.heard.counts td svg.fill{display:block;margin:2px auto}
.heard.counts .of{font-size:0}
.heard.counts .of::after{content:"/";font-size:.8125rem}
.halves,.promises,.meetings{--lab:200px}
.promises{--val:128px}
.promises .val{white-space:normal}
}
@media screen and (max-width:960px){
.broad,.broad tbody,.broad tr,.broad tbody th{display:block}
.broad thead{position:absolute!important;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.broad colgroup{display:none}
.broad tr{border-bottom:1px solid var(--rule);padding:7px 0}
.broad tr.group{border:0;padding:14px 0 0}
.broad tbody th{border:0;padding:0 0 2px;font-weight:600;min-width:0}
.broad .group th{border:0;padding:0;font-family:var(--serif);font-size:1rem}
.broad td,.broad td:not([class]){display:inline-block;width:auto;border:0;padding:0 14px 0 0;min-width:0;text-align:left;white-space:normal;overflow-wrap:anywhere}
.broad td:empty:empty{display:none}
.broad .pn{display:inline;margin-left:5px}
.broad td.gaps,.broad td.others{padding-left:0}
.broad td.gaps svg{margin-right:0}
}
@media screen and (max-width:720px){
.halves .row,.meetings .row,.promises .row,.feedback .row{grid-template-columns:minmax(0,1fr) auto;padding:5px 0 3px}
.halves svg.r,.meetings svg.r,.promises svg.r,.feedback svg.r,.feedback .few{grid-column:1/-1;grid-row:2}
.halves .val,.meetings .val,.promises .val,.feedback .val{grid-column:2;grid-row:1}
.halves .row.axis,.meetings .row.axis,.promises .row.axis,.feedback .row.axis{padding:0}
.halves .axis .val,.meetings .axis .val,.promises .axis .val,.feedback .axis .val{display:none}
.promises .grid{left:0;right:0}
.promises .lab,.promises .val{background:var(--paper)}
.promises .lab{justify-self:start}
.promises .val,.meetings .val,.halves .val{align-self:start;padding-top:2px}
.answers .row{grid-template-columns:minmax(0,1fr) 150px;row-gap:0}
.answers .row svg.r{grid-column:2;grid-row:1/3}
.answers .row .lab{grid-column:1;grid-row:1;align-self:end}
.answers .row .val{grid-column:1;grid-row:2;text-align:left}
.answers .axis .val{display:none}
.carry,.carry tbody,.carry tr,.carry tbody th{display:block}
.carry thead{position:absolute!important;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.carry colgroup{display:none}
.carry tr{border-bottom:1px solid var(--rule);padding:7px 0}
.carry tr.group{border:0;padding:14px 0 0}
.carry tbody th{border:0;padding:0 0 2px;font-weight:600;min-width:0}
.carry .group th{border:0;padding:0;font-family:var(--serif);font-size:1rem}
.carry td,.carry td:not([class]){display:inline-block;width:auto;border:0;padding:0 14px 0 0;min-width:0;text-align:left;white-space:normal;overflow-wrap:anywhere}
.carry td:empty:empty{display:none}
.carry .pn{display:inline;margin-left:5px}
.carry td.gaps,.carry td.others{padding-left:0}
.carry td.gaps svg{margin-right:0}
.flow{grid-template-columns:minmax(0,1fr) minmax(0,1.1fr) minmax(0,1fr);column-gap:14px}
.flow li{font-size:.75rem;line-height:1.1}
.flow li b{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;white-space:normal;overflow-wrap:anywhere}
.flow .heads span:first-child{width:29%}
.flow .heads span:last-child{width:31%}
.heard{--who:104px}
.heard.few thead th[scope=colgroup]{padding-left:2px}
.heard.fine .unit abbr,.heard.fine tfoot span,.heard.counts .part,.heard.counts .rest,.heard.counts tfoot span,.heard.dense .unit abbr,.heard.packed .unit abbr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.heard.fine .unit th,.heard.dense .unit th,.heard.packed .unit th{height:0;line-height:0}
.heard.fine tfoot svg,.heard.packed tfoot svg{width:100%}
}
@media print{
.carry.tall thead th{position:static}
.carry thead,.heard thead{display:table-header-group}
.heard tfoot{display:table-row-group}
.carry tr,.heard tr,.keep,.feedback,.answers{break-inside:avoid}
.carry tbody th{min-width:100px}
.carry td:not([class]){min-width:16px}
.carry .others{min-width:110px;padding-left:10px}
.halves .row,.meetings .row,.promises .row,.feedback .row{grid-template-columns:var(--lab) minmax(0,1fr) var(--val);padding:0}
.answers .row{grid-template-columns:minmax(0,1fr) 190px var(--val);padding:2px 0}
.halves .val,.meetings .val,.promises .val,.feedback .val,.answers .val{text-align:right}
.halves,.meetings,.promises{--lab:190px}
:is(.halves,.meetings,.promises,.feedback,.answers) .row.axis :is(.lab,.val){display:block}
.band:not(.strong){fill-opacity:.22}
}

"""##),
    ("report.css", ##"""
/* Ink does the work. The one accent means: somebody is needed here. */
:root {
  color-scheme: light dark;
  --paper: #fdfcf9; --ink: #1d1b18; --ink2: #55504a; --ink3: #6b665e; --mid: #8b857a; --soft: #efece5; --rule: #dcd7cd; --accent: #ad3a12;
  --text: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, P052, Charter, Cambria, Georgia, serif;
  --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root { --paper: #161513; --ink: #ece8e1; --ink2: #bcb6ab; --ink3: #a09a8f; --mid: #807a70; --soft: #22201d; --rule: #393631; --accent: #ff9068; }
}

/* Page */
*, ::before, ::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 var(--text); font-variant-numeric: tabular-nums; overflow-wrap: break-word; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
.page { max-width: 1080px; margin: 0 auto; padding: 0 20px 48px; }
.vh { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: 8px; top: -60px; padding: 8px 12px; background: var(--paper); }
.skip:focus { top: 8px; }
.q { color: var(--ink2); }

/* Words */
h1, h2, h3, h4, p, ul, ol, dl, dd, figure { margin: 0; }
h1, h2, h3, h4 { text-wrap: balance; break-after: avoid; }
h1, h2, .lead, .num, .vision { font-family: var(--serif); font-weight: 400; }
h1 { font-size: 2.75rem; line-height: 1.12; letter-spacing: -.014em; margin: 4px 0 12px; }
h2 { font-size: 1.75rem; line-height: 1.2; letter-spacing: -.008em; margin-bottom: 12px; }
h3 { font-size: 1.0625rem; line-height: 1.4; font-weight: 600; }
h4 { font-size: .875rem; line-height: 1.4; font-weight: 600; }
p { text-wrap: pretty; }
a { color: inherit; text-decoration: underline 1px var(--mid); text-underline-offset: .2em; }
a:hover { text-decoration: underline 2px currentColor; }
:focus-visible { outline: 2px solid var(--ink); outline-offset: 3px; }
:target { outline: 2px solid var(--mid); outline-offset: 4px; }
section:target, figure:target { outline: 0; }
section:target > h2, section:target .head h2, figure:target h3 { text-decoration: underline 3px var(--mid); text-underline-offset: .2em; }
code { font-family: var(--mono); font-size: .86em; overflow-wrap: anywhere; }
a.c, a.c code { white-space: nowrap; color: var(--ink2); }
small { font-size: .8125rem; line-height: 1.45; color: var(--ink2); }
.state { white-space: nowrap; }
.state.attention, .state.bad { color: var(--accent); }
.state.bad { font-weight: 600; }

/* The first ten seconds */
.mast { padding: 40px 0 0; }
.kicker { font-size: .8125rem; color: var(--ink2); }
.vision { font-style: italic; font-size: 1.125rem; line-height: 1.45; color: var(--ink2); max-width: 38em; margin-bottom: 16px; }
.prov { font-size: .8125rem; line-height: 1.5; color: var(--ink3); max-width: 58em; }
.prov + .prov { margin-top: 4px; }
.lead { font-size: 1.625rem; line-height: 1.36; letter-spacing: -.006em; max-width: 34em; margin: 40px 0 32px; }
.facts { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 24px 40px; padding: 0; list-style: none; }
.facts li { border-top: 2px solid var(--ink); padding-top: 8px; font-size: .9375rem; line-height: 1.5; }
.num { display: block; font-size: 2.5rem; line-height: 1.15; letter-spacing: -.015em; font-variant-numeric: lining-nums tabular-nums; }
.num span { font-size: 1.25rem; letter-spacing: 0; color: var(--ink2); }
.facts svg { margin: 8px 0; }
.facts .ways { font-size: .8125rem; color: var(--ink2); margin-top: 4px; }
nav { margin-top: 32px; padding: 8px 0; border: solid var(--rule); border-width: 1px 0; font-size: .875rem; line-height: 1.4; color: var(--ink2); }
nav ul { display: flex; flex-wrap: wrap; gap: 0 20px; padding: 0; list-style: none; }
nav a { display: inline-block; padding: 5px 0; text-decoration-color: transparent; }
.two { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 40px 56px; margin-top: 40px; }
.offers { padding: 0; list-style: none; font-size: .9375rem; line-height: 1.5; }
.offers > li { padding: 12px 0; border-top: 1px solid var(--rule); break-inside: avoid; }
.two > section > .offers > li:first-child { border-top: 0; padding-top: 0; }
.offers .do { display: block; position: relative; padding-left: 1.4em; color: var(--ink2); }
.offers .do::before { content: "→"; position: absolute; left: 0; }
.none { font-size: .9375rem; color: var(--ink2); }

/* Sections: the finding, and in the margin how it is counted */
.s { margin-top: 72px; padding-top: 16px; border-top: 1px solid var(--ink); }
.head { display: grid; grid-template-columns: minmax(0, 2.2fr) minmax(0, 1fr); gap: 0 48px; }
.head .main p { max-width: 41em; }
.head .main p + p { margin-top: 12px; }
.head aside { padding-top: 8px; font-size: .8125rem; line-height: 1.5; color: var(--ink2); }
.head aside p + p { margin-top: 8px; }
.head aside strong { color: var(--ink); font-weight: 600; }
.wins { columns: 3; column-gap: 40px; margin-top: 24px; padding: 0; list-style: none; }
.wins li { break-inside: avoid; padding-bottom: 20px; }
.wins p { padding-left: .5rem; font: 1.0625rem/1.42 var(--serif); overflow-wrap: anywhere; }
.wins .quote { text-indent: -.5rem; }
.wins .by { display: block; font-size: .8125rem; line-height: 1.5; color: var(--ink2); padding-left: .5rem; margin-top: 2px; }
.empty { margin-top: 16px; padding: 12px 0; border: solid var(--rule); border-width: 1px 0; font-size: .9375rem; color: var(--ink2); }
.empty + .empty { margin-top: 0; border-top: 0; }
.empty b { color: var(--ink); font-weight: 600; }

/* Figures */
figure { margin-top: 40px; padding: 0; }
figcaption p { max-width: 46em; font-size: .875rem; line-height: 1.5; color: var(--ink2); }
figcaption { margin-bottom: 12px; }
.foot { max-width: 58em; margin-top: 12px; font-size: .8125rem; line-height: 1.5; color: var(--ink2); }
.foot strong { color: var(--ink); font-weight: 600; }
.key { display: flex; flex-wrap: wrap; gap: 4px 20px; margin: 0 0 12px; padding: 0; list-style: none; font-size: .8125rem; line-height: 1.45; color: var(--ink2); }
.key svg { margin-right: 6px; }
details { margin-top: 8px; font-size: .8125rem; line-height: 1.5; }
summary { width: fit-content; padding: 4px 0; color: var(--ink2); cursor: pointer; }
summary:hover { color: var(--ink); text-decoration: underline; text-underline-offset: .2em; }
.rows { margin: 0; padding: 0; list-style: none; }
.row { display: grid; grid-template-columns: var(--lab, 240px) minmax(0, 1fr) var(--val, 0px); gap: 0 16px; align-items: center; break-inside: avoid; }
.row .lab { padding: 2px 0; font-size: .8125rem; line-height: 1.3; overflow-wrap: anywhere; }
.row .lab a { text-decoration-color: var(--rule); }
.row .val { font-size: .8125rem; text-align: right; white-space: nowrap; color: var(--ink2); }
.row .note { grid-column: 2 / -1; padding-bottom: 8px; font-size: .8125rem; line-height: 1.4; color: var(--ink2); }

/* Drawings: colours by class, so that the dark and the printed page need no drawing of their own */
svg { display: block; }
svg.k, svg.i { display: inline-block; }
svg.k { width: 12px; height: 12px; overflow: visible; vertical-align: -1px; }
svg.r { width: 100%; overflow: visible; }
svg text { font: 12px var(--text); font-variant-numeric: tabular-nums; fill: var(--ink2); }
svg text.b { font-weight: 600; fill: var(--ink); }
svg text.a { fill: var(--accent); }
.ink { fill: var(--ink); }
.mid { fill: var(--mid); }
.soft { fill: var(--soft); }
.acc { fill: var(--accent); }
.rule-fill { fill: var(--rule); }
.paper-fill { fill: var(--paper); }
.hatch { fill: url(#hx); }
.hatch-mid { fill: url(#hg); }
.l, .lm, .lr, .la { fill: none; }
.l { stroke: var(--ink); }
.lm { stroke: var(--mid); }
.lr { stroke: var(--rule); }
.la { stroke: var(--accent); }

/* Tables */
table { width: 100%; border-collapse: collapse; font-size: .8125rem; line-height: 1.4; text-align: left; }
caption { padding: 4px 0 8px; text-align: left; color: var(--ink2); }
th { font-weight: 600; vertical-align: bottom; }
.t th, .t td { padding: 5px 16px 5px 0; border-bottom: 1px solid var(--rule); vertical-align: top; overflow-wrap: anywhere; }
/* Long names may be broken, but not the short words beside them. */
@media (min-width: 721px) { .t td { min-width: 5.5em; } .t td.n { min-width: 0; } }
.t tr > :last-child { padding-right: 0; }
.t thead th { border-bottom-color: var(--mid); overflow-wrap: normal; hyphens: auto; vertical-align: bottom; }
.t tbody th { font-weight: 400; min-width: 7em; }
.t .n { text-align: right; white-space: nowrap; }
.t thead .n { white-space: normal; }

/* Measures */
.measures { columns: 2; column-gap: 56px; margin-top: 40px; padding: 0; list-style: none; border-top: 1px solid var(--mid); font-size: .8125rem; line-height: 1.4; }
.measures li { display: grid; grid-template-columns: minmax(0, 1fr) 64px 6em; gap: 0 16px; align-items: center; padding: 6px 0; border-bottom: 1px solid var(--rule); break-inside: avoid; }
.measures b { font-weight: 600; text-align: right; }
.measures svg { overflow: visible; }
.measures .why { grid-column: 1 / -1; color: var(--ink2); }
.trace { margin-top: 8px; font-size: .8125rem; color: var(--ink2); }
.defs h3 { margin-top: 32px; }
.defs dl { columns: 2; column-gap: 56px; font-size: .875rem; line-height: 1.5; }
.defs dl > div { break-inside: avoid; padding: 8px 0 12px; border-bottom: 1px solid var(--rule); }
.defs dt { font-weight: 600; }
.defs dt span { font-weight: 400; }
.defs dd { color: var(--ink2); }
.defs dd.how { font-size: .8125rem; margin-top: 4px; }
.defs details { margin-top: 0; }
.ids { line-height: 1.8; }
.commits { columns: 2; column-gap: 56px; margin-top: 16px; padding: 0; list-style: none; font-size: .8125rem; line-height: 1.5; }
.commits li { break-inside: avoid; padding: 5px 0; border-bottom: 1px solid var(--rule); overflow-wrap: anywhere; }
.commits .q { display: block; }
.page > footer { margin-top: 72px; padding-top: 12px; border-top: 1px solid var(--rule); font-size: .8125rem; color: var(--ink3); }

@media (max-width: 960px) {
  .wins { columns: 2; }
  .measures, .defs dl, .commits { column-gap: 40px; }
}
@media screen and (max-width: 720px) {
  .page { padding: 0 16px 40px; }
  .mast { padding-top: 24px; }
  h1 { font-size: 2.125rem; }
  h2 { font-size: 1.5rem; }
  .lead { font-size: 1.3125rem; margin: 32px 0 24px; }
  .facts, .two, .head { grid-template-columns: minmax(0, 1fr); }
  .head aside { margin-top: 12px; padding: 0 0 0 12px; border-left: 1px solid var(--rule); }
  .wins, .measures, .defs dl, .commits { columns: 1; }
  .s { margin-top: 56px; }
  .row { grid-template-columns: minmax(0, 1fr); padding: 4px 0; }
  .row .val { text-align: left; }
  .row .note { grid-column: 1; }
  nav a { padding: 8px 0; }
  summary { padding: 8px 0; }
  .t th, .t td { padding-right: 10px; }
  .t .wide, .t .wide tbody, .t .wide tr, .t .wide th, .t .wide td { display: block; }
  .t .wide thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .t .wide tr { padding: 6px 0; border-bottom: 1px solid var(--rule); }
  .t .wide tbody th, .t .wide td { padding: 1px 0; border: 0; text-align: left; white-space: normal; }
  .t .wide tbody th { font-weight: 600; }
  .t .wide td:empty { display: none; }
  .t .wide td::before { content: attr(data-title) ": "; color: var(--ink2); }
}
@media print {
  @page { margin: 16mm 14mm; }
  :root { color-scheme: light; --paper: #fff; --ink: #000; --ink2: #444; --ink3: #555; --mid: #808080; --soft: #eee; --rule: #ccc; --accent: #9c3410; }
  html { font-size: 80%; }
  .page { max-width: none; padding: 0; }
  nav, .skip, details { display: none; }
  .s { margin-top: 40px; }
  figcaption, .row, .offers > li, tr, .empty { break-inside: avoid; }
  thead { display: table-header-group; }
  tfoot { display: table-row-group; }
}

"""##),
    ("report.html", ##"""
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="tw">
<title>{{title}}</title>
<style>
{{style}}</style>
</head>
<body>
{{body}}</body>
</html>

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
