internal import Storage
internal import Teamwork

/// The world that a command runs in, passed in so that tests can pin it.
package struct Environment: Sendable {
  /// The current folder, absolute.
  package var directory: String
  /// The variables of the process.
  package var variables: [String: String]
  /// Seconds since 1970.
  package var now: Int64
  /// The machine's time zone, a name of the IANA database.
  package var timeZone: String
  package var inputIsTerminal: Bool
  package var outputIsTerminal: Bool
  package var errorIsTerminal: Bool
  /// Columns of the terminal.
  package var width: Int
  /// Lines of the terminal.
  package var height: Int
  /// Says on standard error, at once, what is going on; nil takes it away again. Only on a terminal.
  package var progress: @Sendable (String?) -> Void
  /// Reads standard input to its end; nil when it has more bytes than `limit`, or cannot be read.
  package var input: @Sendable (_ limit: Int) -> [UInt8]?

  package init(
    directory: String, variables: [String: String], now: Int64, timeZone: String = "UTC", inputIsTerminal: Bool = false,
    outputIsTerminal: Bool = false, errorIsTerminal: Bool = false,
    width: Int = 80, height: Int = 24, progress: @escaping @Sendable (String?) -> Void = { _ in },
    input: @escaping @Sendable (_ limit: Int) -> [UInt8]? = { _ in [] }
  ) {
    self.directory = directory
    self.variables = variables
    self.now = now
    self.timeZone = timeZone
    self.inputIsTerminal = inputIsTerminal
    self.outputIsTerminal = outputIsTerminal
    self.errorIsTerminal = errorIsTerminal
    self.width = width
    self.height = height
    self.progress = progress
    self.input = input
  }
}

extension Environment {
  /// The machine's time zone.
  ///
  /// - Parameter variables: those of the process.
  package static func timeZone(_ variables: [String: String]) -> String { Zone.nameOfMachine(variables) }
}

/// What a command leaves behind. It is written when the command has ended: one that could not be done
/// leaves nothing on standard output.
package struct Outcome: Sendable {
  package var status: Int32
  package var output: [UInt8]
  package var errors: [UInt8]
  /// For standard error too, behind the output: what came of what was done.
  package var afterwards: [UInt8] = []
  /// The program that is to show the output, as a shell runs it.
  package var pager: String?
  /// What the user is to edit before anything is written.
  package var editor: Editor?
  /// What it was made from. The process ends with the outcome, and need not take this apart first.
  var origin: [any Sendable] = []

  package struct Editor: Sendable {
    /// As a shell runs it, with the file as its argument.
    package let command: String
    /// Absolute.
    package let path: String
  }

  package init(status: Int32 = 0, output: [UInt8] = [], errors: [UInt8] = []) {
    self.status = status
    self.output = output
    self.errors = errors
  }
}
