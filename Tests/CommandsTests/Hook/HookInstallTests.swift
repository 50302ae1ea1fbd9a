import Foundation
import Git
import Storage
import TestSupport
import Testing

@testable import Commands

@Suite struct HookInstallTests {
  private static let made = "#!/bin/sh\n# Made by `tw hook install`; `tw hook uninstall` takes it away.\n"
  private static let block = """

    # >>> tw >>>
    # Checks the workspace before every commit; `git commit --no-verify` goes without.
    tw_status=$?
    [ "$tw_status" -eq 0 ] || exit "$tw_status"
    command -v tw >/dev/null || echo 'tw is not on the PATH, so the workspace cannot be checked: install it, or take this block out' >&2
    tw hook run pre-commit || exit 1
    # <<< tw <<<

    """

  @Test func makesHooksAndTakesThemAway() throws {
    let repository = try ScratchRepository()
    let answer = repository.tw("hook", "install")
    #expect(answer.status == 0)
    #expect(
      answer.output == """
        Every commit is checked from now on, by \(repository.top)/.git/hooks/pre-commit
        Every merge is checked from now on, by \(repository.top)/.git/hooks/pre-merge-commit

        """)
    #expect(try repository.read(".git/hooks/pre-commit") == Self.made + Self.block)
    #expect(!repository.exists(".git/hooks/pre-receive"))
    #expect(repository.tw("hook", "install").output.contains("The pre-commit hook was there already"))
    #expect(repository.tw("hook", "uninstall").status == 0)
    #expect(!repository.exists(".git/hooks/pre-commit"))
    #expect(!repository.exists(".git/hooks/pre-merge-commit"))
    #expect(repository.tw("hook", "uninstall").output == "There was nothing to take out.\n")
    #expect(try repository.git("config", "--list", "--local").contains("hookspath") == false)
  }

  @Test(arguments: [
    "#!/usr/bin/env bash\nset -e\nif false; then\n  exit 1\nfi\nmake lint", "#!/bin/sh\n", "#!/bin/sh",
    "#!/bin/bash\n\nmake lint\n\n\n",
    "#!/bin/sh\n# Déjà vu\nmake || exit 1\nmake lint \\",
    "#!/bin/sh\nif find . -name x | grep -q source; then\n  make -C . lint\nfi\ncd \"$(dirname \"$0\")/..\" && eslint .\n",
  ])
  func uninstallRestoresTheFileToTheByte(script: String) throws {
    let repository = try ScratchRepository()
    try repository.writeHook("pre-commit", script)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o750], ofItemAtPath: repository.top + "/.git/hooks/pre-commit")
    #expect(repository.tw("hook", "install").status == 0)
    #expect(try repository.read(".git/hooks/pre-commit") == script + Self.block)
    #expect(repository.tw("hook", "uninstall").status == 0)
    #expect(try Array(repository.read(".git/hooks/pre-commit").utf8) == Array(script.utf8))
    let attributes = try FileManager.default.attributesOfItem(atPath: repository.top + "/.git/hooks/pre-commit")
    #expect(try #require(attributes[.posixPermissions] as? Int) == 0o750)
  }

  @Test func whatWasWrittenBehindTheBlockStays() throws {
    let repository = try ScratchRepository()
    try repository.writeHook("pre-commit", "#!/bin/sh\nmake" + Self.block + "make more\n")
    #expect(repository.tw("hook", "uninstall").status == 0)
    #expect(try repository.read(".git/hooks/pre-commit") == "#!/bin/sh\nmake\nmake more\n")
    try repository.write(".git/hooks/pre-commit", "#!/bin/sh\n# >>> tw >>>\nmake\n")
    #expect(repository.tw("hook", "uninstall").status == 2)
    #expect(try repository.read(".git/hooks/pre-commit") == "#!/bin/sh\n# >>> tw >>>\nmake\n")
  }

  @Test(arguments: [
    "#!/bin/sh\nexec make lint\n", "#!/bin/sh\nmake lint\nexit $?\n", "#!/bin/sh\nmake lint; exit\n",
    "#!/bin/sh\nexit 0\nmake lint\n",
    "#!/bin/sh\n[ -d src ] || exit 0\nmake\n", "#!/bin/sh\nif true; then\n  exec make\nfi\nmake\n",
    "#!/bin/sh\n[ -n \"$X\" ] && { exit; }\nmake\n",
    "#!/usr/bin/python3\nprint(1)\n", "make lint\n", "#!/bin/sh\r\nmake\r\n", "#!/bin/sh\ncat <<EOF\nx\nEOF\n",
    "\u{7F}ELF",
    "#!/usr/bin/env sh\n. \"$(dirname \"$0\")/h\"\n", "#!/bin/sh\neval \"exit 0\"\nmake\n",
    "#!/bin/bash\nif [ -e x ]; then source x; fi\nmake\n", "#!/bin/sh\n[ -e x ] && . ./x\nmake\n", "",
    "#!/bin/sh\nexit 0\n" + block,
  ])
  func refusesHookInWhichTheBlockWouldBeDead(script: String) throws {
    let repository = try ScratchRepository()
    try repository.writeHook("pre-commit", script)
    let answer = repository.tw("hook", "install")
    #expect(answer.status == 2)
    #expect(answer.output.isEmpty)
    #expect(answer.errors.contains("tw hook run pre-commit || exit 1"))
    #expect(try repository.read(".git/hooks/pre-commit") == script)
    #expect(!repository.exists(".git/hooks/pre-merge-commit"))
  }

  @Test(arguments: ["#!/bin/sh\ntw hook run pre-commit || exit 1\nexit 0\n", "#!/bin/sh\ntw validate --staged\n"])
  func aCheckByHandIsEnough(script: String) throws {
    let repository = try ScratchRepository()
    try repository.writeHook("pre-commit", script)
    let answer = repository.tw("hook", "install")
    #expect(answer.output.contains("The pre-commit hook was there already"))
    #expect(try repository.read(".git/hooks/pre-commit") == script)
    #expect(repository.exists(".git/hooks/pre-merge-commit"))
  }

  @Test func refusesHookThatGitDoesNotRunAndFoldersOfOthers() throws {
    let repository = try ScratchRepository()
    try repository.write(".git/hooks/pre-commit", "#!/bin/sh\nmake\n")
    #expect(repository.tw("hook", "install").errors.contains("chmod +x"))
    try repository.write(".git/hooks/pre-commit", "#!/bin/sh\n" + Self.block)
    #expect(repository.tw("hook", "install").errors.contains("chmod +x"))
    let other = try ScratchRepository()
    for folder in ["/usr/share/hooks", "../hooks", "/dev/null"] {
      try other.git("config", "core.hooksPath", folder)
      let answer = other.tw("hook", "install")
      #expect(answer.status == 2)
      #expect(answer.errors.contains("core.hooksPath"))
      #expect(answer.errors.contains("tw hook run pre-commit || exit 1"))
    }
    try other.git("config", "core.hooksPath", "hooks")
    #expect(other.tw("hook", "install").status == 0)
    #expect(other.exists("hooks/pre-commit"))
    #expect(!other.exists(".git/hooks/pre-commit"))
    try FileManager.default.createSymbolicLink(
      atPath: other.top + "/hooks/pre-receive", withDestinationPath: "pre-commit")
    let linked = other.tw("hook", "install", "--server")
    #expect(linked.status == 2)
    #expect(linked.errors.contains("tw hook run pre-receive || exit 1"))
    // It does not keep the others from being taken out.
    #expect(
      other.tw("hook", "uninstall").output
        == "Took \(other.top)/hooks/pre-commit away\nTook \(other.top)/hooks/pre-merge-commit away\n")
  }

  @Test func allHooksOrNone() throws {
    for old in [nil, "#!/bin/sh\nmake\n"] {
      let repository = try ScratchRepository()
      if let old { try repository.writeHook("pre-commit", old) }
      // What lies in the way of the second is seen when the first is written.
      try repository.write(".git/hooks/pre-merge-commit", "")
      let hooks = try GitHook.ofCommits.map {
        try HookFile(
          $0, Repository(discoveringFrom: repository.top, variables: repository.variables), folder: ".teamwork")
      }
      try FileManager.default.removeItem(atPath: repository.top + "/.git/hooks/pre-merge-commit")
      #expect(throws: StorageError.self) { try HookFile.install(hooks) }
      #expect(repository.exists(".git/hooks/pre-commit") == (old != nil))
      if let old { #expect(try repository.read(".git/hooks/pre-commit") == old) }
      #expect(!repository.exists(".git/hooks/pre-merge-commit"))
    }
  }

  @Test func anotherWorkspaceIsNamedInTheHook() throws {
    let repository = try ScratchRepository()
    #expect(repository.tw("--workspace", "team/work", "hook", "install").status == 0)
    #expect(
      try repository.read(".git/hooks/pre-commit").contains(
        "\ntw --workspace team/work hook run pre-commit || exit 1\n"))
    #expect(repository.tw("--workspace", "a;b", "hook", "install").status == 2)
  }

  @Test func aBareRepositoryWantsTheServersHook() throws {
    let repository = try ScratchRepository()
    try repository.git("clone", "--quiet", "--bare", ".", "bare.git")
    let refused = repository.tw("hook", "install", from: "bare.git")
    #expect(refused.status == 2)
    #expect(refused.errors.contains("tw hook install --server"))
    #expect(repository.tw("hook", "install", "--server", from: "bare.git").status == 0)
    #expect(try repository.read("bare.git/hooks/pre-receive").contains("\ntw hook run pre-receive || exit 1\n"))
    #expect(repository.tw("hook", "uninstall", from: "bare.git").status == 0)
    #expect(!repository.exists("bare.git/hooks/pre-receive"))
  }

  @Test(arguments: [
    ["hook"], ["hook", "mend"], ["hook", "run"], ["hook", "run", "post-commit"], ["hook", "install", "pre-commit"],
    ["hook", "run", "pre-commit", "--server"],
    ["hook", "run", "pre-receive"],
  ])
  func misuseIsTold(words: [String]) throws {
    let repository = try ScratchRepository()
    let answer = repository.run(words)
    #expect(answer.status == 2)
    #expect(answer.output.isEmpty)
    #expect(!repository.exists(".git/hooks/pre-commit"))
  }
}
