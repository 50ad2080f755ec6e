import { serviceOfHost } from "../../../values/service-host";
import { check, type Verdict } from "../check";
import { each } from "../each";
import { hostProblem, meantService } from "../host-reference";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import { quoted } from "../words";

function* judge(mesh: Mesh, value: string, path: string, namespace: string): Iterable<Verdict> {
  const host = mesh.fullName(value, namespace);
  const meant = meantService(mesh, host);
  if (meant !== undefined) {
    yield {
      path,
      message: `${quoted(value)}: istiod looks for the whole name of a Service; write ${quoted(meant)}`,
      fix: { path, value: meant },
    };
    return;
  }
  const problem =
    serviceOfHost(host) === undefined
      ? undefined
      : hostProblem(mesh, { path, written: value, host, namespace, viewers: [namespace] });
  if (problem) {
    yield problem;
  }
}

/** A Gateway on a Service that does not exist. */
export const apiGatewayService = check({
  id: "api-gateway-service",
  code: "MESH0319",
  aliases: [],
  level: "error",
  kinds: [Kind.ApiGateway],
  summary: "A Gateway has the name of a Service as its address, and there is no such Service.",
  why: "With an address istiod runs no proxy itself, and takes the Pods behind that Service: there are none, so nothing listens.",
  fix: "Write the full name of the Service of a gateway that runs, or leave the address out.",
  url: "https://istio.io/latest/docs/tasks/traffic-management/ingress/gateway-api/#manual-deployment",
  fires: `apiVersion: v1
kind: Service
metadata: {name: frontdoor, namespace: doors}
spec: {ports: [{port: 80, name: http}], selector: {app: frontdoor}}
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: lobby, namespace: hall}
spec:
  gatewayClassName: istio
  addresses:
  - type: Hostname
    value: fontdoor.doors.svc.cluster.local # found
  - type: Hostname
    value: frontdoor.doors # found
  listeners: [{name: http, port: 80, protocol: HTTP}]
`,
  silent: `apiVersion: v1
kind: Service
metadata: {name: frontdoor, namespace: doors}
spec: {ports: [{port: 80, name: http}], selector: {app: frontdoor}}
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: lobby, namespace: doors}
spec:
  gatewayClassName: istio
  addresses:
  - {type: Hostname, value: frontdoor}
  - {type: Hostname, value: lb-7.cloud.example.com}
  - {value: 192.0.2.9}
  - {type: Hostname, value: gate.elsewhere.svc.cluster.local}
  listeners: [{name: http, port: 80, protocol: HTTP}]
`,
  *run({ id, spec: { addresses = [] } }, mesh) {
    yield* each(addresses.entries(), function* ([i, { type, value }]) {
      if (type === "Hostname" && value) {
        yield* judge(mesh, value, `spec.addresses[${i}].value`, id.namespace);
      }
    });
  },
});
