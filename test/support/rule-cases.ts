import assert from "node:assert/strict";
import type { Finding } from "../../analysis/objects/finding";
import type { MeshObject, ObjectMetadata } from "../../analysis/objects/mesh-object";

/** A spec, and the level and path of every finding for it, e.g. `error spec.hosts[0]`. */
export type RuleCase = readonly [title: string, spec: unknown, ...findings: string[]];

export interface Judged {
  rules: (object: MeshObject) => Finding[];
  kind: string;
  metadata?: ObjectMetadata;
}

const inNamespace: ObjectMetadata = { name: "a", namespace: "ns" };

/** One test for each case, for tests of rules. */
export function ruleCases(title: string, judged: Judged, cases: readonly RuleCase[]): void {
  const { rules, kind, metadata = inNamespace } = judged;
  describe(title, () => {
    for (const [name, spec, ...expected] of cases) {
      it(name, () => {
        const object = { apiVersion: "networking.istio.io/v1", kind, metadata, spec };
        const found = rules(object).map(({ level, path }) => `${level} ${path}`);
        assert.deepEqual(found.sort(), expected.sort());
      });
    }
  });
}
