import { check, type Found, type Verdict } from "../check";
import { each } from "../each";
import { objectWords } from "../kubernetes-object";
import type { Mesh } from "../mesh";
import { callOf, isCaller, textsOf } from "../model/outsiders";
import type { Host } from "../model/services";
import { podKinds, type Workload } from "../model/workloads";

/** Port of the Pods behind a Service's port, where it is a number. */
const podPort = (target: number | string | undefined): number | undefined =>
  typeof target === "number" ? target : undefined;

/** The workload of a Service that takes mutual TLS alone at each of the Service's ports. */
const strictBehind = (host: Host, mesh: Mesh): Workload | undefined =>
  mesh
    .podsOf(host)
    .find(
      (workload) =>
        workload.mode !== "none" &&
        workload.gateway === undefined &&
        host.ports.every(
          ({ targetPort }) => mesh.mutualTlsOf(workload, podPort(targetPort)).mode === "STRICT",
        ),
    );

function finding(client: Workload, server: Workload, how: string, mesh: Mesh): Found {
  const { by } = mesh.mutualTlsOf(server);
  const says = by === undefined ? "" : `, as ${objectWords(by.id)} says`;
  return {
    path: client.labelsPath,
    message: `${objectWords(client.source.id)} is outside the mesh and ${how}; ${objectWords(server.source.id)} takes mutual TLS alone${says}: enrol namespace ${client.namespace}, or make the port PERMISSIVE`,
    related: [server.source.id, ...(by === undefined ? [] : [by.id])],
  };
}

/** A Service of which the workload itself names the address. */
function* namedCalls(client: Workload, mesh: Mesh): Iterable<Found> {
  const values = textsOf(client);
  for (const host of values.length === 0 ? [] : mesh.hosts.all) {
    const value = callOf(client, host, values);
    const server = value === undefined ? undefined : strictBehind(host, mesh);
    if (server !== undefined) {
      yield finding(client, server, `calls ${JSON.stringify(value)}`, mesh);
    }
  }
}

/** Whoever is there to call others calls something strict, if there is nothing else. */
function* freeCaller(client: Workload, mesh: Mesh): Iterable<Verdict> {
  const [server] = mesh.hosts.all.flatMap((host) => strictBehind(host, mesh) ?? []);
  if (server !== undefined) {
    yield { ...finding(client, server, "is there to call others", mesh), level: "warning" };
  }
}

/** A workload without a proxy that calls one which takes mutual TLS alone. */
export const clientOutside = check({
  id: "client-outside",
  code: "MESH0202",
  aliases: [],
  level: "error",
  kinds: podKinds,
  summary: "A client outside the mesh calls a workload that takes mutual TLS alone.",
  why: "It sends plain text: the connection is reset before any request is seen.",
  fix: "Enrol the client's namespace in the mesh, or let the port take plain text too (PERMISSIVE).",
  url: "https://istio.io/latest/docs/tasks/security/authentication/authn-policy/",
  fires: `apiVersion: v1
kind: Namespace
metadata: {name: bank, labels: {istio-injection: enabled}}
---
apiVersion: v1
kind: Namespace
metadata: {name: legacy}
---
apiVersion: v1
kind: Service
metadata: {name: ledger, namespace: bank}
spec: {ports: [{port: 8443, targetPort: 9443, name: http}], selector: {app: ledger}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: ledger, namespace: bank}
spec:
  template:
    metadata: {labels: {app: ledger}}
    spec: {containers: [{name: ledger, ports: [{containerPort: 9443}]}]}
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: default, namespace: bank}
spec: {mtls: {mode: STRICT}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: reports, namespace: legacy}
spec:
  template:
    metadata:
      labels: {app: reports} # found
    spec:
      containers:
      - name: reports
        env: [{name: LEDGER_URL, value: "http://ledger.bank:8443/v1"}]
---
apiVersion: v1
kind: Pod
metadata:
  name: tester
  namespace: legacy
  labels: {run: tester} # found
spec: {containers: [{name: sh, image: "docker.io/curlimages/curl:8.10.1"}]}
`,
  silent: `apiVersion: v1
kind: Namespace
metadata: {name: clinic, labels: {istio.io/dataplane-mode: ambient}}
---
apiVersion: v1
kind: Namespace
metadata: {name: old}
---
apiVersion: v1
kind: Service
metadata: {name: records, namespace: clinic}
spec: {ports: [{port: 80, targetPort: 3000, name: http}], selector: {app: records}}
---
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: records, namespace: clinic}
spec:
  template:
    metadata: {labels: {app: records}}
    spec: {containers: [{name: records, ports: [{containerPort: 3000}]}]}
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: records, namespace: clinic}
spec:
  selector: {matchLabels: {app: records}}
  mtls: {mode: STRICT}
  portLevelMtls: {3000: {mode: PERMISSIVE}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: billing, namespace: old}
spec:
  template:
    metadata: {labels: {app: billing}}
    spec:
      containers:
      - name: billing
        args: ["--records=http://records.clinic.svc.cluster.local/api"]
`,
  *run({ id }, mesh) {
    yield* each(mesh.workloadsOf(id), function* (client) {
      if (client.outside) {
        const named = [...namedCalls(client, mesh)];
        yield* named;
        if (named.length === 0 && isCaller(client)) {
          yield* freeCaller(client, mesh);
        }
      }
    });
  },
});
