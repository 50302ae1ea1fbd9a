import Git
import Teamwork
import Testing

/// Merges as the driver does.
func mergeRecords(_ base: String, _ ours: String, _ theirs: String, kind: Kind? = .goal) throws -> (
  text: String, isClean: Bool
) {
  let labels = (ours: "ours", theirs: "theirs")
  let lines = LineMerge(labels: labels) { base, ours, theirs in
    let merged = try MergeFile.merge(base: base, ours: ours, theirs: theirs, labels: labels)
    return Merged(merged.bytes, isClean: merged.isClean)
  }
  let merged = try #require(
    try RecordMerge.merge(
      base: Array(base.utf8), ours: Array(ours.utf8), theirs: Array(theirs.utf8), kind: kind, lines: lines))
  return (String(decoding: merged.bytes, as: UTF8.self), merged.isClean)
}
