/// The shapes of the marks, once in a document: `<g id>` around 0,0 in one hidden `<svg>`. Colours come from classes.
enum MarkDefinitions {
  static let svg = ""
}
