internal import Text

extension Charter {
  /// The known words that a heading's were most likely to be, where they are one or two letters away; nil where they are
  /// known, or far from all.
  func headingWords(near text: String) -> String? {
    let folded = KnownHeading.folded(text)
    guard !folded.isEmpty, heading(text) == nil else { return nil }
    var best: (words: String, distance: Int)?
    for known in knownHeadingWords {
      guard let distance = Self.distance(folded, known.folded), distance < best?.distance ?? 3 else { continue }
      best = (known.words, distance)
    }
    return best?.words
  }

  /// How many letters one is from the other, word by word; nil where they are no slip of the other.
  private static func distance(_ written: String, _ known: String) -> Int? {
    if abs(written.utf8.count - known.utf8.count) > 8 { return nil }
    let (a, b) = (written.split(separator: " "), known.split(separator: " "))
    // `Nextweek`.
    if a.count != b.count { return a.joined() == b.joined() ? 1 : nil }
    var sum = 0
    for (a, b) in zip(a, b) where a != b {
      guard let distance = distance(ofWord: a, b) else { return nil }
      sum += distance
    }
    return (1...2).contains(sum) ? sum : nil
  }

  /// In a short word a letter makes another word, and slips seldom change the first one.
  private static func distance(ofWord written: Substring, _ known: Substring) -> Int? {
    let (a, b) = (Array(written), Array(known))
    let most = b.count < 4 ? 0 : b.count < 6 ? 1 : 2
    guard most > 0, a.count > 1, abs(a.count - b.count) <= most,
      a[0] == b[0] || (a[0] == b[1] && a[1] == b[0]), !ordinaryWords.contains(written)
    else { return nil }
    let distance = alignmentDistance(a, b)
    return distance <= most ? distance : nil
  }

  /// Words that are near one of the format's headings and are their own.
  private static let ordinaryWords: Set<Substring> = Set(
    """
    arks asps ass auks backed backers backing bickers blacked blacken blackens blacker blacking blanked blanking
    blinked blinkers blinking bloated bloating blobbed blobbing blockade blockaded blockading blockhead blogged
    bloggers blogging blooded blooding bloomed bloomers blooming bloopers blotched blotching blotted blotters
    blotting bloused blousing blowers blowing bonkers booked booking bricked bricking brokers brooked brooking
    bucked bucking calibrate celebrant celebrants celebrity celibate compacted compelled compete competed
    competes complected completely completer completest complexes complied comported composted computed dding
    dine ding doe doen doings dole doling dome doming don dons dope doping dose dosing dote doting dove doze
    dozing drone dune dying famished finessed finises finisher finishers fished furnished goad god gold goo
    goods goody goof gook goon goop heap held hell helm helps hemp hep highlighter highlighters impedimenta lase
    lash lass lasts lat lats least lest list lost lust neared neat necked needier needle needled needles needy
    nerd nerds nerved nest nested net nets netted new newsy newt newts nodded pan pans plain plains plane planes
    plank planks plant plants play plays prioress process profess programs progressed progresses prowess
    questing questioned questioner questioners sapped seeps shaped sharped shied shifted shilled shimmed shined
    shinned shipper shippers shirked shirred shirted shlepped shopped shopper shrimped shuck sipped skimped
    skipped skipper slapped slipped slipper slopped snapped sniped snipped snippet snuck sopped stack steeps
    stems stepped stews stick stippled stock stopped stops stripped struck stunk suck supped swapped swiped
    swopped thin thins thus too wadded waded wafted waged wagged wailed waited waiter waived waked waled walked
    walled waltzed wand wander wane waned wanes wangled wanked wanner want wanton wantoned wants warded warmed
    warned warped warred washed waste wasted waster wastes water wattled waved waxed weak weaned wee weed weep
    weer wees welted wended wens wetted wigs wilted winced wind winded winds wine wined wines wing winged wings
    wink winked winks wino winos winter wits wonted
    """.split { $0 == " " || $0 == "\n" })
}
