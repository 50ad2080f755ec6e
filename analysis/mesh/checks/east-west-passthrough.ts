import { check } from "../check";
import { Kind } from "../kinds";
import { serverHost } from "../model/gateways";
import { quoted } from "../words";

const gateway = (mode: string): string => `apiVersion: v1
kind: Service
metadata: {name: ferry, namespace: istio-system}
spec: {selector: {istio: ferry}, ports: [{port: 15443, name: tls}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: ferry, namespace: istio-system}
spec:
  template:
    metadata: {labels: {istio: ferry}, annotations: {inject.istio.io/templates: gateway}}
    spec: {containers: [{name: istio-proxy, image: docker.io/istio/proxyv2:1.31.0}]}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: crossing, namespace: istio-system}
spec:
  selector: {istio: ferry}
  servers:
  - port: {number: 15443, name: tls, protocol: TLS}
    hosts: ["*.local"]
    tls:
      mode: ${mode}
`;

/** A server for the Services of other networks that passes nothing on. */
export const eastWestPassthrough = check({
  id: "east-west-passthrough",
  code: "MESH0344",
  aliases: [],
  level: "error",
  kinds: [Kind.Gateway],
  summary: "A Gateway for all Services of the cluster has mode PASSTHROUGH.",
  why: "PASSTHROUGH waits for routes of a VirtualService; calls from other networks, which name port and Service in one, are refused.",
  fix: "Write AUTO_PASSTHROUGH.",
  url: "https://istio.io/latest/docs/reference/config/networking/gateway/#ServerTLSSettings-TLSmode",
  fires: gateway("PASSTHROUGH # found"),
  silent: gateway("AUTO_PASSTHROUGH"),
  *run({ id, spec }, mesh) {
    const name = `${id.namespace}/${id.name}`;
    if (mesh.routes.some(({ gateways }) => gateways.includes(name))) {
      return;
    }
    const last = mesh.config.domain.split(".").at(-1) ?? "";
    const wide = [`*.${last}`, `*.${mesh.config.domain}`, `*.svc.${mesh.config.domain}`];
    for (const [i, { hosts, tls }] of (spec.servers ?? []).entries()) {
      const host = hosts.map(serverHost).find((one) => wide.includes(one));
      if (tls?.mode === "PASSTHROUGH" && host !== undefined) {
        const path = `spec.servers[${i}].tls.mode`;
        yield {
          path,
          message: `PASSTHROUGH leaves ${quoted(host)} to routes of VirtualServices; Services of the cluster are reached with AUTO_PASSTHROUGH`,
          fix: { path, value: "AUTO_PASSTHROUGH" },
        };
      }
    }
  },
});
