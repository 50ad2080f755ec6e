import { check, type Verdict } from "../check";
import type { Declared } from "../declared-set";
import { Kind } from "../kinds";
import { kindOf, objectWords } from "../kubernetes-object";
import { grouped } from "../lazy";
import type { Mesh } from "../mesh";

const sameName = (mesh: Mesh): ReadonlyMap<string, readonly Declared[]> =>
  grouped(mesh.set.objects, ({ id }) => `${kindOf(id)}|${id.namespace}|${id.name}`);

const versionsOf = (all: readonly Declared[]): string =>
  [...new Set(all.map(({ id }) => id.apiVersion))].join(" and ");

/** One object that is declared twice. */
export const duplicateObject = check({
  id: "duplicate-object",
  code: "MESH0300",
  aliases: [],
  level: "error",
  kinds: Object.values(Kind),
  summary: "An object is declared twice.",
  why: "They are one object to the API server: the one that is applied last wins, and the other is gone.",
  fix: "Take one of them away, or give it another name or namespace.",
  url: "https://kubernetes.io/docs/concepts/overview/working-with-objects/names/",
  fires: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: cache # found
  namespace: news
spec: {host: cache.example.com, trafficPolicy: {loadBalancer: {simple: LEAST_REQUEST}}}
---
apiVersion: networking.istio.io/v1beta1
kind: DestinationRule
metadata: {name: cache, namespace: news}
spec: {host: cache.example.com, trafficPolicy: {loadBalancer: {simple: ROUND_ROBIN}}}
`,
  silent: `apiVersion: v1
kind: ServiceAccount
metadata: {name: cache, namespace: news}
---
apiVersion: v1
kind: Namespace
metadata: {name: news}
---
apiVersion: v1
kind: ServiceAccount
metadata: {name: cache, namespace: sports}
`,
  *run(object, mesh): Iterable<Verdict> {
    const { id } = object;
    const all = mesh.fact(sameName).get(`${kindOf(id)}|${id.namespace}|${id.name}`) ?? [];
    // The last is what the cluster ends with; one finding is enough for all.
    if (all.length > 1 && all.at(-1) === object) {
      yield {
        path: "metadata.name",
        message: `${objectWords(id)} is declared ${all.length} times, in ${versionsOf(all)}`,
      };
    }
  },
});
