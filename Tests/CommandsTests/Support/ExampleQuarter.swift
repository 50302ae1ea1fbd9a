import Foundation
import TestSupport

/// The example team's quarter, replayed once for all tests that only read it.
enum ExampleTeam {
  // Set up once under the lock of a global's initialisation, and not changed afterwards.
  nonisolated(unsafe) static let quarter: Result<ScratchRepository, any Error> = Result {
    () throws -> ScratchRepository in
    let repository = try ScratchRepository(name: "kerbline")
    try repository.git(
      "am", "--quiet", "--committer-date-is-author-date", projectFolder + "/scripts/example-history/quarter.mbox")
    // Mon 23 Nov 2026, 08:00 UTC: the morning on which week 47 is read.
    repository.now = 1_795_420_800
    return repository
  }
}
