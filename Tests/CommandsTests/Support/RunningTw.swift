import Commands
import Foundation
import TestSupport
import Testing

extension ScratchRepository {
  /// One with the team of `.teamwork-example`, committed.
  static func example() throws -> ScratchRepository {
    let repository = try ScratchRepository(name: "kerbline")
    try FileManager.default.copyItem(
      atPath: projectFolder + "/.teamwork-example", toPath: repository.top + "/.teamwork")
    repository.variables["TW_PERSON"] = "samir"
    try repository.commit("The example")
    return repository
  }

  /// Runs a command line, from a folder of the repository.
  @discardableResult
  func tw(_ words: String..., from folder: String = "") -> Answer { run(words, from: folder) }

  /// - Parameters:
  ///   - also: variables beside those of the repository.
  ///   - input: what is on standard input.
  func run(_ words: [String], from folder: String = "", also: [String: String] = [:], input: String = "") -> Answer {
    let directory = folder.isEmpty ? top : folder.hasPrefix("/") ? folder : top + "/" + folder
    return Answer(
      Tool.run(
        words,
        in: Environment(
          directory: directory, variables: variables.merging(also) { $1 }, now: now, timeZone: timeZone,
          outputIsTerminal: outputIsTerminal,
          width: width,
          input: { input.utf8.count > $0 ? nil : Array(input.utf8) })))
  }

  struct Answer {
    let status: Int32
    let output: String
    let errors: String

    init(_ outcome: Outcome) {
      status = outcome.status
      output = String(decoding: outcome.output, as: UTF8.self)
      errors = String(decoding: outcome.errors + outcome.afterwards, as: UTF8.self)
    }
  }
}

/// Compares what a command said with `Golden/NAME.txt`.
func expectGolden(
  _ answer: ScratchRepository.Answer, _ name: String, command: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  var text = "$ \(command)\n" + answer.output
  if !answer.errors.isEmpty { text += "--- standard error\n" + answer.errors }
  text += "--- exit status \(answer.status)\n"
  try expectRecorded(
    text, at: "Tests/CommandsTests/Golden/\(name).txt", mend: "TW_RECORD=1 swift test --filter CommandsTests",
    sourceLocation: sourceLocation)
}
