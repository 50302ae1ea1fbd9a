import Foundation
import Reports
import Teamwork
import Testing

@Suite struct RenderingTests {
  let two = Sample.report([Sample.unknownReference, Sample.duplicateTask])

  @Test func concise() {
    #expect(
      text(two.bytes(as: .concise)) == """
        .teamwork/goals/ferry-alerts.md:22:7: warning[duplicate-task] two people have the same open task
        .teamwork/goals/public-beta.md:3:15: error[unknown-reference] `owners` names `benn`, but there is no such person

        """)
    #expect(
      text(Sample.report([Sample.hostile]).bytes(as: .concise))
        == "a,b:\\u{7}%\"é/x y.md:1:1: error[unknown-kind] a\\e[2J\\n::error::<b>&\\u{202E}\n")
    #expect(Sample.report([]).bytes(as: .concise).isEmpty)
  }

  @Test func json() throws {
    let report = Sample.report([Sample.unknownReference], source: .revision("abc"), preexisting: 1, allowed: 2)
    #expect(
      text(report.bytes(as: .json)) == """
        {
          "schemaVersion": 1,
          "command": "validate",
          "tool": {
            "name": "tw",
            "version": "0.1.0"
          },
          "source": {
            "kind": "revision",
            "revision": "abc"
          },
          "summary": {
            "records": 41,
            "errors": 1,
            "warnings": 0,
            "preexisting": 1,
            "allowed": 2,
            "fixable": 0
          },
          "findings": [
            {
              "rule": "unknown-reference",
              "severity": "error",
              "message": "`owners` names `benn`, but there is no such person",
              "path": ".teamwork/goals/public-beta.md",
              "range": {
                "start": {
                  "line": 3,
                  "column": 15
                },
                "end": {
                  "line": 3,
                  "column": 19
                }
              },
              "record": {
                "kind": "goal",
                "id": "public-beta"
              },
              "field": "owners",
              "help": "did you mean `ben`?",
              "related": [],
              "fix": null,
              "fingerprint": "0011223344556677"
            }
          ]
        }

        """)
    let hostile = Sample.report([Sample.hostile, Sample.duplicateTask]).bytes(as: .json)
    #expect(!hostile.contains { $0 < 0x20 && $0 != 0x0A })
    let document = try JSONSerialization.jsonObject(with: Data(hostile))
    #expect(value(at: "findings.1.message", in: document) == Sample.hostile.message)
    #expect(value(at: "findings.1.record", in: document) == "<null>")
    #expect(value(at: "findings.0.related.0.range.start.line", in: document) == "131")
    #expect(value(at: "findings.0.fix.isSafe", in: document) == "1")
    #expect(value(at: "findings.0.fix.edits.0.startByte", in: document) == "40")
    #expect(value(at: "findings.0.fix.edits.0.endByte", in: document) == "44")
    #expect(value(at: "findings.0.fix.edits.0.replacement", in: document) == "x")
  }

  @Test func sarif() throws {
    #expect(
      text(Sample.report([Sample.unknownReference]).bytes(as: .sarif)) == """
        {
          "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
          "version": "2.1.0",
          "runs": [
            {
              "tool": {
                "driver": {
                  "name": "tw",
                  "version": "0.1.0",
                  "rules": [
                    {
                      "id": "unknown-reference",
                      "shortDescription": {
                        "text": "a field names a record that is not there"
                      },
                      "defaultConfiguration": {
                        "level": "error"
                      },
                      "help": {
                        "text": "`tw explain unknown-reference` says more."
                      }
                    }
                  ]
                }
              },
              "columnKind": "unicodeCodePoints",
              "results": [
                {
                  "ruleId": "unknown-reference",
                  "ruleIndex": 0,
                  "level": "error",
                  "message": {
                    "text": "`owners` names `benn`, but there is no such person\\ndid you mean `ben`?"
                  },
                  "locations": [
                    {
                      "physicalLocation": {
                        "artifactLocation": {
                          "uri": ".teamwork/goals/public-beta.md"
                        },
                        "region": {
                          "startLine": 3,
                          "startColumn": 15,
                          "endLine": 3,
                          "endColumn": 19
                        }
                      }
                    }
                  ],
                  "partialFingerprints": {
                    "twFingerprint/v1": "0011223344556677"
                  }
                }
              ]
            }
          ]
        }

        """)
  }

  @Test func sarifRelatedPlacesAndFixes() throws {
    let bytes = Sample.report([Sample.hostile, Sample.duplicateTask]).bytes(as: .sarif)
    let document = try JSONSerialization.jsonObject(with: Data(bytes))
    func result(_ path: String) -> String? { value(at: "runs.0.results." + path, in: document) }
    #expect(result("0.ruleIndex") == "0")
    #expect(result("1.ruleIndex") == "1")
    #expect(result("0.relatedLocations.0.message.text") == "the same work")
    #expect(result("0.relatedLocations.0.physicalLocation.region.startLine") == "131")
    let change = "0.fixes.0.artifactChanges.0."
    #expect(result(change + "artifactLocation.uri") == ".teamwork/goals/ferry-alerts.md")
    #expect(result(change + "replacements.0.deletedRegion.byteOffset") == "40")
    #expect(result(change + "replacements.0.deletedRegion.byteLength") == "4")
    #expect(result(change + "replacements.0.insertedContent.text") == "x")
    #expect(
      result("1.locations.0.physicalLocation.artifactLocation.uri") == "a%2Cb%3A%07%25%22%C3%A9/x%20y.md")
    #expect(result("1.message.text") == "a\\e[2J\n::error::<b>&\\u{202E}")
    #expect(result("0.partialFingerprints.twFingerprint/v1") == "8899aabbccddeeff")
    #expect(result("1.partialFingerprints.twFingerprint/v1") == "8899aabbccddeeff")
  }

  /// The text or number at a path of names and indices.
  func value(at path: String, in document: Any) -> String? {
    var value: Any? = document
    for step in path.split(separator: ".").map(String.init) {
      if let index = Int(step) {
        value = (value as? [Any]).flatMap { index < $0.count ? $0[index] : nil }
      } else {
        value = (value as? [String: Any])?[step]
      }
    }
    return value.map { "\($0)" }
  }

  @Test func github() {
    #expect(
      text(two.bytes(as: .github)) == """
        ::warning file=.teamwork/goals/ferry-alerts.md,line=22,col=7,endColumn=30,title=duplicate-task::two people have the \
        same open task%0Akeep one of them
        ::error file=.teamwork/goals/public-beta.md,line=3,col=15,endColumn=19,title=unknown-reference::`owners` names \
        `benn`, but there is no such person%0Adid you mean `ben`?

        """)
    #expect(
      text(Sample.report([Sample.hostile]).bytes(as: .github)) == """
        ::error file=a%2Cb%3A\\u{7}%25"é/x y.md,line=1,col=1,endColumn=2,title=unknown-kind::\
        a\\e[2J%0A::error::<b>&\\u{202E}

        """)
    var many = Array(repeating: Sample.unknownReference, count: 13) + Array(repeating: Sample.duplicateTask, count: 11)
    many[0].range = many[0].range.lowerBound..<(many[0].range.upperBound + 3)
    let lines = text(Sample.report(many).bytes(as: .github)).split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("::error ") } == 10)
    #expect(lines.count { $0.hasPrefix("::warning ") } == 10)
    #expect(lines.contains { $0.contains(",line=3,endLine=5,title=") })
    #expect(lines.last == "::notice title=tw validate::3 more errors and 1 more warning; `tw validate` tells them all")
    #expect(lines.count == 21)
  }

  @Test func gitlab() {
    #expect(
      text(Sample.report([Sample.unknownReference, Sample.unknownReference]).bytes(as: .gitlab)) == """
        [
          {
            "description": "`owners` names `benn`, but there is no such person; did you mean `ben`?",
            "check_name": "unknown-reference",
            "fingerprint": "0011223344556677",
            "severity": "major",
            "location": {
              "path": ".teamwork/goals/public-beta.md",
              "lines": {
                "begin": 3
              }
            }
          },
          {
            "description": "`owners` names `benn`, but there is no such person; did you mean `ben`?",
            "check_name": "unknown-reference",
            "fingerprint": "0011223344556677",
            "severity": "major",
            "location": {
              "path": ".teamwork/goals/public-beta.md",
              "lines": {
                "begin": 3
              }
            }
          }
        ]

        """)
    #expect(text(Sample.report([]).bytes(as: .gitlab)) == "[]\n")
  }

  @Test func junit() {
    #expect(
      text(Sample.report([Sample.duplicateTask, Sample.hostile]).bytes(as: .junit)) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="tw validate" tests="2" failures="1" errors="0">
          <testsuite name="tw validate" tests="2" failures="1" errors="0" skipped="0">
            <testcase classname=".teamwork/goals/ferry-alerts.md" name="duplicate-task (22:7)" \
        file=".teamwork/goals/ferry-alerts.md" line="22">
              <system-out>.teamwork/goals/ferry-alerts.md:22:7: two people have the same open task
        keep one of them</system-out>
            </testcase>
            <testcase classname="a,b:\\u{7}%&quot;é/x y.md" name="unknown-kind (1:1)" file="a,b:\\u{7}%&quot;é/x y.md" \
        line="1">
              <failure type="unknown-kind" message="a\\e[2J\\n::error::&lt;b&gt;&amp;\\u{202E}">a,b:\\u{7}%&quot;é/x y.md:1:1: \
        a\\e[2J\\n::error::&lt;b&gt;&amp;\\u{202E}</failure>
            </testcase>
          </testsuite>
        </testsuites>

        """)
    #expect(
      text(Sample.report([], records: 1).bytes(as: .junit)) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="tw validate" tests="1" failures="0" errors="0">
          <testsuite name="tw validate" tests="1" failures="0" errors="0" skipped="0">
            <testcase classname="tw validate" name="1 record checked"/>
          </testsuite>
        </testsuites>

        """)
  }
}
