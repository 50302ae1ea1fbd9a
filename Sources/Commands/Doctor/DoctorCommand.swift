internal import Text

extension Command {
  /// `tw doctor`: what is wrong with this installation or repository, and what mends it.
  static let doctor = Command(
    CommandDeclaration(
      name: "doctor", group: .check, summary: "say what is wrong with the installation, and what mends it",
      options: [.format("text", "json")])
  ) { session in
    let diagnoses = Examination(session).diagnoses
    let isWrong = diagnoses.contains { $0.state == .wrong }
    if session.format == "json" {
      let checks = diagnoses.map { diagnosis in
        JSON.object([
          ("name", .string(diagnosis.name)), ("state", .string(diagnosis.state.rawValue)),
          ("message", .string(diagnosis.message)),
          ("mend", JSON(diagnosis.mend)),
        ])
      }
      return session.answer([("checks", .array(checks))], status: isWrong ? 1 : 0)
    }
    var text = StyledText()
    let width = min(session.environment.width, 120)
    for diagnosis in diagnoses {
      let (sign, label): (String, Label) =
        switch diagnosis.state {
        case .ok: ("ok", .done)
        case .note: ("note", .attention)
        case .wrong: ("wrong", .error)
        }
      text.append(padded(sign, to: 7), label)
      var head = padded(diagnosis.name, to: 12)
      // A path or command is for copying: it is never broken.
      for line in wrapped(visible(diagnosis.message), to: width - 19) {
        text.line(head + line)
        head = String(repeating: " ", count: 19)
      }
      if let mend = diagnosis.mend {
        text.append(String(repeating: " ", count: 19))
        text.line(visible(mend), .help)
      }
    }
    text.line()
    let wrong = diagnoses.count { $0.state == .wrong }
    text.line(wrong == 0 ? "All is well." : "\(counted(wrong, "thing")) to mend.")
    return session.answer(text, status: isWrong ? 1 : 0)
  }
}
