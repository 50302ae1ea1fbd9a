internal import Documents

/// The fields of the charter.
extension Charter {
  package static let name = Field<String>("name", .line, required: true, "What the team is called.")
  package static let vision = Field<String>(
    "vision", .text, required: true, "The long-term picture that every goal serves.")
  package static let format = Field<Int>(
    "format", .int(Int.min...Int.max), required: true, "The version of this format, now 1.")
  package static let mode = Schema.mode
  package static let cadence = Field<Cadence>(
    "cadence", "How often each person reports. Without it nobody is due, and summaries say how many owners wrote.")
  package static let web = Field<String>(
    "web", .url, "Where the repository is shown, for links in what is sent round.")
  package static let timezone = Field<String>(
    "timezone", .timeZone, "Where your days and weeks begin: an IANA name, `UTC` unless said otherwise.")
  package static let channels = Field<[Value]>(
    "channels", .list(.mapping(Channel.fields)), "Where we talk, and about what.")
  package static let extraFields = Field<Value>(
    "extra-fields", .dictionary(key: .kind, value: .list(.line)), "Fields of your own: kind → names.")
  package static let rules = Field<Value>(
    "rules", .dictionary(key: .rule, value: .oneOf(["off", "warning", "error"])),
    "Rules switched: rule → `off`, `warning` or `error`.")
  package static let summaries = Field<String>(
    "summaries", .line, "The folder, from the repository's top, for what `tw summary --write` makes.")
  package static let headings = Field<Value>(
    "headings", .dictionary(key: .heading, value: .list(.line)),
    "Your own words for headings that `tw` knows: `done: [Fait, Terminé]`.")
  package static let limits = Field<Value>(
    "limits", .mapping(Limit.fields),
    "How large a file may be before it is refused. A commit or push is judged by the limits that were there before it.")

  package enum Channel {
    package static let name = Field<String>("name", .line, required: true, "What the channel is called.")
    package static let purpose = Field<String>("for", .line, required: true, "What we talk about there.")
    package static let url = Field<String>("url", .url, "Where it is.")

    static let fields = Schema.members(name, purpose, url)
  }

  package enum Limit {
    package static let fileSize = Field<Int>(
      "file-size", .int(1...Limits.ceiling.fileSize),
      "Bytes a file may have; 1048576 unless said otherwise, 16777216 at most.")
    package static let frontMatterSize = Field<Int>(
      "front-matter-size", .int(1...Limits.ceiling.frontMatterSize),
      "Bytes a front matter may have; 65536 unless said otherwise, 1048576 at most.")
    package static let depth = Field<Int>(
      "depth", .int(1...Limits.ceiling.depth),
      "Collections inside each other; 32 unless said otherwise, 128 at most.")

    static let fields = Schema.members(fileSize, frontMatterSize, depth)
  }

  static let declaration = KindDeclaration(
    "charter", article: "the charter", folder: "", "Who we are, our vision, and how we work.",
    documentation:
      "One file, `teamwork.md`, at the top of the workspace. Its body is yours: how you decide, how you meet.",
    fields: [
      name, vision, format, mode, cadence, web, timezone, channels, extraFields, rules, summaries, headings, limits,
    ],
    title: name, exampleTitle: "Harbour Works", columns: ["name", "mode", "cadence", "timezone"])
}
