/// Whether two texts are probably the same work: would the same be done twice if two people each did
/// one of them?
///
/// Every word that matters on the one side needs its counterpart on the other; one side may say
/// more, for detail does not make other work, but not both. So two texts that name different
/// versions, times, places, people or audiences differ without any list of these.
package func isSimilar(_ a: WorkText, _ b: WorkText) -> Bool {
  if a.key == b.key { return !a.key.isEmpty }
  // The answer must not depend on who is asked first.
  let isOrdered =
    a.tokens.count != b.tokens.count ? a.tokens.count < b.tokens.count : a.key.lexicographicallyPrecedes(b.key)
  return isOrdered ? Comparison(a, b).isSame : Comparison(b, a).isSame
}

/// One text set against another, word by word.
struct Comparison {
  private let a: WorkText
  private let b: WorkText
  /// For each token the index of its counterpart in the other text; -1 for none, -2 for the second
  /// half of a word that is written in one on the other side.
  private var inB: Counterparts
  private var inA: Counterparts

  init(_ a: WorkText, _ b: WorkText) {
    self.a = a
    self.b = b
    inB = Counterparts(count: a.tokens.count)
    inA = Counterparts(count: b.tokens.count)
    pair { $0.stem != 0 && $0.stem == $1.stem && $0.means($1) }
    // `Ready` is the counterpart of `prepare`, rather than `make` in `make the hall ready`.
    if a.lightVerb >= 0 || b.lightVerb >= 0 { pair { $0.isRequired && $1.isRequired && $0.means($1) } }
    pair { $0.means($1) }
    guard inB.lacksAny, inA.lacksAny else { return }
    Comparison.join(a, b, &inB, &inA)
    Comparison.join(b, a, &inA, &inB)
    Comparison.spellOut(a, b, &inB, &inA)
    Comparison.spellOut(b, a, &inA, &inB)
    let (a, b) = (a, b)
    pair { Spelling.isSlip($0, of: a, $1, of: b) }
  }

  private mutating func pair(_ isCounterpart: (Token, Token) -> Bool) {
    for i in inB.indices where inB[i] == -1 {
      for j in inA.indices where inA[j] == -1 && isCounterpart(a.tokens[i], b.tokens[j]) {
        inB[i] = j
        inA[j] = i
        break
      }
    }
  }

  /// Pairs `follow up` in the one text with `followup` in the other.
  private static func join(
    _ parts: WorkText, _ whole: WorkText, _ inWhole: inout Counterparts, _ inParts: inout Counterparts
  ) {
    for j in inParts.indices where inParts[j] == -1 && whole.tokens[j].stem != 0 {
      let stem = whole.tokens[j].stem
      for i in inWhole.indices where inWhole[i] == -1 {
        let part = parts.tokens[i]
        guard part.joinedNext == stem || part.joinedLast == stem else { continue }
        inWhole[i] = j
        inParts[j] = i
        // The next word may be a stop word, and then is no token.
        let hasSecond = i + 1 < inWhole.count && inWhole[i + 1] == -1 && parts.tokens[i + 1].start == part.end + 1
        if part.joinedNext == stem, hasSecond { inWhole[i + 1] = -2 }
        break
      }
    }
  }

  /// Pairs `QBR` in the one text with `quarterly business review` in the other.
  private static func spellOut(
    _ short: WorkText, _ long: WorkText, _ inLong: inout Counterparts, _ inShort: inout Counterparts
  ) {
    for i in inLong.indices where inLong[i] == -1 && short.tokens[i].traits.contains(.initials) {
      long.initials.forEachRun { hash, run in
        guard inLong[i] == -1, Token.own(hash) == short.tokens[i].stem,
          run.allSatisfy({ inShort[$0] == -1 })
        else { return }
        inLong[i] = run.lowerBound
        for part in run { inShort[part] = part == run.lowerBound ? i : -2 }
      }
    }
  }

  var isSame: Bool {
    if hasOtherVerb || hasOtherDirection || hasOtherAttribute { return false }
    let missingInB = missing(inB, a)
    let missingInA = missing(inA, b)
    if missingInB > 0, missingInA > 0 { return false }
    if missingInB + missingInA == 0 { return inB.indices.contains { inB[$0] >= 0 } }
    return missingInB > 0 ? isDetail(of: a, inB, b) : isDetail(of: b, inA, a)
  }

  private func missing(_ counterparts: Counterparts, _ text: WorkText) -> Int {
    var count = 0
    for i in counterparts.indices where counterparts[i] == -1 && text.tokens[i].isRequired { count += 1 }
    return count
  }

  /// Whether both texts say what to do, and it is not the same: `review the plan`, `plan the review`.
  private var hasOtherVerb: Bool {
    if a.verb >= 0, b.verb >= 0 {
      let isSame = inB[a.verb] == b.verb || isLight(a, inB, b) || isLight(b, inA, a)
      return !isSame && !isNominalised && !isLeftOut(b, inA, a) && !isLeftOut(a, inB, b)
    }
    if a.verb >= 0 { return inB[a.verb] == -1 && !isLeftOut(a, inB, b) }
    if b.verb >= 0 { return inA[b.verb] == -1 && !isLeftOut(b, inA, a) }
    return false
  }

  /// Whether what looks like the verb of `light` is what is got or made, and the verb stands before it:
  /// `get paint`, and `buy paint`.
  private func isLight(_ light: WorkText, _ counterparts: Counterparts, _ other: WorkText) -> Bool {
    light.lightVerb >= 0 && counterparts[light.lightVerb] == other.verb
  }

  /// Whether `full` only says what the other leaves out: `flyer for the camp`, `report on water use`, where `report`
  /// is no verb, and `design a flyer for the camp`, `write a report on water use`.
  private func isLeftOut(_ full: WorkText, _ counterparts: Counterparts, _ short: WorkText) -> Bool {
    guard full.tokens[full.verb].traits.contains(.making), counterparts[full.verb] == -1, full.object >= 0,
      short.lightVerb < 0, counterparts.count(of: -1) == 1
    else { return false }
    if short.verb < 0 { return true }
    // `Add caching to the list` is `cache the list`.
    if full.tokens[full.object].traits.contains(.nominal), counterparts[full.object] == short.verb { return true }
    guard short.verb == 0, !short.isVerbSure else { return false }
    let isAlone = short.tokens.count == 1 || short.tokens[1].traits.contains(.afterBoundary)
    if isAlone { return counterparts[full.object] == 0 }
    // Or it is the first part of a compound, `test plan`, that stands in the other text as well.
    let first = full.verb + 1
    return first < full.object && counterparts[first] == 0 && counterparts[first + 1] == 1
  }

  /// Whether one text names the verb of the other as its object and both say the same throughout:
  /// `budget planning`, where `budget` is no verb, and `plan the budget`.
  private var isNominalised: Bool {
    guard !inB.lacksAny, !inA.lacksAny else { return false }
    return a.object >= 0 && inA[b.verb] == a.object && a.tokens[a.object].traits.contains(.nominal)
      || b.object >= 0 && inB[a.verb] == b.object && b.tokens[b.object].traits.contains(.nominal)
  }

  /// `from the archive to the server` is not `from the server to the archive`.
  private var hasOtherDirection: Bool {
    for i in inB.indices where inB[i] >= 0 {
      let (here, there) = (a.tokens[i].traits, b.tokens[inB[i]].traits)
      if here.contains(.afterFrom), there.contains(.afterTo) { return true }
      if here.contains(.afterTo), there.contains(.afterFrom) { return true }
    }
    return hasSwappedParts
  }

  /// `Tell the cooks about the guests` is not `tell the guests about the cooks`.
  private var hasSwappedParts: Bool {
    for i in inB.indices.dropLast() where inB[i] >= 0 {
      let (here, there) = (a.tokens[i].preposition, b.tokens[inB[i]].preposition)
      guard here != there else { continue }
      for k in (i + 1)..<inB.count where inB[k] >= 0 {
        if a.tokens[k].preposition == there, b.tokens[inB[k]].preposition == here { return true }
      }
    }
    return false
  }

  /// Whether a word that could be left out stands where the other text has one that could not: the
  /// `new` town and the `old` town.
  private var hasOtherAttribute: Bool {
    for i in inB.indices.dropLast() where inB[i] == -1 && inB[i + 1] > 0 {
      let j = inB[i + 1] - 1
      if inA[j] == -1, a.tokens[i].isRequired != b.tokens[j].isRequired { return true }
    }
    return false
  }

  /// Whether what `longer` says beyond `shorter` is detail: no negation, and nothing that makes it
  /// about something else, as the badge does in `design the conference badge`.
  private func isDetail(of longer: WorkText, _ counterparts: Counterparts, _ shorter: WorkText) -> Bool {
    var shared = 0
    for i in counterparts.indices {
      let token = longer.tokens[i]
      if counterparts[i] == -1 {
        if token.traits.contains(.negation) { return false }
        // `Move out` is not `move in`, though `in` says nothing elsewhere.
        if token.isRequired, token.traits.contains(.particle) { return false }
      } else if token.isRequired {
        shared += 1
      }
    }
    return shared >= 2 && (longer.object < 0 || counterparts[longer.object] != -1)
  }
}

/// For each token of a text the index of its counterpart; held in place, as comparing is often done.
private struct Counterparts {
  private var indices64 = SIMD64<Int8>(repeating: -1)
  let count: Int

  init(count: Int) { self.count = min(count, WorkText.longest) }

  var indices: Range<Int> { 0..<count }
  var lacksAny: Bool { indices.contains { self[$0] == -1 } }
  func count(of index: Int) -> Int { indices.count { self[$0] == index } }

  subscript(index: Int) -> Int {
    get { Int(indices64[index]) }
    set { indices64[index] = Int8(truncatingIfNeeded: newValue) }
  }
}
