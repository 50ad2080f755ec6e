import { check } from "../check";
import type { Declared } from "../declared-set";
import { Kind } from "../kinds";
import { type Attachable, choicePath, hasSelector } from "../model/policies";
import { isForZtunnelAlone } from "../waypoint-needed";

/** Telemetry of a whole namespace is that of its waypoint too. */
const needsTargetRefs = ({ id, spec }: Declared<Attachable>): boolean =>
  id.kind !== "Telemetry" || hasSelector(spec);

/** Kiali's codes for other kinds than the check's own. */
const withoutTargetRefs: Readonly<Record<string, string[]>> = {
  WasmPlugin: ["KIA1116"],
  Telemetry: ["KIA1117"],
};

/** Kiali's codes for namespaces that use no waypoint at all. */
const withoutWaypoint: Readonly<Record<string, string[]>> = {
  RequestAuthentication: ["KIA1110"],
  WasmPlugin: ["KIA1111"],
  Telemetry: ["KIA1112"],
};

/** What a waypoint is to do, without naming what it is for. */
export const extensionWithoutTargetRefs = check({
  id: "extension-without-target-refs",
  code: "KIA1115",
  aliases: ["KIA1116", "KIA1117", "KIA1110", "KIA1111", "KIA1112"],
  level: "warning",
  kinds: [Kind.RequestAuthentication, Kind.WasmPlugin, Kind.Telemetry],
  summary:
    "A RequestAuthentication, WasmPlugin or Telemetry for ambient workloads has no targetRefs.",
  why: "ztunnel has no place for it, and a waypoint does not follow selectors: nothing happens.",
  fix: "Attach it to a Service or a Gateway by targetRefs.",
  url: "https://istio.io/latest/docs/ambient/usage/l7-features/",
  fires: `apiVersion: v1
kind: Namespace
metadata: {name: maps, labels: {istio.io/dataplane-mode: ambient, istio.io/use-waypoint: maps}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: tiles, namespace: maps}
spec:
  template:
    metadata: {labels: {app: tiles}}
    spec: {containers: [{name: tiles}]}
---
apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata: {name: tiles, namespace: maps}
spec:
  selector:
    matchLabels: {app: tiles} # found
  jwtRules: [{issuer: "https://id.example.org", jwks: '{"keys":[]}'}]
`,
  silent: `apiVersion: v1
kind: Namespace
metadata: {name: maps, labels: {istio.io/dataplane-mode: ambient, istio.io/use-waypoint: way}}
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: way, namespace: maps}
spec:
  gatewayClassName: istio-waypoint
  listeners: [{name: mesh, port: 15008, protocol: HBONE}]
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: edge, namespace: maps}
spec:
  template:
    metadata: {labels: {istio: ingressgateway, sidecar.istio.io/inject: "true"}, annotations: {inject.istio.io/templates: gateway}}
    spec: {containers: [{name: istio-proxy, image: auto}]}
---
apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata: {name: edge, namespace: maps}
spec:
  selector: {matchLabels: {istio: ingressgateway}}
  jwtRules: [{issuer: "https://id.example.org", jwksUri: "https://id.example.org/keys", forwardOriginalToken: true}]
---
apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: {name: all, namespace: maps}
spec: {accessLogging: [{providers: [{name: envoy}]}]}
`,
  *run(policy, mesh) {
    if (needsTargetRefs(policy) && isForZtunnelAlone(policy, mesh)) {
      const { id, spec } = policy;
      yield {
        path: choicePath(spec),
        message: `the workloads of namespace ${id.namespace} are ambient: ztunnel does not follow a ${id.kind}, and a waypoint follows one with targetRefs alone`,
        aliases: [
          ...(withoutTargetRefs[id.kind] ?? []),
          ...(mesh.namespaces.get(id.namespace)?.waypoint === undefined
            ? (withoutWaypoint[id.kind] ?? [])
            : []),
        ],
      };
    }
  },
});
