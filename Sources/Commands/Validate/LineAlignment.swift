/// Which lines of a text are which of another version of it.
struct LineAlignment {
  enum Place: Hashable {
    /// The line is in both versions: as the older one counts it, from 1.
    case line(Int)
    /// The line is in one version only: the number of the stretch of lines that took the place of others.
    case stretch(Int)
  }

  /// Whether nothing differs, and all lines are what they were.
  private let isSame: Bool
  private let oldPlaces: [Place]
  private let newPlaces: [Place]

  /// How many lines are compared with how many others at most: past that, those between the first and the last
  /// difference count as new.
  private static let mostComparisons = 4_000_000

  init(_ old: [UInt8], _ new: [UInt8]) {
    isSame = old == new
    if isSame {
      (oldPlaces, newPlaces) = ([], [])
      return
    }
    var numbers: [ArraySlice<UInt8>: Int] = [:]
    func lines(_ bytes: [UInt8]) -> [Int] {
      bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
        let text = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
        if let number = numbers[text] { return number }
        numbers[text] = numbers.count
        return numbers.count - 1
      }
    }
    let (a, b) = (lines(old), lines(new))
    var start = 0
    while start < a.count, start < b.count, a[start] == b[start] { start += 1 }
    var (endA, endB) = (a.count, b.count)
    while endA > start, endB > start, a[endA - 1] == b[endB - 1] {
      endA -= 1
      endB -= 1
    }
    var (removed, inserted) = (Set(start..<endA), Set(start..<endB))
    if removed.count * inserted.count <= Self.mostComparisons {
      let difference = Array(b[start..<endB]).difference(from: Array(a[start..<endA]))
      removed = []
      inserted = []
      for change in difference {
        switch change {
        case .remove(let offset, _, _): removed.insert(offset + start)
        case .insert(let offset, _, _): inserted.insert(offset + start)
        }
      }
    }
    var (oldPlaces, newPlaces): ([Place], [Place]) = ([], [])
    var (i, j, stretch) = (0, 0, 0)
    while i < a.count || j < b.count {
      if removed.contains(i) || inserted.contains(j) {
        while removed.contains(i) {
          oldPlaces.append(.stretch(stretch))
          i += 1
        }
        while inserted.contains(j) {
          newPlaces.append(.stretch(stretch))
          j += 1
        }
        stretch += 1
      } else {
        i += 1
        j += 1
        oldPlaces.append(.line(i))
        newPlaces.append(.line(i))
      }
    }
    self.oldPlaces = oldPlaces
    self.newPlaces = newPlaces
  }

  /// - Parameter line: of the older version, from 1.
  func place(ofOld line: Int) -> Place { oldPlaces.indices.contains(line - 1) ? oldPlaces[line - 1] : .line(line) }

  /// - Parameter line: of the newer version, from 1.
  func place(ofNew line: Int) -> Place { newPlaces.indices.contains(line - 1) ? newPlaces[line - 1] : .line(line) }
}
