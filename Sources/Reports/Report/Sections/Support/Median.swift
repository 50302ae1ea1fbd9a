extension Collection<Int> {
  /// The smallest of them that half of them do not exceed, so that it is one of them: "half took three days or less".
  /// Nil where there are none.
  var median: Int? {
    let sorted = sorted()
    return sorted.isEmpty ? nil : sorted[(sorted.count - 1) / 2]
  }
}
