/// `text` for the content of an element or a quoted attribute, in HTML and in XML.
///
/// Characters that XML does not allow, and such as hide or turn text around, become visible escapes; line ends and tabs
/// stay.
package func escapedForHTML(_ text: String) -> String {
  let safe = visible(text, oneLine: false)
  guard safe.utf8.contains(where: { htmlEntity($0) != nil }) else { return safe }
  var result: [UInt8] = []
  result.reserveCapacity(safe.utf8.count + 16)
  for byte in safe.utf8 {
    if let entity = htmlEntity(byte) {
      result.append(contentsOf: entity.utf8)
    } else {
      result.append(byte)
    }
  }
  return String(decoding: result, as: UTF8.self)
}

private func htmlEntity(_ byte: UInt8) -> String? {
  switch byte {
  case UInt8(ascii: "&"): "&amp;"
  case UInt8(ascii: "<"): "&lt;"
  case UInt8(ascii: ">"): "&gt;"
  case UInt8(ascii: "\""): "&quot;"
  case UInt8(ascii: "'"): "&#39;"
  default: nil
  }
}
