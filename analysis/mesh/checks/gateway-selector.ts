import { fieldPath } from "../../objects/path";
import { check, type Verdict } from "../check";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import type { Mesh } from "../mesh";
import type { Labels } from "../model/selector";
import type { Workload } from "../model/workloads";
import { Thing } from "../scope";
import { meantLabel } from "../selector-problem";
import { labelWords } from "../words";

const proxies = (mesh: Mesh): readonly Workload[] =>
  mesh.workloads.filter(({ gateway }) => gateway === "chart" || gateway === "api");

/** Whether the set has the Pods of all gateways: those of the places where some are, and of the root namespace. */
function knowsAll(mesh: Mesh, gateways: readonly Workload[]): boolean {
  const places = new Set([mesh.config.rootNamespace, ...gateways.map((one) => one.namespace)]);
  return [...places].every((place) => mesh.speaksFor(Thing.Workload, place));
}

/** A gateway's name without what installers put around it: `istio-ingressgateway` and `ingress` are one. */
function stem(value: string): string {
  const own = value.startsWith("istio-") ? value.slice("istio-".length) : value;
  return ["-gateway", "gateway"].reduce(
    (rest, end) => (rest.endsWith(end) ? rest.slice(0, -end.length) : rest),
    own,
  );
}

/** Whether labels are those of a selector but for such differences: charts of Istio have had both. */
const isAkin = (selector: Labels, labels: Labels): boolean =>
  Object.entries(selector).every(
    ([key, value]) => stem(value) !== "" && stem(labels[key] ?? "") === stem(value),
  );

/** A Gateway whose selector chooses no Pods. */
export const gatewaySelector = check({
  id: "gateway-selector",
  code: "IST0101",
  aliases: ["KIA0302"],
  level: "error",
  kinds: [Kind.Gateway],
  summary: "No Pod has the labels that a Gateway selects.",
  why: "No proxy takes the Gateway: nothing listens on its ports, and connections are refused.",
  fix: "Select labels that the Pods of a gateway have.",
  url: "https://istio.io/latest/docs/reference/config/networking/gateway/#Gateway",
  fires: `apiVersion: apps/v1
kind: Deployment
metadata: {name: edge, namespace: edge}
spec:
  template:
    metadata: {labels: {istio: edgegateway}, annotations: {inject.istio.io/templates: gateway}}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: public, namespace: edge}
spec:
  selector:
    istio: edgegatway # found
  servers:
  - port: {number: 80, name: http, protocol: HTTP}
    hosts: ["shop.example.com"]
`,
  silent: `apiVersion: apps/v1
kind: Deployment
metadata: {name: outbound, namespace: egress}
spec:
  template:
    metadata: {labels: {istio: egressgateway}, annotations: {inject.istio.io/templates: gateway}}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: public, namespace: web}
spec:
  selector: {istio: public}
  servers:
  - port: {number: 80, name: http, protocol: HTTP}
    hosts: ["web.example.com"]
`,
  *run({ id, spec: { selector = {} } }, mesh): Iterable<Verdict> {
    const gateway = mesh.gateway(`${id.namespace}/${id.name}`);
    if (Object.keys(selector).length === 0 || (gateway?.workloads.length ?? 0) > 0) {
      return;
    }
    const gateways = mesh.fact(proxies);
    const near = meantLabel(selector, gateways);
    if (near) {
      const { key, value, workload } = near;
      const path = fieldPath("spec.selector", key);
      yield {
        path,
        message: `no Pod has the label ${key}=${selector[key]}; that of ${workload.source.id.kind} ${workload.name} in namespace ${workload.namespace} is ${key}=${value}`,
        related: [workload.source.id],
        fix: { path, value },
      };
      return;
    }
    const isKnown = knowsAll(mesh, gateways);
    const akin = gateways.filter(({ labels }) => isAkin(selector, labels));
    const [only] = akin;
    if (!isKnown && only !== undefined) {
      yield {
        path: "spec.selector",
        message: `no Pod that is declared has the labels ${labelWords(selector)}; ${objectWords(only.source.id)} has ${labelWords(Object.fromEntries(Object.keys(selector).map((key) => [key, only.labels[key] ?? ""])))}`,
        related: akin.map(({ source }) => source.id),
        level: "warning",
      };
      return;
    }
    if (!isKnown) {
      yield { path: "spec.selector", notDeclared: `Pods with the labels ${labelWords(selector)}` };
      return;
    }
    yield {
      path: "spec.selector",
      message: `no Pod has the labels ${labelWords(selector)}${
        gateways.length === 0
          ? "; no gateway is declared"
          : `; gateways are ${gateways.map(({ namespace, labels }) => `${labelWords(labels)} in ${namespace}`).join(", ")}`
      }`,
      related: gateways.map(({ source }) => source.id),
    };
  },
});
