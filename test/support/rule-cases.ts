import assert from "node:assert/strict";
import type { Finding } from "../../analysis/objects/finding";
import type { MeshObject, ObjectMetadata } from "../../analysis/objects/mesh-object";

/**
 * What is judged, the level and path of every finding for it in their order (e.g. `error
 * spec.hosts[0]`), and what an object has in its metadata beside a name and a namespace.
 */
export type RuleCase = readonly [
  title: string,
  judged: unknown,
  findings?: readonly string[],
  metadata?: Readonly<Record<string, unknown>>,
];

export interface Judged {
  rules: (object: MeshObject) => Finding[];
  /** @default "networking.istio.io/v1" */
  apiVersion?: string;
  kind: string;
  /** @default - a name, and the namespace "ns" */
  metadata?: ObjectMetadata;
}

const inNamespace: ObjectMetadata = { name: "a", namespace: "ns" };

/** Judges specs as those of an object. */
const ofObject =
  ({ rules, apiVersion = "networking.istio.io/v1", kind, metadata = inNamespace }: Judged) =>
  (spec: unknown, more: Readonly<Record<string, unknown>> = {}): Finding[] =>
    rules({
      apiVersion,
      kind,
      metadata: { ...metadata, ...more },
      spec,
    });

/** One test for each case, for tests of rules. */
export function ruleCases(
  title: string,
  judged: Judged | ((value: unknown) => Finding[]),
  cases: readonly RuleCase[],
): void {
  const judge = typeof judged === "function" ? judged : ofObject(judged);
  describe(title, () => {
    for (const [name, value, expected = [], metadata] of cases) {
      it(`${name}: ${expected.length === 0 ? "passes" : expected.join(", ")}`, () => {
        const found = judge(value, metadata).map(({ level, path }) => `${level} ${path}`);
        assert.deepEqual(found, expected);
      });
    }
  });
}
