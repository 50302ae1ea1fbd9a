/// `text` with everything that a reader cannot see, or that a terminal would obey, as a visible escape.
///
/// Control characters (C0, DEL, C1), bidirectional controls, zero-width and other invisible characters,
/// tag characters and noncharacters become `\e`, `\n`, `\u{202E}` and the like. Joiners stay between letters
/// of the scripts that are written with them and between emoji.
/// With `oneLine` (the default) line ends and tabs are escaped too; without it they stay, and CR LF
/// becomes LF. A text that holds nothing of the kind is returned as it is.
package func visible(_ text: String, oneLine: Bool = true) -> String {
  var native = text
  let hasNothingHidden = native.withUTF8 { bytes in
    narrowWidth(bytes) != nil || (!oneLine && bytes.allSatisfy { ($0 >= 0x20 && $0 < 0x7F) || $0 == 0x0A })
  }
  if hasNothingHidden { return native }
  var result = String.UnicodeScalarView()
  var previous: Unicode.Scalar?
  let scalars = text.unicodeScalars
  var index = scalars.startIndex
  while index < scalars.endIndex {
    let scalar = scalars[index]
    scalars.formIndex(after: &index)
    let next = index < scalars.endIndex ? scalars[index] : nil
    switch scalar {
    case "\n" where !oneLine, "\t" where !oneLine:
      result.append(scalar)
    case "\r" where !oneLine && next == "\n":
      break
    default:
      if let escape = visibleEscape(of: scalar, after: previous, before: next) {
        result.append(contentsOf: escape.unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    previous = scalar
  }
  return String(result)
}

/// Bytes that may be no UTF-8 as visible text: what does not decode is shown as `\xFF`, the rest as
/// `visible` shows it on one line.
package func visible(bytes: [UInt8]) -> String {
  var result = ""
  var valid = ""
  var offset = 0
  var parser = Unicode.UTF8.ForwardParser()
  var iterator = bytes.makeIterator()
  while true {
    switch parser.parseScalar(from: &iterator) {
    case .valid(let encoded):
      valid.unicodeScalars.append(Unicode.UTF8.decode(encoded))
      offset += encoded.count
    case .error(let length):
      result += visible(valid)
      valid = ""
      for byte in bytes[offset..<offset + length] { result += "\\x" + hexadecimal(UInt32(byte), digits: 2) }
      offset += length
    case .emptyInput:
      return result + visible(valid)
    }
  }
}

/// The escape that stands for `scalar` between its neighbours in a text, nil where it is shown as it is.
package func visibleEscape(
  of scalar: Unicode.Scalar, after previous: Unicode.Scalar?, before next: Unicode.Scalar?
) -> String? {
  guard isHidden(scalar), !belongs(scalar, between: previous, and: next) else { return nil }
  return switch scalar {
  case "\0": "\\0"
  case "\t": "\\t"
  case "\n": "\\n"
  case "\r": "\\r"
  case "\u{1B}": "\\e"
  default: "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
  }
}

/// True for a character that shows nothing by itself or changes how others are shown.
package func isHidden(_ scalar: Unicode.Scalar) -> Bool {
  let value = scalar.value
  if value < 0xAD { return value < 0x20 || (value >= 0x7F && value < 0xA0) }
  if value < 0x034F { return value == 0xAD }
  if value & 0xFFFE == 0xFFFE { return true }
  return switch value {
  case 0x034F, 0x061C, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F: true
  case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x3164: true
  case 0xFDD0...0xFDEF, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB: true
  case 0x13430...0x1345F, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0000...0xE0FFF: true
  default: false
  }
}

/// Joiners are letters of some scripts and parts of emoji, and an ideograph may name its variant.
private func belongs(_ scalar: Unicode.Scalar, between before: Unicode.Scalar?, and after: Unicode.Scalar?) -> Bool {
  guard let before, !isHidden(before) else { return false }
  switch scalar.value {
  case 0x200C, 0x200D:
    guard let after, !isHidden(after) else { return false }
    return isJoinable(before) && isJoinable(after)
  case 0xE0100...0xE01EF:
    return before.properties.isIdeographic
  default:
    return false
  }
}

private func isJoinable(_ scalar: Unicode.Scalar) -> Bool {
  guard scalar.value >= 0x600 else { return false }
  if scalar.properties.isEmoji || scalar == "\u{FE0F}" { return true }
  return switch scalar.properties.generalCategory {
  case .otherLetter, .nonspacingMark, .spacingMark: true
  default: false
  }
}

func hexadecimal(_ value: UInt32, digits: Int) -> String {
  let text = String(value, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, digits - text.count)) + text
}
