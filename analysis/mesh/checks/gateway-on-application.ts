import { check } from "../check";
import { fields, list, text } from "../fields";
import { Kind } from "../kinds";
import { proxyContainer, type Workload } from "../model/workloads";
import { labelWords, named } from "../words";

/** Whether Pods have containers of an application beside a sidecar, and none that may be a gateway's proxy. */
const isApplication = ({ mode, gateway, pod }: Workload): boolean => {
  const containers = list(fields(pod.spec).containers);
  return (
    mode === "sidecar" &&
    gateway === undefined &&
    containers.length > 0 &&
    containers.every(
      ({ name, image }) => name !== proxyContainer && text(image) !== undefined && image !== "auto",
    )
  );
};

const objects = (istio: string): string => `apiVersion: v1
kind: Namespace
metadata: {name: pool, labels: {istio-injection: enabled}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: swim, namespace: pool}
spec:
  template:
    metadata: {labels: {app: swim}}
    spec: {containers: [{name: swim, image: "swim:1"}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: doors, namespace: pool}
spec:
  template:
    metadata: {labels: {app: doors}, annotations: {inject.istio.io/templates: gateway}}
    spec: {containers: [{name: istio-proxy, image: auto}]}
---
apiVersion: v1
kind: Service
metadata: {name: doors, namespace: pool}
spec: {ports: [{port: 80, name: http}], selector: {app: doors}}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: swim, namespace: pool}
spec:
  selector: ${istio}
  servers:
  - port: {number: 80, name: http, protocol: HTTP}
    hosts: [swim.example.com]
`;

/** A Gateway that is to be served by the sidecars of an application. */
export const gatewayOnApplication = check({
  id: "gateway-on-application",
  code: "MESH0173",
  aliases: [],
  level: "error",
  kinds: [Kind.Gateway],
  summary: "A Gateway chooses Pods of an application, whose proxy is a sidecar.",
  why: "Servers of a Gateway are given to proxies that run as gateways alone: nobody listens for these hosts.",
  fix: "Choose the Pods of a gateway, such as `istio: ingressgateway`; the route leads to the application.",
  url: "https://istio.io/latest/docs/reference/config/networking/gateway/#Gateway",
  fires: objects("{app: swim} # found"),
  silent: objects("{app: doors}"),
  *run({ id, spec }, mesh) {
    const workloads = mesh.gateway(`${id.namespace}/${id.name}`)?.workloads ?? [];
    if (workloads.length > 0 && workloads.every(isApplication)) {
      const ids = workloads.map(({ source }) => source.id);
      yield {
        path: "spec.selector",
        message: `${labelWords(spec.selector ?? {})} chooses ${named(ids)}, with an application and a sidecar`,
        related: ids,
      };
    }
  },
});
