/// The rules, listed by hand; a test keeps the list sorted and complete.
package enum Rules {
  package static let all: [Rule] = [
    .allowWithoutReason,
    .ambiguousReference,
    .brokenLink,
    .conflictMarkers,
    .duplicateAnchor,
    .duplicateField,
    .duplicateID,
    .duplicateResponsibility,
    .duplicateTask,
    .hiddenCharacters,
    .impersonation,
    .invalidDate,
    .invalidID,
    .invalidValue,
    .invalidYAML,
    .missingCharter,
    .missingField,
    .missingFrontMatter,
    .notUTF8,
    .pathMismatch,
    .placeholderText,
    .rewrittenRecord,
    .similarResponsibility,
    .similarTask,
    .unexplainedSlip,
    .unknownField,
    .unknownKind,
    .unknownMention,
    .unknownReference,
    .unownedGoal,
    .unreadableFile,
    .unterminatedFrontMatter,
    .unusedAllow,
    .wrongType,
  ]

  package static let names: [String] = all.map(\.name)

  package static func named(_ name: String) -> Rule? { all.first { $0.name == name } }
}
