import { istio, meshCases, service } from "../../../test/support/mesh-cases";
import { openToolAtGateway } from "./open-tool";

/** A gateway from Istio's chart; `spec` and `metadata` are what its Service has besides. */
const gateway = ({ spec = "type: LoadBalancer", annotations = "" } = {}): string =>
  `---
apiVersion: v1
kind: Service
metadata: {name: edge, namespace: edge, annotations: {${annotations}}}
spec: {${spec}, ports: [{port: 80, name: http}], selector: {istio: edge}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: edge, namespace: edge}
spec:
  template:
    metadata: {labels: {istio: edge}, annotations: {inject.istio.io/templates: gateway}}
    spec: {containers: [{name: istio-proxy, image: auto}]}
`;

/** A tool by its image, and what its container has besides. */
const tool = (image: string, more = ""): string =>
  `${service("tools", "tool", "{port: 80, name: http}")}---
apiVersion: apps/v1
kind: Deployment
metadata: {name: tool, namespace: tools}
spec:
  template:
    metadata: {labels: {app: tool}}
    spec: {containers: [{name: tool, image: "${image}"${more}}]}
`;

const kialiConfig = (strategy: string): string =>
  `---
apiVersion: v1
kind: ConfigMap
metadata: {name: tool, namespace: tools}
data: {config.yaml: "auth: {strategy: ${strategy}}"}
`;

const servers = (tls = "") =>
  istio(
    "Gateway",
    "tools",
    "site",
    `{selector: {istio: edge}, servers: [{port: {number: 80, name: x, protocol: ${tls ? "HTTPS" : "HTTP"}}, hosts: ["*"]${tls}}]}`,
  );
const route = istio(
  "VirtualService",
  "tools",
  "site",
  "{hosts: [a.example.com], gateways: [site], http: [{route: [{destination: {host: tool}}]}]}",
);
const site = servers() + route;
const policy = (namespace: string, spec: string) =>
  istio("AuthorizationPolicy", namespace, "p", spec);

const told = "warning VirtualService site spec.http[0].route[0].destination.host";
const found = (name: string) => ({
  says: [told.replace(".host", "")],
  messages: [
    `${name} asks for no login, and Service edge.edge lets everybody in, without any policy on the way`,
  ],
  related: [["Service edge.edge"]],
});

const kiali = tool("quay.io/kiali/kiali:v2.27");
const prometheus = tool("docker.io/prom/prometheus:v3.10.0");
const anonymous = ", env: [{name: GF_AUTH_ANONYMOUS_ENABLED, value: 'true'}]";

meshCases(openToolAtGateway, {
  "finds Kiali without a login": {
    yaml: gateway() + kiali + kialiConfig("anonymous") + site,
    ...found("Kiali"),
  },
  "takes Kiali with one": { yaml: gateway() + kiali + kialiConfig("token") + site },
  "takes Kiali of which nothing is known": { yaml: gateway() + kiali + site },
  "finds Prometheus, of any registry": {
    yaml: gateway() + tool("mirror.local:5000/prom/prometheus@sha256:1") + site,
    ...found("Prometheus"),
  },
  "finds Jaeger": {
    yaml: gateway() + tool("docker.io/jaegertracing/jaeger:2.17.0") + site,
    ...found("Jaeger"),
  },
  "takes what Jaeger collects by": {
    yaml: gateway() + tool("docker.io/jaegertracing/jaeger-collector:1") + site,
  },
  "finds Grafana that lets anybody in": {
    yaml: gateway() + tool("grafana/grafana:12", anonymous) + site,
    ...found("Grafana"),
  },
  "takes Grafana with a login": { yaml: gateway() + tool("grafana/grafana:12") + site },
  "finds it at ports of nodes": {
    yaml: gateway({ spec: "type: NodePort" }) + prometheus + site,
    ...found("Prometheus"),
  },
  "takes a gateway inside": { yaml: gateway({ spec: "type: ClusterIP" }) + prometheus + site },
  "takes one for some addresses": {
    yaml:
      gateway({ spec: "type: LoadBalancer, loadBalancerSourceRanges: [10.0.0.0/8]" }) +
      prometheus +
      site,
  },
  "takes an internal load balancer": {
    yaml:
      gateway({ annotations: "networking.gke.io/load-balancer-type: Internal" }) +
      prometheus +
      site,
  },
  "finds one that is not internal": {
    yaml:
      gateway({
        annotations: 'service.beta.kubernetes.io/azure-load-balancer-internal: "false"',
      }) +
      prometheus +
      site,
    ...found("Prometheus"),
  },
  "takes it behind a policy of the gateway": {
    yaml:
      gateway() +
      prometheus +
      site +
      policy("edge", "{action: DENY, rules: [{from: [{source: {notIpBlocks: [10.0.0.0/8]}}]}]}"),
  },
  "takes it behind a policy of its own": {
    yaml:
      gateway() +
      prometheus +
      site +
      policy("tools", "{rules: [{from: [{source: {namespaces: [edge]}}]}]}"),
  },
  "finds it behind one that only takes notes": {
    yaml: gateway() + prometheus + site + policy("edge", "{action: AUDIT, rules: [{}]}"),
    ...found("Prometheus"),
  },
  "takes it where clients show certificates": {
    yaml: gateway() + prometheus + servers(", tls: {mode: MUTUAL, credentialName: site}") + route,
  },
  "takes an application": { yaml: gateway() + tool("docker.io/istio/examples-bookinfo") + site },
});
