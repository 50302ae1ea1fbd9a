// swift-tools-version: 6.0
import PackageDescription

// `tw` has no package dependencies. The C libraries come from the system through pkg-config:
// Debian and Ubuntu name them in `scripts/bootstrap`, Homebrew calls them libgit2, libyaml, cmark-gfm.

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("ExistentialAny"),
]

let package = Package(
  name: "tw",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "tw", targets: ["tw"])
  ],
  targets: [
    .systemLibrary(
      name: "CGit2", pkgConfig: "libgit2",
      providers: [.apt(["libgit2-dev"]), .brew(["libgit2"])]),
    .systemLibrary(
      name: "CYAML", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .systemLibrary(
      name: "CMarkdown", pkgConfig: "libcmark-gfm",
      providers: [
        .apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"]),
      ]),

    .target(name: "Text", swiftSettings: settings),
    .target(name: "Git", dependencies: ["CGit2", "Text"], swiftSettings: settings),
    .target(name: "Documents", dependencies: ["CYAML", "CMarkdown", "Text"], swiftSettings: settings),
    .target(name: "Similarity", resources: [.embedInCode("Words")], swiftSettings: settings),
    .target(
      name: "Teamwork", dependencies: ["Documents", "Similarity", "Text"],
      resources: [.embedInCode("Time/zone-names.txt")], swiftSettings: settings),
    .target(name: "Storage", dependencies: ["Git", "Teamwork", "Text"], swiftSettings: settings),
    .target(name: "Reports", dependencies: ["Teamwork", "Documents", "Text"], swiftSettings: settings),
    .target(
      name: "Commands", dependencies: ["Reports", "Storage", "Teamwork", "Documents", "Git", "Text"],
      swiftSettings: settings),
    .executableTarget(name: "tw", dependencies: ["Commands"], swiftSettings: settings),

    // What several test targets need; only they depend on it.
    .target(
      name: "TestSupport", dependencies: ["Teamwork", "Documents"], path: "Tests/TestSupport", swiftSettings: settings),
    .testTarget(name: "TextTests", dependencies: ["Text"], swiftSettings: settings),
    .testTarget(name: "GitTests", dependencies: ["TestSupport", "Git", "Text"], swiftSettings: settings),
    .testTarget(
      name: "DocumentsTests", dependencies: ["TestSupport", "Documents", "Text", "CMarkdown"], swiftSettings: settings),
    .testTarget(name: "SimilarityTests", dependencies: ["Similarity"], exclude: ["Pairs"], swiftSettings: settings),
    .testTarget(
      name: "TeamworkTests", dependencies: ["TestSupport", "Git", "Teamwork", "Documents", "Text"],
      swiftSettings: settings),
    .testTarget(
      name: "StorageTests", dependencies: ["TestSupport", "Storage", "Git", "Teamwork", "Documents"],
      swiftSettings: settings),
    .testTarget(
      name: "ReportsTests", dependencies: ["TestSupport", "Reports", "Teamwork", "Documents", "Text", "CMarkdown"],
      swiftSettings: settings),
    .testTarget(
      name: "CommandsTests",
      dependencies: ["TestSupport", "Commands", "Reports", "Storage", "Teamwork", "Git", "Text"],
      exclude: ["Faults/faults.c", "Golden", "Support/chromium.py", "Support/oracle.py", "Support/terminal.py"],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
