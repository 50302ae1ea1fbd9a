internal import Teamwork

extension DeclaredField {
  /// As it is given on the command line: `promised=2026-11-27`, `helpers+=ana`; an empty value removes the field.
  func assigning(_ value: some CustomStringConvertible, _ sign: String = "=") -> String { "\(name)\(sign)\(value)" }
}

extension Field where Content: FieldChoice {
  func assigning(_ choice: Content) -> String { assigning(choice.rawValue) }
}
