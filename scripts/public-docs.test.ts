import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gapText, publicDocs } from "./public-docs";

describe("the documentation of a public surface", () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "docs-"));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  /** Gaps of a package whose entry exports all of `source`. */
  function gapsOf(source: string, entry = 'export * from "./source";'): string[] {
    writeFileSync(join(root, "source.ts"), source);
    writeFileSync(join(root, "index.ts"), entry);
    return publicDocs(root, "index.ts").gaps.map(gapText);
  }

  const documented = `
    /** Splits the requests. */
    export class Canary {
      /** Full host name that clients call. */
      readonly host: string;
      #own = 1;
      constructor(args: CanaryArgs) {}
    }
    export interface CanaryArgs {
      /** Service whose requests are split. */
      service: string;
      /**
       * How the split is written.
       * @default - as for sidecars
       */
      dialect?: Dialect;
    }
    /** How a split is written. */
    export const Dialect = {
      /** In Istio's own kinds. */
      Istio: "istio",
    } as const;
    export type Dialect = (typeof Dialect)[keyof typeof Dialect];
    /** Full name of a Service. */
    export function hostOf(name: string): string { return name; }
  `;

  it("has no gap when all is documented; arguments count as part of their class", () => {
    assert.deepEqual(gapsOf(documented), []);
  });

  const broken: [what: string, from: string, to: string, gaps: RegExp[]][] = [
    ["a class", "/** Splits the requests. */", "", [/^source\.ts:3 Canary: has no documentation$/]],
    [
      "an output",
      "/** Full host name that clients call. */",
      "",
      [/^source\.ts:5 Canary\.host: has no documentation$/],
    ],
    [
      "an argument",
      "/** Service whose requests are split. */",
      "/** Service. */",
      [/^source\.ts:11 CanaryArgs\.service: has no documentation$/],
    ],
    [
      "the default of an optional argument",
      "@default - as for sidecars",
      "",
      [/^source\.ts:16 CanaryArgs\.dialect: is optional, and nothing says what then holds/],
    ],
    [
      "what the default is",
      "@default - as for sidecars",
      "@default",
      [/^source\.ts:16 CanaryArgs\.dialect: is optional, and nothing says what then holds/],
    ],
    [
      "an enum object",
      "/** How a split is written. */",
      "",
      [/^source\.ts:19 Dialect: has no documentation$/],
    ],
    [
      "a value of an enum object",
      "/** In Istio's own kinds. */",
      "",
      [/^source\.ts:21 Dialect\.Istio: has no documentation$/],
    ],
    [
      "a function",
      "/** Full name of a Service. */",
      "",
      [/^source\.ts:25 hostOf: has no documentation$/],
    ],
    [
      "what a required argument has no default for",
      "/** Service whose requests are split. */",
      '/** Service whose requests are split. @default "web" */',
      [/^source\.ts:11 CanaryArgs\.service: has a @default, but is not optional$/],
    ],
  ];
  for (const [what, from, to, gaps] of broken) {
    it(`has a gap at ${what}`, () => {
      assert.ok(documented.includes(from));
      const found = gapsOf(documented.replace(from, to));
      assert.equal(found.length, gaps.length, found.join("\n"));
      for (const [i, gap] of gaps.entries()) {
        assert.match(found[i] ?? "", gap);
      }
    });
  }

  it("includes arguments of arguments that are not exported", () => {
    const source = `
      /** Where requests go to. */
      export interface Route {
        /** Ports that are served. */
        ports: Port[];
      }
      interface Port { number: number }
    `;
    assert.deepEqual(gapsOf(source), [
      "source.ts:7 Port: has no documentation",
      "source.ts:7 Port.number: has no documentation",
    ]);
  });

  it("includes inline arguments", () => {
    const source = `
      /** Where requests go to. */
      export interface Route {
        /** Port that is served. */
        port: { number: number };
      }
    `;
    assert.deepEqual(gapsOf(source), ["source.ts:5 Route.number: has no documentation"]);
  });

  it("leaves out what alternatives exclude", () => {
    const source = `
      /** Either a port or a range. */
      export interface Port {
        /** Number of the port. */
        number: number;
        range?: never;
      }
    `;
    assert.deepEqual(gapsOf(source), []);
  });

  it("includes groups of names", () => {
    const entry = 'export * as networking from "./source";';
    assert.deepEqual(gapsOf("export type Host = string;", entry), [
      "source.ts:1 Host: has no documentation",
    ]);
  });

  it("leaves out what is not exported", () => {
    const entry = 'export { hostOf } from "./source";';
    assert.deepEqual(gapsOf(documented.replace("/** Splits the requests. */", ""), entry), []);
  });

  it("asks no default of what definitions leave open", () => {
    const source = `// Written by scripts/update-schemas from Istio 1.31 (schemas/sources.json); do not edit.
      /** Specification of Gateway. */
      export interface GatewaySpec {
        /** Ports that are served. */
        servers?: string[];
      }
    `;
    assert.deepEqual(gapsOf(source), []);
  });

  it("names what the package exports", () => {
    gapsOf(documented);
    const { names } = publicDocs(root, "index.ts");
    assert.deepEqual([...names].sort(), ["Canary", "CanaryArgs", "Dialect", "hostOf"]);
  });
});
