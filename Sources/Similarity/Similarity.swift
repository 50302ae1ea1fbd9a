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
    // In `grade the exams of year 7` and `mark the grade 7 exams` the verbs belong together, not the word; in `compile
    // the list of bugs` and `list the bugs` it is the word.
    if a.verb >= 0, b.verb >= 0, a.tokens[a.verb].means(b.tokens[b.verb]), !names(a, verbOf: b), !names(b, verbOf: a) {
      inB[a.verb] = b.verb
      inA[b.verb] = a.verb
    }
    pair { $0.stem != 0 && $0.stem == $1.stem && $0.means($1) }
    pairOthers()
    // `Ready` is the counterpart of `prepare`, rather than `make` in `make the hall ready`.
    if a.lightVerb >= 0 || b.lightVerb >= 0 { pair { $0.isRequired && $1.isRequired && $0.means($1) } }
    pair { $0.means($1) }
    guard inB.lacksAny, inA.lacksAny else {
      takeApart()
      return
    }
    Comparison.join(a, b, &inB, &inA)
    Comparison.join(b, a, &inA, &inB)
    Comparison.spellOut(a, b, &inB, &inA)
    Comparison.spellOut(b, a, &inA, &inB)
    takeApart()
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

  private func names(_ text: WorkText, verbOf other: WorkText) -> Bool {
    text.object >= 0 && text.tokens[text.object].stem == other.tokens[other.verb].stem
  }

  /// Pairs what is no verb with what is none, so that `rota` rather than `arrange` gets `schedule` for its counterpart.
  private mutating func pairOthers() {
    for i in inB.indices where inB[i] == -1 && i != a.verb && i != a.lightVerb {
      for j in inA.indices where inA[j] == -1 && j != b.verb && j != b.lightVerb && a.tokens[i].means(b.tokens[j]) {
        inB[i] = j
        inA[j] = i
        break
      }
    }
  }

  private mutating func takeApart() {
    if inA.lacksAny { Comparison.takeApart(a, b, &inB, &inA) }
    if inB.lacksAny { Comparison.takeApart(b, a, &inA, &inB) }
  }

  /// Pairs `memory leak`, which is known as one, with `leaks memory`, whose words stand in another order.
  private static func takeApart(
    _ whole: WorkText, _ parts: WorkText, _ inParts: inout Counterparts, _ inWhole: inout Counterparts
  ) {
    for i in inParts.indices where whole.tokens[i].stem == 0 && inParts[i] != -2 {
      var count = 0
      var found: [Int] = []
      whole.tokens[i].forEachWord(of: whole.key) { word in
        count += 1
        if let j = inWhole.indices.first(where: {
          inWhole[$0] == -1 && parts.tokens[$0].stem == word && !found.contains($0)
        }) {
          found.append(j)
        }
      }
      // With a counterpart, what is left of the words says nothing more; without one, all have to be there.
      if inParts[i] == -1 {
        guard let last = found.last, found.count == count, count > 1 else { continue }
        inParts[i] = last
        inWhole[last] = i
        found.removeLast()
      }
      for j in found { inWhole[j] = -2 }
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
    if hasOtherVerb || hasOtherDirection || hasOtherAttribute || hasOtherClassifier { return false }
    let missingInB = missing(inB, a, b, inA)
    let missingInA = missing(inA, b, a, inB)
    if missingInB > 0, missingInA > 0 { return false }
    if missingInB + missingInA == 0 {
      let shared = inB.indices.count { inB[$0] >= 0 }
      return shared > 1 || shared == 1 && !hasClassifier
    }
    return missingInB > 0 ? isDetail(of: a, inB, b) : isDetail(of: b, inA, a)
  }

  private func missing(
    _ counterparts: Counterparts, _ text: WorkText, _ other: WorkText, _ inText: Counterparts
  ) -> Int {
    var count = 0
    for i in counterparts.indices where counterparts[i] == -1 && text.tokens[i].isRequired {
      if isClassifier(i, of: text, counterparts) { continue }
      if i == text.verb, isLeftOut(text, counterparts, other, inText) { continue }
      count += 1
    }
    return count
  }

  /// Whether the word only says of what sort the one before it is, which the other text has: `settings page`.
  private func isClassifier(_ index: Int, of text: WorkText, _ counterparts: Counterparts) -> Bool {
    guard index > 0, counterparts[index] == -1 else { return false }
    let traits = text.tokens[index].traits
    return traits.contains(.classifier) && !traits.contains(.afterBoundary) && index - 1 != text.verb
      && counterparts[index - 1] != -1
  }

  private var hasClassifier: Bool {
    inB.indices.contains { isClassifier($0, of: a, inB) } || inA.indices.contains { isClassifier($0, of: b, inA) }
  }

  /// The login page is not the login process.
  private var hasOtherClassifier: Bool {
    for i in inB.indices where isClassifier(i, of: a, inB) && inB[i - 1] >= 0 {
      let j = inB[i - 1] + 1
      if j < inA.count, isClassifier(j, of: b, inA) { return true }
    }
    return false
  }

  /// Whether both texts say what to do, and it is not the same: `review the plan`, `plan the review`.
  private var hasOtherVerb: Bool {
    if a.verb >= 0, b.verb >= 0 {
      let isSame = inB[a.verb] == b.verb || isLight(a, inB, b) || isLight(b, inA, a)
      return !isSame && !isNominalised && !isLeftOut(b, inA, a, inB) && !isLeftOut(a, inB, b, inA)
    }
    if a.verb >= 0 { return inB[a.verb] == -1 && !isLeftOut(a, inB, b, inA) }
    if b.verb >= 0 { return inA[b.verb] == -1 && !isLeftOut(b, inA, a, inB) }
    return false
  }

  /// Whether what looks like the verb of `light` is what is got or made, and the verb stands before it:
  /// `get paint`, and `buy paint`.
  private func isLight(_ light: WorkText, _ counterparts: Counterparts, _ other: WorkText) -> Bool {
    light.lightVerb >= 0 && counterparts[light.lightVerb] == other.verb && counterparts[light.verb] != -1
  }

  /// Whether `full` only says what the other leaves out: `flyer for the camp`, `report on water use`, where `report`
  /// is no verb, and `design a flyer for the camp`, `write a report on water use`.
  private func isLeftOut(
    _ full: WorkText, _ counterparts: Counterparts, _ short: WorkText, _ inFull: Counterparts
  ) -> Bool {
    let traits = full.tokens[full.verb].traits
    guard !traits.isDisjoint(with: [.making, .support]), counterparts[full.verb] == -1, full.object >= 0,
      short.lightVerb < 0, counterparts[full.object] != -1
    else { return false }
    // Only one of the two says more than the other.
    let lacks = counterparts.indices.contains {
      counterparts[$0] == -1 && $0 != full.verb && !isClassifier($0, of: full, counterparts)
    }
    if lacks, inFull.lacksAny { return false }
    // `Add caching to the list` is `cache the list`.
    if short.verb >= 0, traits.contains(.support), full.tokens[full.object].traits.contains(.nominal),
      counterparts[full.object] == short.verb
    {
      return true
    }
    guard traits.contains(.making) else { return false }
    if short.verb < 0 { return true }
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
    isNominalised(a, inB, b, inA) || isNominalised(b, inA, a, inB)
  }

  private func isNominalised(
    _ noun: WorkText, _ inOther: Counterparts, _ other: WorkText, _ inNoun: Counterparts
  ) -> Bool {
    guard noun.object >= 0, inNoun[other.verb] == noun.object, noun.tokens[noun.object].traits.contains(.nominal)
    else { return false }
    // What looks like its verb is a part of what the other is about.
    guard !noun.isVerbSure, inOther[noun.verb] >= 0 else { return false }
    let (part, there) = (noun.tokens[noun.verb], other.tokens[inOther[noun.verb]])
    return part.stem == there.stem || there.stem == 0
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

  /// Whether any word or phrase is the same, and not only one of the same meaning: such are too little to call all the
  /// rest detail.
  private var sharesWord: Bool {
    inB.indices.contains {
      guard inB[$0] >= 0 else { return false }
      let (here, there) = (a.tokens[$0], b.tokens[inB[$0]])
      if here.stem != 0, there.stem != 0 { return here.stem == there.stem || !here.means(there) }
      // `Set up` and `prepare` are only of the same meaning.
      return $0 != a.verb
    }
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
    guard shared >= 2, sharesWord else { return false }
    return longer.object < 0 || counterparts[longer.object] != -1
      || isClassifier(longer.object, of: longer, counterparts)
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
