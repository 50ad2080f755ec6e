/** Which way imports may point: index.ts → stack → components, and never round in a circle. */
module.exports = {
  forbidden: [
    {
      name: "no-circles",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "components-stand-alone",
      comment:
        "The library is imported by other programs; this project's stack must not leak into it.",
      severity: "error",
      from: { path: "^components/", pathNot: "\\.test\\.ts$" },
      to: { path: "^(stack/|index\\.ts$|test/|examples/)" },
    },
    {
      name: "stack-below-index",
      severity: "error",
      from: { path: "^stack/", pathNot: "\\.test\\.ts$" },
      to: { path: "^(index\\.ts$|test/|examples/)" },
    },
    {
      name: "no-test-code-in-sources",
      severity: "error",
      from: { pathNot: "\\.test\\.ts$" },
      to: { path: "(\\.test\\.ts$|/(mocha|fast-check)/)" },
    },
    {
      name: "declared-packages-only",
      severity: "error",
      from: {},
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown", "unknown", "undetermined"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
  },
};
