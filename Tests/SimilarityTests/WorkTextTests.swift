import Testing

@testable import Similarity

@Suite struct WorkTextTests {
  private func key(_ text: String) -> String { String(decoding: WorkText(text).key, as: UTF8.self) }

  @Test(arguments: [
    ("Write the guide", "write guide"),
    ("WRITE  a Guide!", "write guide"),
    ("Writing of the guides", "write guide"),
    ("The guide is written", "guide write"),
    ("Organise the colours", "organize colors"),
    ("cancelled the travelling catalogues", "canceling traveled catalog"),
    ("Rédiger la notice", "re\u{301}diger la notice"),
    ("Members' fees", "member's fee"),
    ("Members\u{2019} fees", "member fees"),
    ("Ship 1,000 kits", "ship 1000 kit"),
    ("Ship v2.4", "ship 2.4"),
    ("The second edition", "2nd editions"),
    ("Don't publish", "do not publish"),
    ("Ｗｒｉｔｅ", "write"),
    ("R&D plans", "R and D plan"),
    ("trade-show leads", "trade show lead"),
    ("Replies to studies", "reply study"),
    ("hoping", "hope"), ("hopping", "hop"),
  ])
  func dropsWhatDoesNotMatter(_ a: String, _ b: String) {
    #expect(key(a) == key(b))
  }

  @Test(arguments: [
    ("Publish", "Do not publish"),
    ("With names", "Without names"),
    ("All members", "All members except juniors"),
    ("Nobody pays", "Everybody pays"),
    ("Release 1", "Release 2"),
    ("One guide", "Two guides"),
    ("Guide for users", "Users guide"),
    ("Hope", "Hop"), ("Note", "Not"), ("Use", "User"), ("Design", "Designer"), ("C++", "C#"),
    ("Call @an", "Call"), ("Call @will", "Call @may"), ("Call @jan-will", "Call @jan"), ("Ask @lee.s", "Ask @lee"),
    ("News", "New"), ("Policy", "Police"), ("University", "Universe"),
  ])
  func keepsWhatMatters(_ a: String, _ b: String) {
    #expect(key(a) != key(b))
  }

  @Test(arguments: [
    ("Implementation", 1), ("The implementation of it", 1), ("Write the release notes", 3), ("", 0), ("to the", 0),
    ("Do not pay", 2),
  ])
  func countsContentWords(_ text: String, _ count: Int) {
    #expect(WorkText(text).contentWords == count)
  }
}
