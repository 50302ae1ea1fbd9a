/// Rows under column heads.
package struct Table: Sendable {
  package struct Column: Sendable {
    package var title: String
    package var isNumber: Bool

    package init(_ title: String, isNumber: Bool = false) {
      self.title = title
      self.isNumber = isNumber
    }
  }

  /// What it shows; for a reader who sees nothing else.
  package var caption: String
  package var columns: [Column]
  /// Each with a cell for every column; the first cell is the row's head.
  package var rows: [[Line]]

  package init(_ caption: String, columns: [Column], rows: [[Line]]) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
  }
}
