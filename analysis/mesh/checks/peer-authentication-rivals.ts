import { check, type Verdict } from "../check";
import type { Declared } from "../declared-set";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import { grouped } from "../lazy";
import type { Mesh } from "../mesh";
import { type Attachable, hasSelector } from "../model/policies";

const byNamespace = (mesh: Mesh) => grouped(mesh.peerAuthentications.all, ({ id }) => id.namespace);

/** The other PeerAuthentications of the same namespace on the same workload. */
const rivalsOn = (policy: Declared<Attachable>, mesh: Mesh) =>
  mesh.chosenBy(policy).flatMap((workload) =>
    mesh.peerAuthentications
      .on(workload)
      .filter(
        ({ id, spec }) =>
          id.namespace === policy.id.namespace && id.name !== policy.id.name && hasSelector(spec),
      )
      .map((rival) => ({ rival, workload })),
  );

function* ofNamespace(policy: Declared<Attachable>, mesh: Mesh): Iterable<Verdict> {
  const others = (mesh.fact(byNamespace).get(policy.id.namespace) ?? []).filter(
    ({ id, spec }) => id.name !== policy.id.name && !hasSelector(spec),
  );
  if (others.length > 0) {
    const names = others.map(({ id }) => id.name).join(", ");
    yield {
      path: "metadata.name",
      message: `namespace ${policy.id.namespace} has another PeerAuthentication for all of it: ${names}; the oldest alone is followed`,
      related: others.map(({ id }) => id),
    };
  }
}

/** Several PeerAuthentications for one namespace, or on one workload. */
export const peerAuthenticationRivals = check({
  id: "peer-authentication-rivals",
  code: "KIA0003",
  aliases: ["KIA0002"],
  level: "error",
  kinds: [Kind.PeerAuthentication],
  summary: "Several PeerAuthentications are for the same workloads.",
  why: "The oldest alone is followed, which nothing in them shows: a port that seems closed may be open.",
  fix: "Join them into one, or choose other workloads with each.",
  url: "https://kiali.io/docs/features/validations/#kia0003---more-than-one-object-applied-to-the-same-workload",
  fires: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: default # found
  namespace: north
spec: {mtls: {mode: STRICT}}
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: relaxed # found
  namespace: north
spec: {mtls: {mode: PERMISSIVE}}
`,
  silent: `apiVersion: apps/v1
kind: Deployment
metadata: {name: mail, namespace: south}
spec:
  template:
    metadata: {labels: {app: mail}}
    spec: {containers: [{name: mail, ports: [{containerPort: 25}]}]}
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: default, namespace: south}
spec: {mtls: {mode: STRICT}}
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: mail, namespace: south}
spec:
  selector: {matchLabels: {app: mail}}
  mtls: {mode: STRICT}
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: default, namespace: west}
spec: {mtls: {mode: PERMISSIVE}}
`,
  *run(policy, mesh) {
    if (!hasSelector(policy.spec)) {
      yield* ofNamespace(policy, mesh);
      return;
    }
    const [first, ...more] = rivalsOn(policy, mesh);
    if (first !== undefined) {
      yield {
        path: "spec.selector.matchLabels",
        message: `${objectWords(first.workload.source.id)} is chosen by ${objectWords(first.rival.id)} too; the oldest alone is followed`,
        related: [first, ...more].flatMap(({ rival, workload }) => [rival.id, workload.source.id]),
      };
    }
  },
});
