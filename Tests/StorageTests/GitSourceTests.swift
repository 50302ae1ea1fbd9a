import Documents
import Foundation
import Git
import TestSupport
import Testing

@testable import Storage
@testable import Teamwork

@Suite struct GitSourceTests {
  private let folder: ScratchRepository

  init() throws { folder = try ScratchRepository() }

  @discardableResult
  private func git(_ arguments: String..., fails: Bool = false) throws -> String {
    let run = try ChildRun(["git"] + arguments, in: folder.top, variables: folder.variables, isMerged: true)
    try #require((run.status != 0) == fails, "git \(arguments): \(run.said)")
    return run.said.trimmingCharacters(in: .newlines)
  }

  private func commit() throws { try folder.commit("x") }

  private func repository() throws -> Repository {
    try Repository(discoveringFrom: folder.top, variables: folder.variables)
  }

  private func tree(_ revision: String = "HEAD") throws -> GitSource {
    let repository = try repository()
    return try GitSource(repository, commit: repository.resolveCommit(revision), folder: ".teamwork")
  }

  private func index() throws -> GitSource { try GitSource(indexOf: repository(), folder: ".teamwork") }

  private func contents(_ source: GitSource, limit: Int = 1000) -> [String] {
    source.files.indices.map { index in
      switch source.content(of: index, limit: limit) {
      case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
      case .tooLarge(let size): "too large: \(size)"
      case .unreadable(let why): "unreadable: \(why.message)"
      }
    }
  }

  @Test func eachTreeHasItsOwnFiles() throws {
    try folder.write(".teamwork/goals/a.md", "one\n")
    try folder.write("README.md", "x\n")
    try commit()
    try folder.write(".teamwork/goals/a.md", "two\n")
    try folder.write(".teamwork/goals-x.md", "staged\n")
    try git("add", "-A")
    try folder.write(".teamwork/goals/a.md", "three\n")
    try folder.write(".teamwork/goals/b.md", "untracked\n")
    #expect(try tree().files.map(\.path) == [".teamwork/goals/a.md"])
    #expect(contents(try tree()) == ["one\n"])
    #expect(try index().files.map(\.path) == [".teamwork/goals-x.md", ".teamwork/goals/a.md"])
    #expect(contents(try index()) == ["staged\n", "two\n"])
    #expect(contents(try tree(), limit: 3) == ["too large: 4"])
    #expect(contents(try tree(), limit: 4) == ["one\n"])
  }

  @Test func beforeTheFirstCommitThereIsNothing() throws {
    let source = try GitSource(repository(), commit: nil, folder: ".teamwork")
    #expect(source.files.isEmpty && source.exists("") && !source.exists("README.md"))
    #expect(try index().files.isEmpty)
  }

  @Test func withoutAWorkspaceThereIsNothing() throws {
    try folder.write("README.md", "x\n")
    try commit()
    #expect(try tree().files.isEmpty)
    #expect(try tree().exists("README.md"))
  }

  @Test func linksAndSubmodulesAreFaults() throws {
    try folder.write(".teamwork/goals/a.md", mode: 0o755)
    try folder.link(".teamwork/goals/in.md", to: "a.md")
    try folder.link(".teamwork/roles", to: "goals")
    try commit()
    try git("update-index", "--add", "--cacheinfo", "160000,\(git("rev-parse", "HEAD")),.teamwork/sub")
    #expect(try tree().files.map { $0.fault?.message } == [nil, "this is a link", "this is a link"])
    #expect(
      try index().files.map { $0.fault?.message } == [nil, "this is a link", "this is a link", "this is a submodule"])
    let findings = Validation(Workspace(try index(), folder: ".teamwork")).findings.filter {
      $0.code.name == "unreadable-file"
    }
    #expect(findings.map(\.source.path) == [".teamwork/goals/in.md", ".teamwork/roles", ".teamwork/sub"])
  }

  @Test func aWorkspaceThatIsALinkIsAFault() throws {
    try folder.write("work/teamwork.md", "x\n")
    try folder.link(".teamwork", to: "work")
    try commit()
    let findings = Validation(Workspace(try tree(), folder: ".teamwork")).findings
    #expect(findings.map(\.code.name).contains("unreadable-file"))
  }

  @Test func aConflictIsAFault() throws {
    try folder.write(".teamwork/goals/a.md", "one\n")
    try commit()
    try git("checkout", "--quiet", "-b", "other")
    try folder.write(".teamwork/goals/a.md", "two\n")
    try commit()
    try git("checkout", "--quiet", "main")
    try folder.write(".teamwork/goals/a.md", "three\n")
    try commit()
    try git("merge", "other", fails: true)
    #expect(try index().files.map { $0.fault?.message } == ["this file is in the middle of a merge"])
  }

  @Test func existsIsAskedOfTheSameTree() throws {
    try folder.write(".teamwork/goals/a.md", "x\n")
    try folder.write("docs/josé.md", "x\n")
    try commit()
    try folder.write("docs/new.md", "x\n")
    let source = try tree()
    for path in ["", "docs", "docs/josé.md", ".teamwork", ".teamwork/goals"] { #expect(source.exists(path), "\(path)") }
    for path in ["docs/new.md", "docs/jose\u{301}.md", "doc", "Docs", "docs/"] {
      #expect(!source.exists(path), "\(path)")
    }
    try git("add", "-A")
    #expect(try index().exists("docs/new.md"))
    try source.throwFailure()
  }

  @Test func anObjectThatIsGoneIsAFailure() throws {
    try folder.write(".teamwork/goals/a.md", "one\n")
    try commit()
    let source = try tree()
    let id = try git("rev-parse", "HEAD:.teamwork/goals/a.md")
    unlink("\(folder.top)/.git/objects/\(id.prefix(2))/\(id.dropFirst(2))")
    #expect(contents(source).first?.hasPrefix("unreadable:") == true)
    #expect(throws: GitError.self) { try source.throwFailure() }
  }

  @Test func filesAreReadFromManyThreads() async throws {
    for number in 0..<200 {
      try folder.write(".teamwork/goals/\(number).md", "---\ntitle: \(number)\nstatus: proposed\nwhy: x\n---\n")
    }
    try commit()
    let workspace = Workspace(try tree(), folder: ".teamwork")
    #expect(workspace.records.count == 200)
    #expect(workspace.records.allSatisfy { $0.text("title") == $0.id.text })
  }
}
