import Foundation
import TestSupport
import Testing

@testable import Git

@Suite struct ConfigurationTests {
  @Test func aFileReadsAsGitReadsIt() throws {
    let scratch = try ScratchRepository()
    let text = """
      \u{FEFF}# comment
      [Core] Bare = TRUE ; comment
      \tworkTree = "a b  " # comment
      [sub "Name \\"x\\" \\\\ y"]
        key=va"lu;e"  with  blanks\t
        other = one\\
      two \\t \\"q\\" \\\\
        flag
        empty =
      [old.style]
      \tKEY-2 = ä
      [core]
      bare = no\r

      """
    try scratch.write(scratch.root + "/config", text)
    let listed = try scratch.git(["config", "--list", "-z", "-f", scratch.root + "/config"]).split(separator: 0).map {
      String(decoding: $0, as: UTF8.self)
    }
    let file = ConfigurationFile(Array(text.utf8))
    #expect(file.entries.map { entry in entry.value.map { entry.key + "\n" + $0 } ?? entry.key } == listed)
    #expect(listed.count == 8)
    #expect(file["core.worktree"] == "a b  " && !file.isTrue("core.bare"))
  }

  @Test(arguments: [
    "[", "[a", "[a \"b]\nc=d", "x = y", "[a]\n=b", "[a]\nb = \"open", "[a]\nb = \\q", "[a]\nb = x\\", "\0", "[a \"\\",
  ])
  func aBrokenFileEndsQuietly(text: String) {
    #expect(ConfigurationFile(Array(text.utf8)).entries.isEmpty)
  }

  @Test func whoIsTheAuthor() throws {
    let scratch = try ScratchRepository()
    for name in ["GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL"] {
      scratch.variables[name] = nil
    }
    #expect(try scratch.open().identity() == nil)
    scratch.variables["EMAIL"] = "mail@example.org"
    #expect(try scratch.open().identity() == .init(name: nil, email: "mail@example.org"))
    try scratch.git(["config", "user.email", "user@example.org"])
    try scratch.git(["config", "user.name", "User Ä"])
    #expect(try scratch.open().identity() == .init(name: "User Ä", email: "user@example.org"))
    #expect(try scratch.open(nil, ["PATH": ""]).identity() == .init(name: "User Ä", email: "user@example.org"))
    try scratch.git(["config", "author.email", "author@example.org"])
    #expect(try scratch.open().identity()?.email == "author@example.org")
    let variables = ["GIT_AUTHOR_EMAIL": "variable@example.org", "GIT_AUTHOR_NAME": "Variable"]
    #expect(try scratch.open(nil, variables).identity() == .init(name: "Variable", email: "variable@example.org"))
    // As `git var` says.
    #expect(try scratch.line("var", "GIT_AUTHOR_IDENT").hasPrefix("User Ä <author@example.org> "))
    let counted = [
      "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "author.email", "GIT_CONFIG_VALUE_0": "counted@example.org",
    ]
    #expect(try scratch.open(nil, counted).identity()?.email == "counted@example.org")
  }

  @Test func includedFilesCount() throws {
    let scratch = try ScratchRepository()
    try scratch.write(scratch.root + "/included", "[user]\nemail = included@example.org\n[flag]\non\n")
    try scratch.git(["config", "includeIf.gitdir:\(scratch.top)/.path", scratch.root + "/included"])
    #expect(try scratch.open().config("user.email") == "included@example.org")
    #expect(try scratch.open().config("FLAG.On") == "true")
    #expect(try scratch.open().config("no.such") == nil)
  }

  @Test func whereHooksAre() throws {
    let scratch = try ScratchRepository()
    try scratch.commit("One", ["a/x": ""])
    try scratch.git(["worktree", "add", "--quiet", scratch.root + "/linked"])
    func hooks(_ directory: String) throws -> String { try scratch.open(directory).hooksDirectory() }
    #expect(try hooks(scratch.top) == scratch.top + "/.git/hooks")
    #expect(try hooks(scratch.root + "/linked/a") == scratch.top + "/.git/hooks")
    try scratch.git(["config", "core.hooksPath", ".githooks"])
    #expect(try hooks(scratch.top + "/a") == scratch.top + "/.githooks")
    #expect(try hooks(scratch.root + "/linked/a") == scratch.root + "/linked/.githooks")
    try scratch.git(["config", "core.hooksPath", "~/hooks"])
    #expect(try hooks(scratch.top) == scratch.root + "/home/hooks")
    try scratch.git(["config", "core.hooksPath", "/etc/hooks"])
    #expect(try hooks(scratch.top) == "/etc/hooks")
  }

  @Test func alternatesFromTheEnvironment() {
    func read(_ text: String) -> [String] {
      AlternateDirectories.fromEnvironment(["GIT_ALTERNATE_OBJECT_DIRECTORIES": text], base: "/base")
    }
    #expect(read("") == [])
    #expect(read("/a:/b::c") == ["/a", "/b", "/base/c"])
    #expect(read(#""/with:colon":/plain"#) == ["/with:colon", "/plain"])
    #expect(read(#""/q\"uote\\ \303\244\t""#) == ["/q\"uote\\ ä\t"])
    #expect(read(#"/in"side:"open"#) == ["/in\"side", "/base/\"open"])
    #expect(read(#""\9":"\30"#) == ["/base/9", "/base/\"\\30"])
    #expect(read(#""\3z1":x"#) == ["/base/\"\\3z1\"", "/base/x"])
  }
}

@Suite struct ObjectIDTests {
  @Test func hexadecimalDigits() throws {
    let text = "00ff0123456789abcdefABCDEF0123456789abcd"
    let id = try #require(ObjectID(hex: text))
    #expect(id.hex == text.lowercased() && id.bytes.count == 20 && id.bytes[1] == 255)
    let long = try #require(ObjectID(hex: text + text.prefix(24)))
    #expect(long.hex == (text + text.prefix(24)).lowercased() && long.byteCount == 32)
    #expect(id != long && id == ObjectID(hex: text.lowercased()))
    #expect(id.bytes.withUnsafeBytes { ObjectID(bytes: $0) } == id)
    for broken in ["", "12", text + "0", String(text.dropLast()) + "g", String(text.dropLast(2)) + "ä"] {
      #expect(ObjectID(hex: broken) == nil, "\(broken)")
    }
  }

  @Test func aShortIdIsNotALongOneWithZeros() throws {
    let short = try #require(ObjectID(hex: String(repeating: "1", count: 40)))
    let long = try #require(ObjectID(hex: String(repeating: "1", count: 40) + String(repeating: "0", count: 24)))
    #expect(short != long && Set([short, long]).count == 2)
  }
}
