extension RequestFlow {
  /// As HTML with inline SVG, its key above it.
  func picture() -> String { "" }
}
