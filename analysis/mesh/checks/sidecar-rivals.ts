import { check, type Verdict } from "../check";
import { Kind } from "../kinds";
import { chosenBySidecar, sidecarSelector, sidecarsByNamespace } from "../model/sidecars";
import { labelWords, named } from "../words";

const workload = `apiVersion: apps/v1
kind: Deployment
metadata: {name: basket, namespace: market}
spec:
  selector: {matchLabels: {app: basket}}
  template:
    metadata: {labels: {app: basket, tier: web}}
    spec: {containers: [{name: basket, image: basket:7}]}
`;

/** Two Sidecars for one Pod. */
export const sidecarRivals = check({
  id: "sidecar-rivals",
  code: "IST0110",
  aliases: ["KIA0003"],
  level: "error",
  kinds: [Kind.Sidecar],
  summary: "Two Sidecars choose the same Pods.",
  why: "A proxy follows one Sidecar, and which of them is not promised: hosts may be missing from its scope.",
  fix: "Let their selectors choose different Pods, or join them.",
  url: "https://istio.io/latest/docs/reference/config/analysis/ist0110/",
  fires: `${workload}---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: basket, namespace: market}
spec:
  workloadSelector:
    labels: {app: basket} # found
  egress: [{hosts: ["./*"]}]
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: web, namespace: market}
spec:
  workloadSelector:
    labels: {tier: web} # found
  egress: [{hosts: ["./*", "istio-system/*"]}]
`,
  silent: `${workload}---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: basket, namespace: market}
spec:
  workloadSelector: {labels: {app: basket}}
  egress: [{hosts: ["./*"]}]
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: default, namespace: market}
spec:
  egress: [{hosts: ["./*", "istio-system/*"]}]
`,
  *run(sidecar, mesh): Iterable<Verdict> {
    const chosen = chosenBySidecar(mesh, sidecar);
    const others = (mesh.fact(sidecarsByNamespace).get(sidecar.id.namespace) ?? []).filter(
      (other) => other.id !== sidecar.id,
    );
    const rivals = others.flatMap((other) => {
      const both = chosenBySidecar(mesh, other).filter((one) => chosen.includes(one));
      return both.length > 0 ? [{ other, both }] : [];
    });
    const [first] = rivals;
    if (first !== undefined) {
      const ids = rivals.map(({ other }) => other.id);
      yield {
        path: "spec.workloadSelector.labels",
        message: `${labelWords(sidecarSelector(sidecar) ?? {})} chooses ${named(first.both.map(({ source }) => source.id))}, which ${named(ids)} chooses too`,
        related: [...ids, ...first.both.map(({ source }) => source.id)],
      };
    }
  },
});

/** Two Sidecars for one namespace. */
export const sidecarDefaultRivals = check({
  id: "sidecar-default-rivals",
  code: "IST0111",
  aliases: ["KIA0002"],
  level: "error",
  kinds: [Kind.Sidecar],
  summary: "Two Sidecars of a namespace choose no Pods by labels, so both are for all of them.",
  why: "A proxy follows one Sidecar, and which of them is not promised: hosts may be missing from its scope.",
  fix: "Join them, or give one of them a `workloadSelector`.",
  url: "https://istio.io/latest/docs/reference/config/analysis/ist0111/",
  fires: `apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: 
  name: default # found
  namespace: finance
spec:
  egress: [{hosts: ["./*"]}]
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata:
  name: ledger-only # found
  namespace: finance
spec:
  egress: [{hosts: ["books/*"]}]
`,
  silent: `apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: default, namespace: finance}
spec:
  egress: [{hosts: ["./*"]}]
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: default, namespace: books}
spec:
  egress: [{hosts: ["./*"]}]
`,
  *run(sidecar, mesh): Iterable<Verdict> {
    const { namespace } = sidecar.id;
    const isAmbient = mesh.namespaces.get(namespace)?.mode === "ambient";
    const others = (mesh.fact(sidecarsByNamespace).get(namespace) ?? []).filter(
      (other) => other.id !== sidecar.id && sidecarSelector(other) === undefined,
    );
    if (!isAmbient && sidecarSelector(sidecar) === undefined && others.length > 0) {
      const ids = others.map(({ id }) => id);
      yield {
        path: "metadata.name",
        message: `${named(ids)} is for all Pods of namespace ${namespace} too`,
        related: ids,
      };
    }
  },
});
