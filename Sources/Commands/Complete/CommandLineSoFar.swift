/// A command line that is being typed, as far as it goes.
struct CommandLineSoFar {
  let set: CommandSet
  private(set) var command: CommandDeclaration?
  private(set) var arguments: [String] = []
  /// The keys of the options that stand there, the program's included.
  private(set) var options: [String] = []
  private(set) var global = GlobalOptions()
  /// The option whose value is to be typed.
  private(set) var open: OptionDeclaration?
  /// Behind `--` nothing is an option.
  private(set) var isLiteral = false
  /// The word that is being typed, perhaps empty; of `--option=value` the value.
  private(set) var current: String
  /// What stands before it in the same word, `--option=`.
  private(set) var lead = ""

  /// - Parameter words: behind the program's name; the last is being typed.
  init(_ words: [String], in set: CommandSet) {
    self.set = set
    current = words.last ?? ""
    for word in words.dropLast() { take(word) }
    guard open == nil, !isLiteral, current.hasPrefix("--"), let sign = current.utf8.firstIndex(of: UInt8(ascii: "="))
    else { return }
    let name = String(current[..<sign])
    open = known.first { $0.name == name && $0.value != nil }
    if open != nil {
      lead = name + "="
      current = String(current[current.utf8.index(after: sign)...])
    }
  }

  /// The options that may stand here.
  var known: [OptionDeclaration] { (command?.options ?? []) + set.globalOptions }

  private mutating func take(_ word: String) {
    if let option = open {
      open = nil
      return note(option, value: word)
    }
    if isLiteral || !word.hasPrefix("-") || word == "-" { return takeArgument(word) }
    if word == "--" {
      isLiteral = true
      return
    }
    let name = String(word.prefix { $0 != "=" })
    guard let option = known.first(where: { $0.names.contains(name) }) else { return }
    if option.value == nil {
      note(option, value: nil)
    } else if name.utf8.count < word.utf8.count {
      note(option, value: String(word.dropFirst(name.count + 1)))
    } else {
      open = option
    }
  }

  private mutating func takeArgument(_ word: String) {
    if command == nil, let found = set[word] { command = found } else { arguments.append(word) }
  }

  private mutating func note(_ option: OptionDeclaration, value: String?) {
    options.append(option.key)
    switch option.key {
    case "C": value.map { global.directories.append($0) }
    case "workspace": global.workspace = value
    case "today": global.today = value
    default: break
    }
  }
}
