package struct WorkText: Sendable {
  package init(_ text: String) {}
}
