/**
 * Which way imports may point: index.ts → stack → components → resources → arguments → analysis → schemas and
 * values, and never round in a circle.
 */
module.exports = {
  forbidden: [
    {
      name: "no-circles",
      comment: "What an import of types alone names is gone when the program runs.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
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
      name: "resources-below-components",
      comment: "The typed resources serve every component and know none.",
      severity: "error",
      from: { path: "^components/resources/", pathNot: "\\.test\\.ts$" },
      to: { path: "^components/", pathNot: "^components/(resources|program)/" },
    },
    {
      name: "arguments-below-components",
      comment:
        "What checks arguments serves every component and the typed resources, and knows none.",
      severity: "error",
      from: { path: "^arguments/", pathNot: "\\.test\\.ts$" },
      to: { path: "^(components|stack|scripts|bench|test|examples)/|^index\\.ts$" },
    },
    {
      name: "analysis-knows-plain-objects-only",
      comment: "The command-line tool and a policy pack use it without Pulumi.",
      severity: "error",
      from: { path: "^analysis/", pathNot: "\\.test\\.ts$" },
      to: {
        path: "^(cli|components|arguments|testing|stack|scripts|bench|test|examples)/|^index\\.ts$|node_modules/@pulumi/",
      },
    },
    {
      name: "cli-above-analysis",
      comment: "It judges files: no program of Pulumi's has to run, and it starts fast.",
      severity: "error",
      from: { path: "^cli/", pathNot: "\\.test\\.ts$" },
      to: {
        path: "^(components|arguments|testing|stack|scripts|bench|test|examples)/|^index\\.ts$|node_modules/@pulumi/",
      },
    },
    {
      name: "testing-above-analysis",
      comment:
        "It runs a program of anybody's: what a program declares is seen at the engine's door.",
      severity: "error",
      from: { path: "^testing/", pathNot: "\\.test\\.ts$" },
      to: {
        path: "^(cli|components|arguments|policy-pack|stack|scripts|bench|test|examples)/|^index\\.ts$",
      },
    },
    {
      name: "schemas-stand-alone",
      severity: "error",
      from: { path: "^schemas/" },
      to: { path: "^(?!schemas/)[a-z]+/" },
    },
    {
      name: "values-stand-alone",
      comment: "A grammar is the same for a component, an object and a browser.",
      severity: "error",
      from: { path: "^values/", pathNot: "\\.test\\.ts$" },
      to: { path: "^(?!values/)[a-z]+/" },
    },
    {
      name: "stack-by-the-public-entry",
      comment: "It is a program like those of users: what it needs, they need too.",
      severity: "error",
      from: { path: "^(stack/|index\\.ts$)" },
      to: {
        path: "^(?!stack/|components/index\\.ts$)[a-z]+/|^index\\.ts$",
        pathNot: "^node_modules/",
        dependencyTypesNot: ["core"],
      },
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
      // The pack's own file asks for what is built beside it.
      from: { pathNot: "^policy-pack/pack/" },
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown", "unknown", "undetermined"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["require", "node", "default", "types"],
    },
  },
};
