import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Markup as a reader of XML sees it: fails where it is not well formed.
final class MarkupReader: NSObject, XMLParserDelegate {
  struct Element {
    var name: String
    var attributes: [String: String]
    var text = ""
    /// The names of the elements in it, in order.
    var children: [String] = []
  }

  private(set) var elements: [Element] = []
  private var open: [Int] = []

  static func elements(of markup: String, sourceLocation: SourceLocation = #_sourceLocation) -> [Element] {
    let parser = XMLParser(data: Data("<all>\(markup)</all>".utf8))
    let reader = MarkupReader()
    parser.delegate = reader
    let isSound = parser.parse()
    #expect(
      isSound, "\(parser.parserError.map(String.init(describing:)) ?? "") in line \(parser.lineNumber)",
      sourceLocation: sourceLocation)
    return reader.elements
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    if let above = open.last { elements[above].children.append(name) }
    open.append(elements.count)
    elements.append(Element(name: name, attributes: attributes))
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    open.removeLast()
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if let last = open.last { elements[last].text += string }
  }
}
