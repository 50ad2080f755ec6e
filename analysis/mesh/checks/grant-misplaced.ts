import type { ReferenceGrantSpec } from "../../../schemas/kinds/gateway/reference-grant";
import { check, type Found, type Verdict } from "../check";
import type { Declared } from "../declared-set";
import { each } from "../each";
import { Kind } from "../kinds";
import { groupOf, objectWords } from "../kubernetes-object";
import type { Mesh } from "../mesh";
import { backendsOf, routeKinds } from "../model/api-routes";
import { type Granted, isGranted } from "../model/grants";
import { secretsOf } from "../model/listener-certificates";

type Grant = Declared<ReferenceGrantSpec>;

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

/** Whether a grant for another namespace is one for what lies here, as its names or references from there say. */
const isForOwn = (mesh: Mesh, own: string, { spec }: Grant, from: string, { to }: Reference) =>
  spec.to.every(({ kind, name }) => kind !== to.kind || (name && name !== to.name)) ||
  [...referencesIn(mesh, from)].some(
    (other) => other.to.kind === to.kind && other.to.namespace === own,
  );

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
  *run(grant, mesh): Iterable<Verdict> {
    const { id, spec } = grant;
    const own = id.namespace;
    const isForOthers = spec.from.some(({ namespace }) => namespace !== own);
    yield* each(spec.from.entries(), function* ([i, { group, kind, namespace }]) {
      const path = `spec.from[${i}].namespace`;
      const wanting = [...referencesIn(mesh, own)].find(
        (reference) =>
          reference.from.id.kind === kind &&
          groupOf(reference.from.id.apiVersion) === group &&
          reference.to.namespace !== own &&
          (namespace === own ||
            (namespace === reference.to.namespace &&
              !isForOwn(mesh, own, grant, namespace, reference))) &&
          spec.to.some((granted) => granted.kind === reference.to.kind) &&
          !isGranted(mesh, reference.from.id, reference.to),
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
