/// The shapes of the marks, once in a document: `<g id>` around 0,0 in one hidden `<svg>`. Colours come from classes.
enum MarkDefinitions {
  /// It has no size but is displayed: a pattern within `display: none` paints nothing in some browsers.
  static let svg =
    "<svg class=\"defs\" width=\"0\" height=\"0\" aria-hidden=\"true\" focusable=\"false\">" + definitions + "</svg>\n"

  /// The same within a drawing of its own.
  static let definitions =
    "<defs>\n" + hatching + Mark.allCases.map { "<g id=\"\($0.id)\">\($0.shape)</g>\n" }.joined() + arrows + "</defs>"

  /// `#hx` where somebody is needed, `#hg` where not. The stripes differ in slope too, for print without colour.
  private static let hatching = """
    <pattern id="hx" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="la" d="M1 0V4" stroke-width="1.6"/></pattern>
    <pattern id="hg" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><path class="lm" d="M1 0V4" stroke-width="1.3"/></pattern>

    """

  /// The ends of arrows in the direction of time and against it, their points at 0,0.
  private static let arrows = """
    <g id="k-ahead"><path class="acc" d="M0 0L-6-3.2V3.2Z"/></g>
    <g id="k-back"><path class="acc" d="M0 0L6-3.2V3.2Z"/></g>

    """
}

extension Mark {
  /// Between -6 and 6 in both directions; a flag's foot is at 0,6 and its cloth to the right.
  fileprivate var shape: String {
    switch self {
    case .proposed: "<circle class=\"l\" r=\"4.6\" stroke-width=\"1.4\" stroke-dasharray=\"2.2 1.41\"/>"
    case .onTrack: "<circle class=\"mid\" r=\"4.9\"/>"
    case .atRisk:
      "<path class=\"paper-fill\" d=\"M0-4.5L5 4.2H-5Z\"/><path class=\"la\" d=\"M0-4.5L5 4.2H-5Z\" stroke-width=\"1.6\" stroke-linejoin=\"round\"/>"
    case .offTrack:
      "<path class=\"acc\" d=\"M0-6L6.4 5.2H-6.4Z\"/><path class=\"lp\" d=\"M0-2.3V1.4M0 2.6V4.1\" stroke-width=\"1.5\"/>"
    case .paused: "<path class=\"l\" d=\"M-2.3-4.4V4.4M2.3-4.4V4.4\" stroke-width=\"2\"/>"
    case .done:
      "<circle class=\"ink\" r=\"5.6\"/><path class=\"lp\" d=\"M-2.7.3L-.8 2.3L2.8-2.2\" stroke-width=\"1.6\"/>"
    case .dropped: "<path class=\"l\" d=\"M-3.8-3.8L3.8 3.8M3.8-3.8L-3.8 3.8\" stroke-width=\"1.8\"/>"
    case .written: "<circle class=\"ink\" r=\"3\"/>"
    case .blocked: "<path class=\"acc\" d=\"M0-4.7L4.7 0L0 4.7L-4.7 0Z\"/>"
    case .away: "<path class=\"lm\" d=\"M-3.4 0H3.4\" stroke-width=\"1.6\"/>"
    case .late:
      "<circle class=\"l\" r=\"3\" stroke-width=\"1.2\"/><path class=\"ink\" d=\"M0-3.4A3.4 3.4 0 0 1 0 3.4Z\"/>"
    case .owner: "<circle class=\"l\" r=\"5\" stroke-width=\"1.5\"/><circle class=\"ink\" r=\"2.6\"/>"
    case .idleOwner: "<circle class=\"hatch\" r=\"5\"/><circle class=\"la\" r=\"5\" stroke-width=\"1.4\"/>"
    case .tasks: "<circle class=\"ink\" r=\"2.6\"/>"
    case .gap:
      "<path class=\"hatch\" d=\"M-5-5H5V5H-5Z\"/><path class=\"la\" d=\"M-5-5H5V5H-5Z\" stroke-width=\"1.2\"/>"
    case .flag: "<path class=\"l\" d=\"M0 6V-7\" stroke-width=\"1.5\"/><path class=\"ink\" d=\"M0-7L7-4L0-1Z\"/>"
    case .oldFlag:
      "<path class=\"la\" d=\"M0 6V-7\" stroke-width=\"1.2\" stroke-dasharray=\"2 1.6\"/><path class=\"paper-fill\" d=\"M0-7L7-4L0-1Z\"/><path class=\"la\" d=\"M0-7L7-4L0-1Z\" stroke-width=\"1.1\"/>"
    case .movedFlag:
      "<path class=\"la\" d=\"M0 6V-7\" stroke-width=\"1.7\"/><path class=\"acc\" d=\"M0-7.6L8.4-4L0-.4Z\"/>"
    case .asked: "<path class=\"l\" d=\"M0-4.4V4.4\" stroke-width=\"1.2\"/>"
    case .needed: "<path class=\"l\" d=\"M0-8V8\" stroke-width=\"2.4\"/>"
    case .promised: "<circle class=\"paper-fill\" r=\"5\"/><circle class=\"l\" r=\"5\" stroke-width=\"1.6\"/>"
    case .delivered: "<circle class=\"ink\" r=\"3.2\"/>"
    }
  }
}
