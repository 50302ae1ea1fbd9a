/// A commit, read as far as its bytes allow: an odd author does not make a history unreadable.
package struct Commit: Sendable, Hashable {
  /// What is odd about a commit. All of it can be told, none of it stops the rest.
  package enum Oddity: Sendable, Hashable {
    /// The author or the committer has no e-mail.
    case noEmail
    /// A time is missing, no number, or not between 1970 and 9999; it counts as 1970-01-01.
    case absurdTime
    /// There are several author lines, and the first one counts.
    case severalAuthors
    /// There is no author or no committer.
    case noSignature
    /// Name, e-mail or message are not UTF-8.
    case notUTF8
  }

  package var id: ObjectID
  package var tree: ObjectID
  /// In the commit's own order, whether they can be read or not.
  package var parents: [ObjectID]
  package var author: Signature
  package var committer: Signature
  /// The first paragraph of the message in one line.
  package var subject: String
  /// The whole message, with broken UTF-8 repaired.
  package var message: String
  package var oddities: [Oddity]
  /// Whether it carries a signature, good or bad.
  package var isSigned: Bool
}

/// Who and when.
package struct Signature: Sendable, Hashable {
  /// For display: what is not UTF-8 is repaired.
  package var name: String
  /// For display: what is not UTF-8 is repaired.
  package var email: String
  /// The bytes between `<` and `>`, for comparing.
  package var emailBytes: [UInt8]
  /// Seconds since 1970-01-01 00:00 UTC, from 0 to the end of 9999.
  package var time: Int64
  /// The zone of the clock that was read, in minutes east of UTC, within a day.
  package var offsetMinutes: Int
}

extension Commit {
  /// nil when the bytes are no commit at all.
  init?(_ id: ObjectID, _ bytes: UnsafeRawBufferPointer) {
    guard let header = CommitHeader(bytes) else { return nil }
    var oddities: Set<Oddity> = []
    func signature(_ range: Range<Int>?) -> Signature {
      guard let range else {
        oddities.insert(.noSignature)
        return Signature(name: "", email: "", emailBytes: [], time: 0, offsetMinutes: 0)
      }
      let parsed = RawSignature(UnsafeRawBufferPointer(rebasing: bytes[range]))
      if parsed.email.isEmpty { oddities.insert(.noEmail) }
      if parsed.time == nil { oddities.insert(.absurdTime) }
      return Signature(
        name: text(parsed.name), email: text(parsed.email), emailBytes: Array(parsed.email),
        time: parsed.time ?? 0, offsetMinutes: parsed.offsetMinutes)
    }
    let encoding = header.encoding.map { String(decoding: bytes[$0], as: UTF8.self).lowercased() }
    let isLatin = encoding.map { ["iso-8859-1", "iso8859-1", "latin1", "latin-1"].contains($0) } ?? false
    func text(_ bytes: some Collection<UInt8>) -> String {
      // The commit says so itself; each byte is the character of its number.
      if isLatin { return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) })) }
      let text = String(decoding: bytes, as: UTF8.self)
      if !text.utf8.elementsEqual(bytes) { oddities.insert(.notUTF8) }
      return text
    }
    self.id = id
    tree = header.tree
    parents = header.parents
    author = signature(header.author)
    committer = signature(header.committer)
    message = text(UnsafeRawBufferPointer(rebasing: bytes[header.message...]))
    subject = Commit.subject(of: message)
    isSigned = header.isSigned
    if header.authorLines > 1 { oddities.insert(.severalAuthors) }
    self.oddities = Oddity.inOrder.filter(oddities.contains)
  }

  private static func subject(of message: String) -> String {
    let lines = message.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    func isBlank(_ line: Substring.UTF8View) -> Bool { line.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D } }
    func trimmed(_ line: Substring.UTF8View) -> String {
      let end = line.lastIndex { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }
      return end.map { String(Substring(line[...$0])) } ?? ""
    }
    return lines.drop(while: isBlank).prefix { !isBlank($0) }.map(trimmed).joined(separator: " ")
  }
}

extension Commit.Oddity {
  fileprivate static let inOrder: [Commit.Oddity] = [.noSignature, .severalAuthors, .noEmail, .absurdTime, .notUTF8]
}

/// `Name <e-mail> seconds +hhmm`, or what came of it.
struct RawSignature {
  var name: UnsafeRawBufferPointer
  var email: UnsafeRawBufferPointer
  /// nil when it is missing or absurd.
  var time: Int64?
  var offsetMinutes: Int

  /// The last second of the year 9999: later times have no date that others could read.
  static let latest: Int64 = 253_402_300_799

  init(_ line: UnsafeRawBufferPointer) {
    func part(_ range: Range<Int>) -> UnsafeRawBufferPointer {
      var range = range
      while let first = range.first, line[first] == 0x20 { range.removeFirst() }
      while let last = range.last, line[last] == 0x20 { range.removeLast() }
      return UnsafeRawBufferPointer(rebasing: line[range])
    }
    // As Git does: the e-mail ends at the first `>` after the first `<`, the time follows the last `>`.
    let open = line.firstIndex(of: UInt8(ascii: "<"))
    let close = open.flatMap { line[$0...].firstIndex(of: UInt8(ascii: ">")) }
    name = part(0..<(open ?? line.count))
    email = if let open, let close { part((open + 1)..<close) } else { part(0..<0) }
    let last = line.lastIndex(of: UInt8(ascii: ">"))
    let words = last.map { line[($0 + 1)...].split(separator: 0x20) } ?? []
    time = words.first.flatMap { Self.time($0) }
    offsetMinutes = words.count > 1 ? Self.offset(words[1]) : 0
  }

  private static func time(_ digits: Slice<UnsafeRawBufferPointer>) -> Int64? {
    guard digits.count <= 12, let value = number(digits), value <= latest else { return nil }
    return value
  }

  private static func offset(_ word: Slice<UnsafeRawBufferPointer>) -> Int {
    guard word.count == 5, let value = number(word.dropFirst()) else { return 0 }
    let minutes = Int(value / 100 * 60 + value % 100)
    guard minutes < 24 * 60 else { return 0 }
    return word.first == UInt8(ascii: "-") ? -minutes : minutes
  }

  private static func number(_ digits: Slice<UnsafeRawBufferPointer>) -> Int64? {
    var value: Int64 = 0
    for digit in digits {
      guard 0x30...0x39 ~= digit else { return nil }
      value = value * 10 + Int64(digit - 0x30)
    }
    return digits.isEmpty ? nil : value
  }
}
