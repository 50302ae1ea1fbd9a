@testable import Commands
@testable import Teamwork

/// `docs/format.md`: the workspace for those who write in it.
enum FormatDocument {
  static var text: String {
    var text =
      madeFrom("`Sources/Teamwork/Schema` and `Tests/CommandsTests/Generated/FormatDocument.swift`") + introduction
    text += "\n## Kinds\n\n| kind | where | what it is for |\n|---|---|---|\n"
    for kind in Kind.allCases {
      text += "| [\(kind.name)](#\(kind.name)) | `\(place(kind))` | \(kind.declaration.summary) |\n"
    }
    text +=
      "\nFields with a star must be there. `tw explain goal` says the same on a terminal, `tw schema goal` says it to an editor.\n"
    for kind in Kind.allCases { text += "\n" + section(kind) }
    return text + "\n" + modes
  }

  private static func place(_ kind: Kind) -> String {
    switch kind {
    case .charter: "teamwork.md"
    case .status: "status/WEEK/PERSON.md"
    default: "\(kind.folder)/ID.md"
    }
  }

  private static func section(_ kind: Kind) -> String {
    let declaration = kind.declaration
    var text =
      "### \(kind.name)\n\n\(declaration.summary) \(declaration.documentation)\n\n| field | holds | meaning |\n|---|---|---|\n"
    for field in declaration.fields {
      text +=
        "| `\(field.name)`\(field.isRequired ? "\\*" : "") | \(cell(field.type.phrase)) | \(cell(meaning(field))) |\n"
    }
    if !declaration.headings.isEmpty {
      text += "\n| heading | what stands under it | other words for it |\n|---|---|---|\n"
      for heading in declaration.headings {
        text +=
          "| `## \(heading.title)` | \(cell(heading.documentation)) | \(cell(heading.others.joined(separator: ", "))) |\n"
      }
    }
    return text
  }

  private static func meaning(_ field: FieldDeclaration) -> String {
    let members = field.type.members.map {
      "`\($0.name)`\($0.isRequired ? "\\*" : ""): \($0.documentation.prefix(1).lowercased() + $0.documentation.dropFirst())"
    }
    let parts = members.map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 }
    return field.documentation + (parts.isEmpty ? "" : " " + parts.joined(separator: "; ") + ".")
  }

  private static func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }

  private static let introduction = """
    # The workspace

    A workspace is the folder `.teamwork/` at the top of a Git repository. One Markdown file is one **record**; the folder it lies
    in says what **kind** of record it is. You can read and write it with any editor.

    ```
    .teamwork/
      teamwork.md                 the charter: who we are, our vision, how we work
      people/ana.md               a person
      goals/public-beta.md        a goal and its tasks
      status/2026-W47/ana.md      what Ana reports for that week
      templates/goal.md           your own template, in place of the built-in one
      summaries/2026-W47.md       what `tw summary --write` made
    ```

    ## A record

    ```markdown
    ---
    title: Public beta
    owners: [ana, ben]
    status: on-track
    due: 2026-12-18
    ---

    The API is open to everyone who asks. See also [[load-test-help]].

    ## Tasks

    - [ ] Write the migration guide @ana due:2026-12-01 needs:load-test ^guide
    - [x] Load-test the public API @ben done:2026-11-19 ^load-test
    ```

    - Between the two lines of `---` stand the **fields**, in YAML. What a value means comes from its field: `no` and `2026-11-20` in a
      title are words. A list of one may be written without brackets. Anchors, aliases and tags are refused.
    - Below stands the **body**, in GitHub's Markdown.
    - The file's name without `.md` is the record's **id**: small letters, digits, `-`, `_` and `.`, at most 100 bytes. For a status
      report it is `WEEK/PERSON`. Ids are unique within a kind.
    - Sub-folders mean nothing, but under `status/`, where they are the weeks. A `README.md` is no record.

    ## References

    | where | how | what it names |
    |---|---|---|
    | in a field | `owners: [ana, ben]` | a record of the kind that the field is for |
    | in a field for several kinds | `to: teams/platform` | the kind and the id; the id alone, where it is clear |
    | in the body | `@ana` | a person, or a team |
    | in the body | `[[public-beta]]`, `[[public-beta\\|the beta]]` | a record |
    | in the body | `[[roles/release-manager]]` | a record, when the kind must be said |
    | in the body | `[[public-beta^guide]]`, `[[public-beta#^guide]]` | a task |
    | in the body | `[[public-beta#Plan]]`, `[[#Plan]]` | a record, or this one; nobody looks whether it has the heading |
    | in the body | `[[public-beta.md]]`, `[[goals/public-beta.md]]` | a record, by its file |
    | in the body | `[[The public beta]]` | the only record that has this title or name |
    | in the body | `[the beta](../goals/public-beta.md)` | a file |

    Nothing in code or in comments is a reference.

    ## Tasks

    \(TaskSyntax.introduction)

    | attribute | meaning |
    |---|---|
    \(TaskSyntax.attributes.map { "| `\($0.written)` | \($0.meaning) |" }.joined(separator: "\n"))

    \(TaskSyntax.text)

    \(TaskSyntax.subtasks)

    """

  private static var modes: String {
    var text = """
      ## Collaborate or cooperate

      \(ModeChoice.advice)

      | | collaborate | cooperate |
      |---|---|---|

      """
    for choice in ModeChoice.all { text += "| \(choice.question) | \(choice.collaborate) | \(choice.cooperate) |\n" }
    return text + "\n\(ModeChoice.places) \(ModeChoice.rules)\n"
  }
}
