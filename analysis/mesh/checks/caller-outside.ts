import { isPrincipalOf } from "../../../values/principal";
import { check, type Verdict } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import type { Mesh } from "../mesh";
import {
  namedAccounts,
  namedNamespaces,
  namedPrincipals,
  type PolicyValue,
} from "../model/policy-values";
import type { Workload } from "../model/workloads";

interface Caller extends PolicyValue {
  readonly pods: readonly Workload[];
}

/** The workloads that a policy means by a namespace, a service account or a principal. */
function* callers(
  spec: Parameters<typeof namedNamespaces>[0],
  own: string,
  mesh: Mesh,
): Iterable<Caller> {
  for (const named of namedNamespaces(spec)) {
    yield { ...named, pods: mesh.workloadsIn(named.value) };
  }
  for (const named of namedAccounts(spec)) {
    const parts = named.value.split("/");
    const [namespace = own, account = ""] = parts.length > 1 ? parts : [own, ...parts];
    const pods = mesh.workloadsIn(namespace);
    yield { ...named, pods: pods.filter(({ serviceAccount }) => serviceAccount === account) };
  }
  for (const named of namedPrincipals(spec)) {
    const namespace = named.value.split("/ns/")[1]?.split("/")[0] ?? "";
    const pods = mesh.workloadsIn(namespace);
    const isMeant = ({ serviceAccount }: Workload) =>
      isPrincipalOf(named.value, namespace, serviceAccount);
    yield { ...named, pods: pods.filter(isMeant) };
  }
}

function* judge({ value, path, pods }: Caller): Iterable<Verdict> {
  const [first] = pods;
  if (first !== undefined && pods.every(({ outside }) => outside)) {
    yield {
      path,
      message: `${JSON.stringify(value)} takes nobody: ${objectWords(first.source.id)} is outside the mesh and has no identity; enrol namespace ${first.namespace}`,
      related: pods.map(({ source }) => source.id),
    };
  }
}

/** A policy that names callers which have no identity. */
export const callerOutside = check({
  id: "caller-outside",
  code: "MESH0212",
  aliases: [],
  level: "warning",
  kinds: [Kind.AuthorizationPolicy],
  summary: "An AuthorizationPolicy names callers that are outside the mesh.",
  why: "Who calls is proved by mutual TLS, which they do not speak: the rule takes none of them.",
  fix: "Enrol their namespace in the mesh, or name their addresses (ipBlocks).",
  url: "https://istio.io/latest/docs/concepts/security/#authentication-architecture",
  fires: `apiVersion: v1
kind: Namespace
metadata: {name: old}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: importer, namespace: old}
spec:
  template:
    metadata: {labels: {app: importer}}
    spec: {containers: [{name: importer}]}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: data, namespace: data}
spec:
  rules:
  - from:
    - source:
        namespaces: [old] # found
    - source:
        principals:
        - cluster.local/ns/old/sa/default # found
`,
  silent: `apiVersion: v1
kind: Namespace
metadata: {name: old}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: importer, namespace: old}
spec:
  template:
    metadata: {labels: {app: importer, sidecar.istio.io/inject: "true"}}
    spec: {containers: [{name: importer}]}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: data, namespace: data}
spec:
  rules:
  - from:
    - source:
        namespaces: [old]
    - source:
        principals: [cluster.local/ns/old/sa/default]
`,
  *run({ id, spec }, mesh) {
    yield* each(callers(spec, id.namespace, mesh), judge);
  },
});
