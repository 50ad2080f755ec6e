import { check, type Found, type Verdict } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import type { Mesh } from "../mesh";
import { type ClientTls, clientTlsOf } from "../model/client-tls";
import type { Rule } from "../model/destination-rules";
import { passesSidecar } from "../model/inbound-ports";
import { isIstiod } from "../model/istiod";
import { type AnsweringServer, serversOfRule } from "../model/servers";
import { quoted } from "../words";

function whoOf({ host, workload, namespace }: AnsweringServer): string {
  if (workload !== undefined) {
    return objectWords(workload.source.id);
  }
  return `what runs ${host === undefined ? `in namespace ${namespace}` : `behind ${objectWords(host.source.id)}`}`;
}

const isOutside = ({ workload }: AnsweringServer): boolean => workload?.outside === true;

/** istiod and what else lies in its namespace: a rule for whole namespaces means others, and proxies reach istiod past it. */
const isControlPlane = (
  mesh: Mesh,
  { host }: Rule,
  { namespace, workload }: AnsweringServer,
): boolean =>
  host.startsWith("*") &&
  (namespace === mesh.config.rootNamespace || (workload !== undefined && isIstiod(workload)));

/** Whether connections to the port of the Pods do not go through their sidecar. */
const isPast = ({ workload, port }: AnsweringServer): boolean =>
  workload?.mode === "sidecar" &&
  workload.gateway === undefined &&
  port !== undefined &&
  passesSidecar(workload.annotations, port);

/** What settings without a mode mean. */
const unsaid = "DISABLE";

function finding({ tls, path }: ClientTls, server: AnsweringServer, problem: string): Found {
  const { takes, workload, host } = server;
  const mode = tls.mode ?? `${unsaid}, as no mode is written`;
  return {
    path: tls.mode === undefined ? path : `${path}.mode`,
    message: `${mode}${host === undefined ? "" : ` for ${quoted(host.host)}`}: ${problem}`,
    related: [
      ...(host ? [host.source.id] : []),
      ...(workload ? [workload.source.id] : []),
      ...(takes.by && !isOutside(server) ? [takes.by.id] : []),
    ],
  };
}

/** Yields for each TLS setting the first server that does not take it. */
function* judge(
  mesh: Mesh,
  rule: Rule,
  problemOf: (setting: ClientTls, server: AnsweringServer) => string | undefined,
): Iterable<Verdict> {
  yield* each(clientTlsOf(rule), function* (setting) {
    for (const server of serversOfRule(mesh, rule, setting)) {
      const problem = problemOf(setting, server);
      if (problem !== undefined) {
        yield finding(setting, server, problem);
        return;
      }
    }
  });
}

const service = `apiVersion: v1
kind: Namespace
metadata: {name: vault, labels: {istio-injection: enabled}}
---
apiVersion: v1
kind: Service
metadata: {name: secrets, namespace: vault}
spec: {ports: [{port: 8200, targetPort: 18200, name: http}], selector: {app: secrets}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: secrets, namespace: vault}
spec:
  selector: {matchLabels: {app: secrets}}
  template:
    metadata: {labels: {app: secrets}}
    spec: {containers: [{name: secrets, image: secrets:3, ports: [{containerPort: 18200}]}]}
`;

/** Clients without mutual TLS before Pods that want it. */
export const plainClientTls = check({
  id: "plain-client-tls",
  code: "KIA0207",
  aliases: ["KIA0208"],
  level: "error",
  kinds: [Kind.DestinationRule],
  summary:
    "A DestinationRule tells clients to speak something else than mutual TLS to Pods that are STRICT.",
  why: "The proxy of the Pods ends the connection: clients get 503.",
  fix: "Take the TLS mode out, so that sidecars choose it themselves, or write ISTIO_MUTUAL; or let the port take plain text (PERMISSIVE).",
  url: "https://istio.io/latest/docs/ops/configuration/traffic-management/tls-configuration/",
  fires: `${service}---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: default, namespace: vault}
spec: {mtls: {mode: STRICT}}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: secrets, namespace: vault}
spec:
  host: secrets
  trafficPolicy:
    tls:
      mode: DISABLE # found
`,
  silent: `${service}---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: secrets, namespace: vault}
spec:
  selector: {matchLabels: {app: secrets}}
  mtls: {mode: STRICT}
  portLevelMtls: {18200: {mode: PERMISSIVE}}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: secrets, namespace: vault}
spec:
  host: secrets
  trafficPolicy:
    tls: {mode: DISABLE}
`,
  *run({ id }, mesh) {
    yield* judge(mesh, mesh.ruleOf(id), ({ tls }, server) => {
      const { mode, by } = server.takes;
      return tls.mode !== "ISTIO_MUTUAL" && !isOutside(server) && mode === "STRICT" && by
        ? `${whoOf(server)} takes mutual TLS only (${objectWords(by.id)} is STRICT)`
        : undefined;
    });
  },
});

/** Clients with mutual TLS before Pods that do not speak it. */
export const mutualClientTls = check({
  id: "mutual-client-tls",
  code: "KIA0505",
  aliases: ["KIA0506"],
  level: "error",
  kinds: [Kind.DestinationRule],
  summary: "A DestinationRule tells clients to speak mutual TLS to Pods that do not.",
  why: "The Pods get bytes that they do not understand: clients get 503.",
  fix: "Take the TLS mode out, so that sidecars choose it themselves; or take DISABLE out of the PeerAuthentication, or enrol the Pods.",
  url: "https://istio.io/latest/docs/ops/configuration/traffic-management/tls-configuration/",
  fires: `${service}---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: open, namespace: vault}
spec:
  selector: {matchLabels: {app: secrets}}
  mtls: {mode: DISABLE}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: secrets, namespace: vault}
spec:
  host: secrets
  trafficPolicy:
    tls:
      mode: ISTIO_MUTUAL # found
`,
  silent: `${service}---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: open, namespace: vault}
spec:
  selector: {matchLabels: {app: others}}
  mtls: {mode: DISABLE}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: others, namespace: vault}
spec:
  selector: {matchLabels: {app: others}}
  template:
    metadata: {labels: {app: others}}
    spec: {containers: [{name: others, image: others:1}]}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: secrets, namespace: vault}
spec:
  host: secrets
  trafficPolicy:
    tls: {mode: ISTIO_MUTUAL}
`,
  *run({ id }, mesh) {
    const rule = mesh.ruleOf(id);
    yield* judge(mesh, rule, ({ tls }, server) => {
      const { mode, by } = server.takes;
      if (tls.mode !== "ISTIO_MUTUAL") {
        return undefined;
      }
      if (isOutside(server) && !isControlPlane(mesh, rule, server)) {
        return `${whoOf(server)} has no part of the mesh before it`;
      }
      if (isPast(server)) {
        return `connections to port ${server.port} of ${whoOf(server)} go past its sidecar`;
      }
      return mode === "DISABLE" && by
        ? `${whoOf(server)} takes plain text only (${objectWords(by.id)} is DISABLE)`
        : undefined;
    });
  },
});
