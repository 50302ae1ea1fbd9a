/// The Markdown below the front matter, reduced to what the format gives a meaning: headings, list
/// items, references, comments and placeholders, each with its place in the file.
package struct Body: Sendable {
  /// The document's own; what looks like one in a list or a quotation is a part of that.
  package var headings: [Heading] = []
  /// Lines of its paragraphs that are all bold, which many write instead of a heading; their level is 0.
  package var boldLines: [Heading] = []
  /// In the order of the file, parents before their children.
  package var items: [ListItem] = []
  /// What the document itself is made of between its headings, in the order of the file; comments are none.
  package var blocks: [Block] = []
  package var references: [Reference] = []
  /// Where a line of running text begins like an item of a task list, and is none: `-[ ] x`.
  package var strayCheckboxes: [Range<Int>] = []
  /// HTML comments, `<!--` and `-->` included.
  package var comments: [Range<Int>] = []
  /// `{{…}}` outside code.
  package var placeholders: [Range<Int>] = []
  /// Whether there is anything but headings and comments.
  package var hasProse = false
  /// From the line after the front matter to the end of the file.
  package var range: Range<Int>

  package init(range: Range<Int>) { self.range = range }
}

/// A block that stands in no other one.
package struct Block: Sendable {
  package enum Kind: Sendable {
    /// Running text with more in it than comments.
    case paragraph
    case list, quotation, code, table, html, footnote
  }

  package var kind: Kind
  package var range: Range<Int>
  /// The heading it stands under, as an index into `Body.headings`.
  package var heading: Int?
}

package struct Heading: Sendable {
  package var level: Int
  /// The words without markup.
  package var text: String
  /// The whole heading.
  package var range: Range<Int>
}

/// The checkbox of a task list item.
package enum Checkbox: Sendable {
  case open, done, dropped
}

package struct ListItem: Sendable {
  /// From its marker to the end of its last line.
  package var range: Range<Int>
  /// Where what it holds begins, behind its marker.
  package var content: Int
  /// The text of its first paragraph, or of a heading in that place, without the box and what is nested below it. It may be
  /// wrapped onto several lines.
  package var paragraph: Range<Int>
  package var checkbox: Checkbox?
  /// `[ ]`; empty where there is no box.
  package var checkboxRange: Range<Int>
  /// The item it is nested in, as an index into `Body.items`.
  package var parent: Int?
  /// The heading it stands under, as an index into `Body.headings`.
  package var heading: Int?
  package var isInQuote: Bool
  /// Whether its paragraph begins with a link, a picture or a footnote.
  package var beginsWithLink = false
  /// What its paragraph is made of; empty where it is one line that is shown as it stands. Only for items with a box.
  package var pieces: [Piece] = []
}

/// A part of a paragraph. One after another they are all of it.
package struct Piece: Sendable {
  package enum Kind: Sendable {
    /// Text of the paragraph's own.
    case words
    /// Text of a link, a picture or code.
    case opaque
    /// The marks that emphasis or strikethrough begin and end with.
    case opening, closing
    /// What is not shown before, and behind, a text that is: the marks of code and links, HTML, notes.
    case before, behind
    /// A line end, with what stands around it.
    case lineEnd
  }

  package var kind: Kind
  package var range: Range<Int>
  /// What is shown for it, where that is not what stands there: for escapes and entities.
  package var shown: String?
  /// What is to be written in another text so that it means the same, where that is not what stands there.
  package var markdown: String?
}

package struct Reference: Sendable {
  package enum Target: Sendable, Hashable {
    /// `@name`, without the sign, as far as it could be a name.
    case mention(String)
    /// `[[kind/id^anchor]]`. The id may be a file's name or path, or a title; it is empty for the record itself.
    case wiki(kind: String?, id: String, anchor: String?)
    /// A link to a file, percent-decoded, without its fragment.
    case file(String)
    /// A picture in a file.
    case picture(String)
  }

  package var target: Target
  package var range: Range<Int>
  /// The item in whose own text it stands, as an index into `Body.items`.
  package var item: Int?
  /// In the first paragraph of that item, outside links: a mention there is an owner.
  package var isOwn: Bool
}
