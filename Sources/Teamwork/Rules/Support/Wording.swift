/// Two days for one sentence: the year is said only where they differ in it.
func daysInWords(_ a: Day, _ b: Day) -> (String, String) {
  (a.short(in: b.civil.year), b.short(in: a.civil.year))
}

extension Task {
  /// What a message calls the task: its own name, else as much of its text as fits.
  var title: String {
    if let anchor { return anchor.value.text }
    let words = text.filter { $0 != "`" }
    return words.count <= 50 ? words : words.prefix(49).trimmed + "…"
  }
}
