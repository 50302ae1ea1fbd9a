internal import Teamwork
internal import Text

/// Where other records speak of one.
struct BackLinks {
  struct Link {
    /// As an index into the workspace's records.
    var record: Int
    /// A field, `task`, or `text`, each once.
    var places: [String]
  }

  private(set) var links: [Link] = []

  /// - Parameter only: a task of the record, when that is what is looked for.
  init(to target: Int, in workspace: Workspace, only task: Name? = nil) {
    let wanted = workspace.records[target]
    for (number, record) in workspace.records.enumerated() {
      var places: [String] = []
      func add(_ place: String) { if !places.contains(place) { places.append(place) } }
      if task == nil, number != target {
        record.forEachReference { reference, kinds, field in
          if case .record(target) = workspace.resolve(reference.value, as: kinds) { add(field.text) }
        }
      }
      for other in record.tasks {
        if task == nil, number != target {
          if wanted.kind == .person, other.owners.contains(wanted.id) { add("task") }
          if wanted.kind == .role, other.role?.value == wanted.id { add("task") }
        }
        for need in other.needs where task == nil ? number != target : need.value.anchor == task {
          if need.value.address(from: record, in: workspace)?.record == target { add(TaskAttribute.needs.rawValue) }
        }
      }
      if number != target, Self.text(of: record, leadsTo: target, task, in: workspace) { add("text") }
      if !places.isEmpty { links.append(Link(record: number, places: places)) }
    }
  }

  private static func text(of record: Record, leadsTo target: Int, _ task: Name?, in workspace: Workspace) -> Bool {
    let wanted = workspace.records[target]
    return record.document.body?.references.contains { reference in
      switch reference.target {
      case .wiki(let kind, let id, let anchor):
        if let task, anchor.map({ Name($0) }) != task { return false }
        return workspace.target(ofWikiLink: kind, id, anchor: anchor != nil, in: record) == target
      case .mention(let name):
        // Owners of tasks are told as such.
        if task != nil
          || reference.isOwn
            && reference.item.map({ item in record.tasks.contains { $0.item == item } }) == true
        {
          return false
        }
        return workspace.mentioned(name).map { $0.kind == wanted.kind && $0.id == wanted.id } ?? false
      case .file(let link): return task == nil && workspace.path(of: link, linkedFrom: record.path) == wanted.path
      case .picture: return false
      }
    } ?? false
  }
}
