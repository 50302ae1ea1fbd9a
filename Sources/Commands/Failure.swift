internal import Git
internal import Storage
internal import Text

/// Why a command ends without doing what was asked.
package struct Failure: Error, Sendable {
  /// 1: what was asked for does not exist. 2: it could not be done.
  package var status: Int32
  package var message: String
  package var help: String?

  package init(_ message: String, help: String? = nil, status: Int32 = 2) {
    self.message = message
    self.help = help
    self.status = status
  }

  /// What was asked for does not exist.
  static func notFound(_ message: String, help: String? = nil) -> Failure { Failure(message, help: help, status: 1) }

  /// The same for whatever the layers below throw.
  init(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let usage as UsageError: self.init(usage.message, help: usage.help)
    case let git as GitError: self.init(git.message)
    case let storage as StorageError: self.init(storage.message)
    default: self.init("\(error)")
    }
  }

  /// `tw: what happened`, and what to do about it.
  var styled: StyledText {
    var text = StyledText()
    text.append("error", .error)
    text.append(": " + message + "\n")
    if let help {
      text.append("help", .help)
      text.append(": " + help + "\n")
    }
    return text
  }
}
