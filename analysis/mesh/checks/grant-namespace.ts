import { didYouMean } from "../../../values/closest";
import { check, type Verdict } from "../check";
import { Kind } from "../kinds";
import { Thing } from "../scope";

/** A ReferenceGrant for a namespace that does not exist. */
export const grantNamespace = check({
  id: "grant-namespace",
  code: "KIA1601",
  aliases: [],
  level: "warning",
  kinds: [Kind.ReferenceGrant],
  summary: "A ReferenceGrant is for objects of a namespace that does not exist.",
  why: "It grants nothing to anybody, and the objects that it was meant for are refused.",
  fix: "Write the name of the namespace from which objects are named.",
  url: "https://kiali.io/docs/features/validations/#kia1601---namespace-is-not-found-or-is-not-accessible",
  fires: `apiVersion: v1
kind: Namespace
metadata: {name: front}
---
apiVersion: gateway.networking.k8s.io/v1beta1
kind: ReferenceGrant
metadata: {name: front, namespace: back}
spec:
  from:
  - group: gateway.networking.k8s.io
    kind: HTTPRoute
    namespace: frnt # found
  to: [{group: "", kind: Service}]
`,
  silent: `apiVersion: v1
kind: Namespace
metadata: {name: front}
---
apiVersion: gateway.networking.k8s.io/v1beta1
kind: ReferenceGrant
metadata: {name: front, namespace: back}
spec:
  from: [{group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: front}]
  to: [{group: "", kind: Service}]
`,
  *run({ spec }, mesh): Iterable<Verdict> {
    for (const [i, { namespace }] of spec.from.entries()) {
      const path = `spec.from[${i}].namespace`;
      if (mesh.namespaces.has(namespace)) {
        continue;
      }
      if (mesh.speaksFor(Thing.Namespace, namespace, namespace)) {
        const names = mesh.set.all(Kind.Namespace).map(({ id }) => id.name);
        yield {
          path,
          message: `there is no namespace ${namespace}${didYouMean(namespace, names)}`,
        };
      } else {
        yield { path, notDeclared: `Namespace ${namespace}` };
      }
    }
  },
});
