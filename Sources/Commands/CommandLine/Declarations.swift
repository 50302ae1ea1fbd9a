internal import Teamwork

/// Everything that `tw` can be asked on a command line, in the order in which help tells it.
extension CommandSet {
  package static let tw = CommandSet(
    program: "tw",
    tagline: "tw keeps a team's goals, roles, reports and feedback as text in Git.",
    globalOptions: [directory, workspace, color, noPager, today, help, version],
    commands: [
      .initialize, .new, .status, .summary, .add, .set, .done, .rename, .ask, .promise, .decline, .deliver, .thank,
      .yield,
      .report, .list, .show, .log, .diff, .why, .graph, .explain, .validate, .doctor, .hook,
      .schema, .mergeDriver, .completions, .help,
    ],
    habits: Habit.all,
    nouns: Kind.allCases.filter { $0 != .charter && $0 != .status }.map {
      Noun(name: $0.name, plural: $0.folder, makes: "new \($0.name) TITLE")
    } + [Noun(name: "task", plural: "tasks", makes: "add GOAL TEXT")],
    fields: Kind.allCases.flatMap { $0.declaration.fields.map(\.name.text) },
    terms: [("DATE", SpokenTime.days), ("WEEK", SpokenTime.weeks)])

  private static let directory = OptionDeclaration(
    long: "", short: "C", value: "DIR", help: "run as if started in DIR", hint: .path, isRepeatable: true)
  private static let workspace = OptionDeclaration(
    long: "workspace", value: "NAME", help: "the workspace's folder, in place of `.teamwork`", hint: .path)
  private static let color = OptionDeclaration(
    long: "color", value: "WHEN", help: "use colours", choices: ["auto", "always", "never"])
  private static let noPager = OptionDeclaration(
    long: "no-pager", help: "print long answers at once, not page by page")
  private static let today = OptionDeclaration(
    long: "today", value: "DATE", help: "take DATE for today")
  private static let help = OptionDeclaration(
    long: "help", short: "h", help: "say what the program or a command does")
  private static let version = OptionDeclaration(long: "version", help: "print the version")
}

extension OptionDeclaration {
  fileprivate static func format(_ choices: String...) -> OptionDeclaration {
    OptionDeclaration(long: "format", value: "FORMAT", help: "how to write it", choices: choices)
  }
}

extension ArgumentDeclaration {
  fileprivate static let reference = ArgumentDeclaration(
    name: "REF", help: "what is meant: its id, kind/id, @person or record^anchor", hint: .record)
}

extension CommandDeclaration {
  fileprivate static let initialize = CommandDeclaration(
    name: "init", group: .start, summary: "make a workspace in this repository",
    options: [
      OptionDeclaration(
        long: "mode", value: "MODE", help: "how the team works unless a goal says otherwise",
        choices: ["collaborate", "cooperate"]),
      OptionDeclaration(long: "name", value: "NAME", help: "the team's or organisation's name"),
      OptionDeclaration(long: "vision", value: "TEXT", help: "what it is all for, in a sentence"),
      OptionDeclaration(long: "hooks", help: "also install the hooks, as `tw hook install` does"),
    ],
    description: """
      Writes a charter, your own page, a first role and a first goal to `.teamwork`, at the top of the repository. Nothing
      that is there is overwritten. In a workspace that is there already, `--hooks` alone installs the hooks.

      Where people collaborate, goals are shared and their work depends on each other's. Where they cooperate, a goal
      has one owner and others help. `tw explain mode` helps to choose.
      """,
    examples: [
      Example(
        command: "tw init --mode collaborate --name 'Harbour Works' --hooks",
        does: "a workspace for a team that shares its goals, checked before every commit")
    ])

  fileprivate static let new = CommandDeclaration(
    name: "new", group: .start, summary: "make a record from its template",
    arguments: [
      ArgumentDeclaration(name: "KIND", help: "what to make", hint: .kind),
      ArgumentDeclaration(
        name: "TITLE", help: "its title, from which its id is made", hint: .fields, isRequired: false),
      ArgumentDeclaration(
        name: "FIELD=VALUE", help: "a field to fill in; a list is a,b", hint: .fields, isRequired: false,
        isRepeatable: true),
    ],
    description: """
      Prints the path of the new record. The template is the workspace's own, `.teamwork/templates/KIND.md`, where there
      is one. `id=ID` gives it another id than the one made from the title.

      `tw new status` makes your report for this week from its history: the tasks that you finished, the goals that you
      changed, decisions and answers to requests, what is due next, and what your last report left open. Your commits
      elsewhere in the repository are a comment. Delete what does not belong there. On a terminal it opens the editor that
      Git would, also where the report is there already; elsewhere it prints the path, and leaves a report that is there
      alone. `week=2026-W46` makes that of another week, `person=ben` somebody else's.
      """,
    examples: [
      Example(command: "tw new goal 'Public beta' owners=ana,ben due=2026-12-18", does: "a goal with two owners"),
      Example(command: "tw new status", does: "write this week's report"),
    ])

  fileprivate static let status = CommandDeclaration(
    name: "status", group: .daily, summary: "tell where we stand today, and where help is welcome",
    options: [
      OptionDeclaration(long: "me", help: "what waits for you"),
      .format("text", "markdown", "json"),
    ],
    description: """
      What is late, not going well, blocked and for how long, asked and not answered, promised, due soon. Who you are is told
      by `TW_PERSON`, else by the address that Git commits with.
      """,
    examples: [
      Example(command: "tw status", does: "where could a hand help today?"),
      Example(command: "tw status --me", does: "your tasks, what is asked of you, who waits for you"),
    ])

  fileprivate static let summary = CommandDeclaration(
    name: "summary", group: .daily, summary: "sum up a week: wins, trouble, needs, what comes next",
    options: [
      OptionDeclaration(long: "week", value: "WEEK", help: "the week; this one unless given"),
      OptionDeclaration(long: "from", value: "DATE", help: "the first day"),
      OptionDeclaration(long: "to", value: "DATE", help: "the last day, included"),
      .format("text", "markdown", "json", "html"),
      OptionDeclaration(long: "write", help: "write it to `.teamwork/summaries/`"),
      OptionDeclaration(long: "output", short: "o", value: "FILE", help: "write it to FILE", hint: .path),
    ],
    exclusive: [["week"], ["from", "to"]],
    description: """
      What changed is read from Git, what people say from their status reports. Every claim names the file and the commit
      that it comes from.
      """,
    examples: [
      Example(command: "tw summary", does: "this week so far"),
      Example(command: "tw summary --week 2026-W47 --write", does: "keep last week's summary in the workspace"),
    ])

  fileprivate static let report = CommandDeclaration(
    name: "report", group: .understand, summary: "tell the story of a quarter, with every figure's source",
    options: [
      OptionDeclaration(long: "from", value: "DATE", help: "the first day; 13 weeks back unless given"),
      OptionDeclaration(long: "to", value: "DATE", help: "the last day, included; the end of last week unless given"),
      .format("text", "markdown", "json", "html"),
      OptionDeclaration(long: "output", short: "o", value: "FILE", help: "write it to FILE", hint: .path),
    ],
    description: """
      Everything is counted from the commits of this repository: how the goals went and which dates moved, who carries
      what, who was heard, who asked whom and was answered. Each figure has a definition, `tw explain NAME`, and the
      commits that it was counted from. Figures describe how the group works; they never rank people.
      """,
    examples: [
      Example(command: "tw report -o report.html", does: "the last quarter as one page to send round"),
      Example(command: "tw report --from 2026-07-01 --to 2026-09-30", does: "a quarter of the calendar"),
    ])

  fileprivate static let add = CommandDeclaration(
    name: "add", group: .daily, summary: "add a task at the end of a goal's list",
    arguments: [
      ArgumentDeclaration(
        name: "GOAL", help: "the goal or meeting",
        hint: .records(Kind.allCases.filter(\.declaration.hasTasks))),
      ArgumentDeclaration(
        name: "TEXT", help: "what is to be done, with @OWNER, due:DATE and whatever else a task may have",
        hint: .taskWords,
        isRepeatable: true),
    ],
    description: """
      The task is written as the list is, and nothing else in the file changes; a goal without tasks gets a list. `tw explain
      task` tells what may stand on its line; a day may be said in words, `due:friday`. Who or what is named must be there. What
      `tw validate` then finds amiss in the whole, like the same task in another goal, is told at once.
      """,
    examples: [
      Example(command: "tw add public-beta Write the migration guide @ana due:friday", does: "a task for Ana"),
      Example(
        command: "tw add public-beta 'Announce it' needs:guide ^announce",
        does: "one that waits for another, with a name"),
    ])

  fileprivate static let set = CommandDeclaration(
    name: "set", group: .daily, summary: "change fields of a record or task, and nothing else in its file",
    arguments: [
      .reference,
      ArgumentDeclaration(
        name: "FIELD=VALUE", help: "the field and what it is to be; a list is a,b", hint: .assignment,
        isRepeatable: true),
    ],
    description: """
      `FIELD=VALUE` sets a field, `FIELD=` takes it out, `FIELD+=VALUE` and `FIELD-=VALUE` add to a list and take out of it.
      In a list, quotes keep a comma: `tags='"a, b",c'`. A value that the field cannot have is refused; what `tw validate` then
      finds amiss in the whole is told. Comments, order, quotes and line ends stay as they are; where that cannot be, the file
      stays as it is. What changed is printed as `tw log` will tell it.
      A task has `due`, `owners`, `needs`, `role`, `effort`, `anchor`, `state` (open, done or dropped) and `done`, the day that
      belongs to a checked box.
      """,
    examples: [
      Example(
        command: "tw set public-beta status=at-risk due=2026-12-18", does: "say how a goal stands, and until when"),
      Example(command: "tw set public-beta^guide due=2026-12-01 needs+=load-test", does: "the same of a task"),
      Example(command: "tw set public-beta owners+=ben", does: "Ben owns it, too"),
    ])

  fileprivate static let done = CommandDeclaration(
    name: "done", group: .daily, summary: "check a task's box, and write the day beside it",
    arguments: [
      ArgumentDeclaration(
        name: "TASK", help: "its anchor, record^anchor or 'record^first words'; done:DATE for another day",
        hint: .openTask, isRepeatable: true)
    ],
    description: """
      The box becomes `[x]`, and `done:` with today's date, or with the one given, is written on the line. Nothing else in the file changes. Parts of
      the task and tasks that it needs which are still open are told, and stand in nobody's way.
      """,
    examples: [
      Example(command: "tw done public-beta^guide", does: "the migration guide is written"),
      Example(command: "tw done 'public-beta^write the mig'", does: "the same task, by how it begins"),
      Example(command: "tw done public-beta^guide done:yesterday", does: "what was done on another day"),
    ])

  fileprivate static let rename = CommandDeclaration(
    name: "rename", group: .daily, summary: "give a record or task another id, and every reference to it",
    arguments: [
      .reference, ArgumentDeclaration(name: "ID", help: "its new id, like `public-beta`, or a task's new anchor"),
    ],
    description: """
      Changes fields, task attributes, mentions, wiki links and relative links of the workspace's records; what is written in
      code stays. A person's status reports move along. All files are changed or none, and none where a reference would then
      lead elsewhere than before. The workspace's templates and README files follow, its summaries are history and stay. Lines
      of tracked Markdown files outside the workspace that still link to the old file are told.
      """,
    examples: [
      Example(command: "tw rename public-beta open-beta", does: "the goal, and every link to it"),
      Example(command: "tw rename public-beta^guide handbook", does: "a task's anchor, and whatever needs it"),
    ])

  fileprivate static let list = CommandDeclaration(
    name: "list", group: .daily, summary: "list the records of a kind, or tasks",
    arguments: [
      ArgumentDeclaration(name: "KIND", help: "the kind, `goal` or `goals`, or `tasks`", hint: .listed),
      ArgumentDeclaration(
        name: "FILTER", help: "FIELD=VALUE, FIELD!=VALUE, FIELD<DATE or FIELD>DATE", hint: .filter, isRequired: false,
        isRepeatable: true),
    ],
    options: [
      OptionDeclaration(
        long: "at", value: "REV|DATE", help: "as they were at a revision, or at the end of a day", hint: .revision),
      .format("text", "json", "markdown", "csv"),
    ],
    description: """
      `FIELD=VALUE` holds where the field is VALUE, or a list with VALUE in it; without a VALUE, where there is none. Several
      filters must all hold. Quote filters with `<`, `>` or `!`, which a shell takes for itself. A goal's `mode` is the one that
      counts for it, also where its team or the charter says it.

      Tasks of goals and meetings have `owners`, `due`, `state` (open, done or dropped), `goal`, `meeting`, `role`, `effort`,
      `needs`, `done`, `anchor` and `text`. A task without an owner is its goal's, where that has only one.
      As JSON, `tasks` has objects with `text`, `owners`, `state`, `due`, `done`, `needs`, `role`, `effort`, `record` (`kind`
      and `id`), `anchor`, `path` and `line`.
      """,
    examples: [
      Example(command: "tw list goals owners=ana status=at-risk", does: "Ana's goals that are at risk"),
      Example(command: "tw list goals 'due<2026-12-01' --format csv", does: "what is due before December, as a table"),
      Example(command: "tw list tasks state=open owners=ana 'due<+1w'", does: "what Ana has to do within a week"),
    ])

  fileprivate static let show = CommandDeclaration(
    name: "show", group: .understand, summary: "show a record: its fields, what links to it, why it is there",
    arguments: [.reference],
    options: [
      OptionDeclaration(
        long: "at", value: "REV|DATE", help: "as it was at a revision, or at the end of a day", hint: .revision),
      .format("text", "json"),
    ],
    examples: [
      Example(command: "tw show public-beta", does: "a goal, its tasks and those who depend on it"),
      Example(command: "tw show public-beta --at 2026-10-01", does: "what it said then"),
    ])

  fileprivate static let log = CommandDeclaration(
    name: "log", group: .understand, summary: "tell what changed, newest first",
    arguments: [
      ArgumentDeclaration(
        name: "REF", help: "only this record, task or person; or `A..B`: only these commits", hint: .record,
        isRequired: false)
    ],
    options: [
      OptionDeclaration(long: "by", value: "PERSON", help: "only what this person committed", hint: .record),
      OptionDeclaration(
        long: "", short: "n", value: "N", help: "only the newest N commits that have something to tell"),
      OptionDeclaration(long: "from", value: "DATE", help: "the first day"),
      OptionDeclaration(long: "to", value: "DATE", help: "the last day, included"),
      .format("text", "json"),
    ],
    description: """
      What commits did to goals, roles, reports and the rest, told in the words of the format. The story of a record or
      task is told whatever it was called, also where one branch renamed it and another changed it; what takes a free name
      begins a story of its own. Merges count for what they change themselves.

      `tw log @jonas` tells what happened to his page, `tw log --by jonas` what he did.
      """,
    examples: [
      Example(command: "tw log public-beta", does: "how a goal came to be what it is"),
      Example(command: "tw log --from 2026-11-16", does: "what changed since Monday"),
      Example(command: "tw log --by jonas -n 5", does: "what Jonas did last"),
    ])

  fileprivate static let diff = CommandDeclaration(
    name: "diff", group: .understand, summary: "tell what changed between two trees",
    arguments: [
      ArgumentDeclaration(
        name: "REV", help: "the older tree, HEAD unless given; or both trees, as `A..B`", hint: .revision,
        isRequired: false),
      ArgumentDeclaration(
        name: "REV", help: "the newer one; the worktree unless given", hint: .revision, isRequired: false),
    ],
    options: [.format("text", "json")],
    description: """
      The same words as `tw log`, for what is not committed yet or for any two revisions. Files that Git does not know
      yet are told, too. `A..B` is `A B`; `A...B` begins where the two parted, as in Git.
      """,
    examples: [
      Example(command: "tw diff", does: "what the next commit would say"),
      Example(command: "tw diff v1.0 main", does: "what became of the goals since"),
    ])

  fileprivate static let why = CommandDeclaration(
    name: "why", group: .understand, summary: "follow a task, person, role or goal up to the vision",
    arguments: [
      ArgumentDeclaration(name: "REF", help: "a record, a @person, or a task as record^anchor", hint: .record)
    ],
    options: [.format("text", "json")],
    examples: [Example(command: "tw why public-beta^guide", does: "what the task `guide` is good for")])

  fileprivate static let graph = CommandDeclaration(
    name: "graph", group: .understand, summary: "draw goals, tasks or requests, and how they hang together",
    arguments: [
      ArgumentDeclaration(
        name: "WHAT", help: "what to draw; goals unless given", choices: ["goals", "tasks", "requests"],
        isRequired: false)
    ],
    options: [.format("mermaid", "dot", "svg")],
    description: """
      Goals stand below the goal that they lead to; a dashed line leads to what is needed first. Of tasks those are drawn
      that need others or are needed, where there are more than a few.

      Mermaid is drawn by GitHub and GitLab within Markdown, `dot` by Graphviz; an SVG file needs nothing else.
      """,
    examples: [
      Example(command: "tw graph", does: "the goals, for a block of Mermaid"),
      Example(command: "tw graph tasks --format svg > tasks.svg", does: "what waits for what, as a picture"),
    ])

  fileprivate static let explain = CommandDeclaration(
    name: "explain", group: .understand, summary: "explain a rule, kind, field, measure or mode",
    arguments: [
      ArgumentDeclaration(
        name: "NAME", help: "`unknown-reference`, `goal`, `goal.due`, …; all names unless given", hint: .topic,
        isRequired: false)
    ],
    options: [.format("text", "json")],
    examples: [
      Example(command: "tw explain", does: "what there is to explain"),
      Example(command: "tw explain unaligned-goal", does: "why the rule is there, and how to satisfy it"),
    ])

  fileprivate static let validate = CommandDeclaration(
    name: "validate", group: .check, summary: "check the workspace",
    arguments: [
      ArgumentDeclaration(
        name: "PATH", help: "tell only the findings in these files and folders", hint: .path, isRequired: false,
        isRepeatable: true)
    ],
    options: [
      OptionDeclaration(long: "staged", help: "check what is staged; tell what the commit would bring"),
      OptionDeclaration(
        long: "since", value: "REV", help: "tell only what came since REV, `origin/main` in CI", hint: .revision),
      OptionDeclaration(long: "rev", value: "REV", help: "check the tree of REV", hint: .revision),
      OptionDeclaration(long: "fix", help: "apply safe fixes, and tell what is left"),
      OptionDeclaration(
        long: "fail-on", value: "LEVEL", help: "exit with 1 from this level on", choices: ["error", "warning", "never"]),
      .format("full", "concise", "json", "sarif", "github", "gitlab", "junit"),
    ],
    exclusive: [["staged"], ["since"]],
    description: """
      The whole workspace is read, also where only a part is told: a commit that deletes a goal breaks the references to
      it elsewhere. `--staged` and `--since` tell what the change brings, since HEAD or
      since it left REV (their merge base), and count the rest in one line.

      Exit status: 0 when nothing is found at or above `--fail-on` (`error` unless given), 1 when something is or
      a PATH does not exist, 2 when
      it could not be checked.
      """,
    examples: [
      Example(command: "tw validate --since origin/main --format github", does: "the gate in CI"),
      Example(command: "tw validate --fix", does: "mend what can be mended without changing what a record says"),
    ])

  fileprivate static let doctor = CommandDeclaration(
    name: "doctor", group: .check, summary: "say what is wrong with the installation, and what mends it",
    options: [.format("text", "json")])
}
