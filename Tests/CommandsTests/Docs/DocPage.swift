import Foundation

/// A page of the documentation, as the commands on it.
///
/// - A fenced block marked `console` holds lines that begin with `$ `, each a command, with what it prints below. A command
///   goes on in lines that begin with `> `. A last line `[exit 1]` says that it ends with that status.
/// - One marked `sh` holds commands to copy. Each must succeed; what they print is not shown.
/// - A comment `<!-- run: COMMANDS -->` holds commands that the reader need not see.
/// - A comment `<!-- start: empty -->` or `<!-- start: example -->` says where the page begins: in an empty folder, or in the
///   example team's repository. Only pages with one are run.
struct DocPage {
  /// Where the page begins.
  enum Start: String {
    case empty, example
  }

  struct Step {
    enum Kind { case console, sh, hidden }
    let kind: Kind
    /// 1-based, of the command's first line.
    let line: Int
    var command: [String]
    /// What it is to print, of a `console` step.
    var output: [String] = []
    /// The lines of `output` in the page, from 0.
    var place = 0..<0
    var status: Int32 = 0
  }

  /// A block of a shell's commands, run or not.
  struct Block: Equatable {
    let line: Int
    let lines: [String]
    /// Whether a command in it is `tw`.
    var runsTool: Bool {
      lines.contains { $0.contains("tw") && $0.range(of: #"(^|[ "(|;])tw( |$)"#, options: .regularExpression) != nil }
    }
  }

  struct Malformed: Error, CustomStringConvertible {
    let line: Int
    let description: String
  }

  private(set) var start: Start?
  private(set) var steps: [Step] = []
  private(set) var blocks: [Block] = []
  let lines: [String]

  init(_ text: String) throws {
    lines = text.components(separatedBy: "\n")
    var number = 0
    while number < lines.count {
      let line = lines[number]
      if let fence = Self.fence(line) {
        let end = lines[(number + 1)...].firstIndex { Self.closes($0, fence.mark) }
        guard let end else { throw Malformed(line: number + 1, description: "this block has no end") }
        if ["console", "sh", "bash", "shell"].contains(fence.word) {
          blocks.append(Block(line: number + 1, lines: Array(lines[(number + 1)..<end])))
        }
        if fence.word == "console" { try readConsole((number + 1)..<end) }
        if fence.word == "sh" {
          steps.append(Step(kind: .sh, line: number + 2, command: Array(lines[(number + 1)..<end])))
        }
        number = end + 1
      } else if line.hasPrefix("<!-- run:") || line.hasPrefix("<!-- start:") {
        guard let end = lines[number...].firstIndex(where: { $0.hasSuffix("-->") }) else {
          throw Malformed(line: number + 1, description: "this comment has no end")
        }
        var content = lines[number...end].joined(separator: "\n").dropFirst("<!-- ".count).dropLast("-->".count)
        if content.hasPrefix("run:") {
          content = content.dropFirst("run:".count)
          steps.append(Step(kind: .hidden, line: number + 1, command: content.components(separatedBy: "\n")))
        } else {
          let word = content.dropFirst("start:".count).trimmingCharacters(in: .whitespaces)
          guard let known = Start(rawValue: word), start == nil else {
            throw Malformed(line: number + 1, description: "a page starts once, `empty` or `example`")
          }
          start = known
        }
        number = end + 1
      } else if line.first == " " || line.first == ">",
        line.wholeMatch(of: /[ >]+(`{3,}|~{3,}) *(console|sh|bash|shell)\b.*/) != nil
      {
        throw Malformed(line: number + 1, description: "a block of commands begins at the margin")
      } else {
        number += 1
      }
    }
  }

  private mutating func readConsole(_ range: Range<Int>) throws {
    var number = range.lowerBound
    guard let first = range.first, lines[first].hasPrefix("$ ") else {
      throw Malformed(line: number + 1, description: "a `console` block begins with `$ `")
    }
    while number < range.upperBound {
      var step = Step(kind: .console, line: number + 1, command: [String(lines[number].dropFirst(2))])
      number += 1
      while number < range.upperBound, lines[number] == ">" || lines[number].hasPrefix("> ") {
        step.command.append(String(lines[number].dropFirst(2)))
        number += 1
      }
      let begin = number
      while number < range.upperBound, !lines[number].hasPrefix("$ ") { number += 1 }
      var end = number
      if end > begin, let status = lines[end - 1].wholeMatch(of: /\[exit (\d+)\]/).flatMap({ Int32($0.1) }) {
        step.status = status
        end -= 1
      }
      step.place = begin..<end
      step.output = Array(lines[begin..<end])
      steps.append(step)
    }
  }

  /// The page with other outputs, one a step.
  func with(outputs: [[String]]) -> String {
    var lines = lines
    for (step, output) in zip(steps, outputs).reversed() where step.kind == .console {
      lines.replaceSubrange(step.place, with: output)
    }
    return lines.joined(separator: "\n")
  }

  private static func fence(_ line: String) -> (mark: String, word: String)? {
    guard line.hasPrefix("```") || line.hasPrefix("~~~"),
      let match = line.wholeMatch(of: /(`{3,}|~{3,}) *([^` ]*)[^`]*/)
    else { return nil }
    return (String(match.1), String(match.2))
  }

  private static func closes(_ line: String, _ mark: String) -> Bool {
    line.hasPrefix(mark) && line.allSatisfy { $0 == mark.first || $0 == " " }
  }
}
