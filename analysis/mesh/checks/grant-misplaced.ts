import { check, type Found, type Verdict } from "../check";
import type { Declared } from "../declared-set";
import { each } from "../each";
import { Kind } from "../kinds";
import { groupOf, objectWords } from "../kubernetes-object";
import type { Mesh } from "../mesh";
import { backendsOf, routeKinds } from "../model/api-routes";
import { type Granted, isGranted } from "../model/grants";
import { secretsOf } from "../model/listener-certificates";

/** Something that an object names in another namespace. */
interface Reference {
  readonly from: Declared;
  readonly to: Granted;
}

function* referencesIn(mesh: Mesh, namespace: string): Iterable<Reference> {
  const isOwn = ({ id }: Declared): boolean => id.namespace === namespace;
  for (const route of routeKinds.flatMap((kind) => mesh.set.all(kind)).filter(isOwn)) {
    for (const { kind, namespace: place, name } of backendsOf(route).flat()) {
      if (kind === Kind.Service) {
        yield { from: route, to: { group: "", kind: "Service", namespace: place, name } };
      }
    }
  }
  const owners = [...mesh.set.all(Kind.ApiGateway), ...mesh.set.all(Kind.ListenerSet)];
  for (const owner of owners.filter(isOwn)) {
    for (const { namespace: place, name } of secretsOf(owner)) {
      yield { from: owner, to: { group: "", kind: "Secret", namespace: place, name } };
    }
  }
}

const misplaced = (path: string, { from, to }: Reference, own: string): Found => ({
  path,
  message: `${objectWords(from.id)} names ${to.kind} ${to.name} of namespace ${to.namespace}, and a grant in ${own} is for what lies in ${own}: declare it in namespace ${to.namespace}, from ${from.id.kind}s of ${own}`,
  related: [from.id],
});

/** A ReferenceGrant that lies where the object is that names something, not where it is that is named. */
export const grantMisplaced = check({
  id: "grant-misplaced",
  code: "MESH0333",
  aliases: [],
  level: "error",
  kinds: [Kind.ReferenceGrant],
  summary: "A ReferenceGrant lies beside the route or Gateway, and not beside what it names.",
  why: "A grant is given by the namespace that something is named of. The reference stays refused: requests are answered with 500, or the listener has no certificate.",
  fix: "Declare the grant in the namespace of the Service or Secret, with `from` the namespace of the route or Gateway.",
  url: "https://gateway-api.sigs.k8s.io/api-types/referencegrant/",
  fires: `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: menu, namespace: kitchen}
spec:
  parentRefs: [{name: outer, namespace: gates}]
  rules: [{backendRefs: [{name: prices, namespace: office, port: 80}]}]
---
apiVersion: gateway.networking.k8s.io/v1
kind: ReferenceGrant
metadata: {name: kitchen, namespace: kitchen}
spec:
  from:
  - group: gateway.networking.k8s.io
    kind: HTTPRoute
    namespace: kitchen # found
  to: [{group: "", kind: Service}]
`,
  silent: `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: menu, namespace: kitchen}
spec:
  parentRefs: [{name: outer, namespace: gates}]
  rules: [{backendRefs: [{name: prices, namespace: office, port: 80}]}]
---
apiVersion: gateway.networking.k8s.io/v1
kind: ReferenceGrant
metadata: {name: kitchen, namespace: office}
spec:
  from: [{group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: kitchen}]
  to: [{group: "", kind: Service}]
`,
  *run({ id, spec }, mesh): Iterable<Verdict> {
    const own = id.namespace;
    const isForOthers = spec.from.some(({ namespace }) => namespace !== own);
    yield* each(spec.from.entries(), function* ([i, { group, kind, namespace }]) {
      const path = `spec.from[${i}].namespace`;
      const wanting = [...referencesIn(mesh, own)].find(
        ({ from, to }) =>
          from.id.kind === kind &&
          groupOf(from.id.apiVersion) === group &&
          to.namespace !== own &&
          (namespace === own || namespace === to.namespace) &&
          spec.to.some((granted) => granted.kind === to.kind) &&
          !isGranted(mesh, from.id, to),
      );
      if (wanting !== undefined) {
        yield misplaced(path, wanting, own);
      } else if (!isForOthers) {
        const message = `objects of namespace ${own} need no grant for what lies in ${own}`;
        yield { path, message, level: "warning" };
      }
    });
  },
});
