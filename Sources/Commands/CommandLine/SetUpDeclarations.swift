internal import Teamwork

/// The commands that set something up: hooks, the merge driver, completions.
extension CommandDeclaration {
  static let hook = CommandDeclaration(
    name: "hook", group: .setUp, summary: "have Git check every commit, merge or push, and merge records",
    arguments: [
      ArgumentDeclaration(name: "ACTION", help: "what to do", choices: ["install", "uninstall", "run"]),
      ArgumentDeclaration(
        name: "NAME", help: "of `run`: the hook", choices: GitHook.allCases.map(\.rawValue) + [PreCommitFramework.name],
        isRequired: false),
      ArgumentDeclaration(
        name: "FILE", help: "of `run pre-commit-framework`: what pre-commit names", hint: .path, isRequired: false,
        isRepeatable: true),
    ],
    options: [
      OptionDeclaration(long: "server", help: "only the hook of a repository that people push to"),
      OptionDeclaration(long: "merge", help: "only the merge driver, and no hook"),
    ],
    description: """
      `install` writes a marked block into the hooks that Git runs here, pre-commit and pre-merge-commit, or with
      `--server` pre-receive. What is there is kept; `uninstall` takes the block out again, and leaves every file as it was.
      Where a block would never be reached, nothing is written, and you are told the line to add by hand.

      `install --merge` has Git merge records with `tw merge-driver`: it configures the driver in this repository, and names
      it for the workspace in a marked block of `.gitattributes`, which is to be committed. Whoever did not run it merges by
      lines as before, and `tw doctor` tells them. `uninstall` takes out whatever is there, with `--server` or `--merge` only
      that; a `.gitattributes` that is committed is everybody's, and stays.

      `run` is what the hooks do. Before a commit or a merge it checks what is staged, as `tw validate --staged`. Before
      a push is received it reads Git's lines on standard input, and judges each branch against what it was; of a new
      one the whole tree.

      `run pre-commit-framework` is for the program pre-commit (pre-commit.com): a commit is judged by what is staged,
      `--from-ref` with `--to-ref` and a push by that range, `--all-files` by all there is.

      Hooks do not run for every way into a branch: `tw validate --since origin/main` in CI does.
      """,
    examples: [
      Example(command: "tw hook install", does: "in a clone: commits and merges are checked"),
      Example(command: "tw hook install --merge", does: "in a clone: records are merged by fields and tasks"),
      Example(command: "tw hook install --server", does: "in a bare repository: pushes are checked"),
    ])

  static let schema = CommandDeclaration(
    name: "schema", group: .setUp, summary: "print the JSON Schema of the front matter",
    arguments: [
      ArgumentDeclaration(name: "KIND", help: "one kind; all unless given", hint: .kind, isRequired: false)
    ])

  static let mergeDriver = CommandDeclaration(
    name: "merge-driver", group: .setUp, summary: "merge a record that two branches changed, for Git",
    arguments: [
      ArgumentDeclaration(name: "BASE", help: "the version that both began with, Git's `%O`", hint: .path),
      ArgumentDeclaration(name: "OURS", help: "this branch's, `%A`, which becomes the merged one", hint: .path),
      ArgumentDeclaration(name: "THEIRS", help: "the other branch's, `%B`", hint: .path),
      ArgumentDeclaration(name: "PATH", help: "where it lies in the repository, `%P`"),
      ArgumentDeclaration(name: "SIZE", help: "how long conflict markers are, `%L`", isRequired: false),
      ArgumentDeclaration(name: "OURNAME", help: "what this branch is called, `%X` since Git 2.44", isRequired: false),
      ArgumentDeclaration(name: "THEIRNAME", help: "what the other is called, `%Y`", isRequired: false),
    ],
    description: """
      Fields are merged one by one, lists by their elements, tasks by their anchors or texts, and everything else by lines
      as Git does. There is a conflict only where both sides changed the same thing; it stands between Git's markers.

      `tw hook install --merge` has Git run it for the records of the workspace. Exit status: 0 when all is merged, 1 when
      there are conflicts, 2 when it could not be done. From its first moment until it is done, OURS holds both versions
      between markers: whatever stops it leaves a conflict, never one side alone.
      """)

  static let completions = CommandDeclaration(
    name: "completions", group: .setUp, summary: "print the completions for a shell",
    arguments: [
      ArgumentDeclaration(name: "SHELL", help: "which shell", choices: ["bash", "zsh", "fish"])
    ],
    examples: [
      Example(command: "source <(tw completions bash)", does: "in ~/.bashrc"),
      Example(command: "tw completions zsh > ~/.zfunc/_tw", does: "where ~/.zfunc is in $fpath"),
      Example(command: "tw completions fish > ~/.config/fish/completions/tw.fish", does: "for fish"),
    ])

  static let help = CommandDeclaration(
    name: "help", group: .setUp, summary: "say what the program or a command does",
    arguments: [
      ArgumentDeclaration(name: "COMMAND", help: "the command", hint: .command, isRequired: false)
    ])
}
