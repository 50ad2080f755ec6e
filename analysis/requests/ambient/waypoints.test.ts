import assert from "node:assert/strict";
import { parseAllDocuments } from "yaml";
import type { KubernetesObject } from "../../mesh/kubernetes-object";
import { Mesh } from "../../mesh/mesh";
import { answer } from "../ask";

const workload = (name: string, namespace: string) => `
apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}, namespace: ${namespace}}
spec:
  template:
    metadata: {labels: {app: ${name}}}
    spec: {serviceAccountName: ${name}, containers: [{name: app, image: app}]}
---`;

const ground = (service = "{}") => `
apiVersion: v1
kind: Namespace
metadata: {name: bank, labels: {istio.io/dataplane-mode: ambient, istio.io/use-waypoint: way}}
---
apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {istio-injection: enabled}}
---
apiVersion: v1
kind: Service
metadata: {name: till, namespace: bank, labels: ${service}}
spec: {selector: {app: till}, ports: [{name: http, port: 80, targetPort: 8080}]}
---${workload("till", "bank")}${workload("clerk", "bank")}${workload("web", "shop")}
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: way, namespace: bank}
spec: {gatewayClassName: istio-waypoint, listeners: [{name: mesh, port: 15008, protocol: HBONE}]}
`;

const ask = (yaml: string, namespace: string, name: string, method = "GET") => {
  const objects = parseAllDocuments(yaml).map((one) => one.toJS()) as KubernetesObject[];
  const { outcome, status, deniedBy, tls } = answer(new Mesh(objects), {
    from: { kind: "workload", namespace, name },
    protocol: "http",
    host: "till.bank",
    port: 80,
    http: { authority: "till.bank", path: "/", method, headers: {}, scheme: "http" },
  });
  const by = deniedBy && `${deniedBy.namespace}/${deniedBy.name}`;
  const way = tls.map(({ hop, mode }) => `${hop} ${mode}`).join(", ");
  return [outcome, status, by, way].filter(Boolean).join(" ");
};

const policy = (spec: string, name: string) => `---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: ${name}, namespace: bank}
spec: ${spec}
`;

describe("calls to a Service with a waypoint", () => {
  it("go by it from ztunnel, and past it from a sidecar", () => {
    assert.equal(ask(ground(), "bank", "clerk"), "routed → way HBONE, way → till HBONE");
    assert.equal(ask(ground(), "shop", "web"), "routed web → till HBONE");
    const without = ground("{istio.io/use-waypoint: none}");
    assert.equal(ask(without, "bank", "clerk"), "routed clerk → till HBONE");
  });

  it("meet the policies of the Service there, and then those of its Pods with the waypoint's identity", () => {
    const read = policy(
      "{targetRefs: [{kind: Service, name: till}], rules: [{to: [{operation: {methods: [GET]}}]}]}",
      "read",
    );
    const own = policy(
      "{selector: {matchLabels: {app: till}}, rules: [{from: [{source: {serviceAccounts: [way]}}]}]}",
      "own",
    );
    const all = ground() + read + own;
    assert.equal(ask(all, "bank", "clerk"), "routed → way HBONE, way → till HBONE");
    assert.equal(ask(all, "bank", "clerk", "POST"), "denied 403 bank/read → way HBONE");
    assert.equal(ask(all, "shop", "web"), "denied 503 bank/own web → till HBONE");
  });
});
