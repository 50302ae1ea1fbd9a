/// "1 error", "2 errors". The plural is the singular with an `s` unless it is given.
package func counted(_ count: Int, _ singular: String, _ plural: String? = nil) -> String {
  "\(count) " + (count == 1 ? singular : plural ?? singular + "s")
}
