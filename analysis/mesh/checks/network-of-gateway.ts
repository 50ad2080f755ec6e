import { networkLabel } from "../../../values/known-names";
import { check } from "../check";
import { Kind } from "../kinds";
import { hasPodsIn, isReached, networkOfCluster, takesFromOthers } from "../model/networks";
import { ownHost } from "../own-host";
import { quoted } from "../words";

const objects = (labels: string): string => `apiVersion: v1
kind: Namespace
metadata: {name: istio-system, labels: {topology.istio.io/network: north}}
---
apiVersion: v1
kind: Service
metadata:
  name: bridge
  namespace: istio-system
  labels:
    istio: bridge
    ${labels}
spec: {type: LoadBalancer, selector: {istio: bridge}, ports: [{port: 15443, name: tls}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: bridge, namespace: istio-system}
spec:
  template:
    metadata: {labels: {istio: bridge}, annotations: {inject.istio.io/templates: gateway}}
    spec: {containers: [{name: istio-proxy, image: docker.io/istio/proxyv2:1.31.1}]}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: bridge, namespace: istio-system}
spec:
  selector: {istio: bridge}
  servers:
  - port: {number: 15443, name: tls, protocol: TLS}
    hosts: ["*.local"]
    tls: {mode: AUTO_PASSTHROUGH}
`;

/** A gateway for other networks that says a wrong network, or none. */
export const networkOfGateway = check({
  id: "network-of-gateway",
  code: "MESH0380",
  aliases: [],
  level: "warning",
  kinds: [Kind.Service],
  summary:
    "The Service of a gateway for other networks is not labelled with the network of the cluster.",
  why: "istiod finds the gateway of a network by this label: other networks do not learn of it, and send to addresses of Pods that they cannot reach.",
  fix: "Label the Service topology.istio.io/network with the value that istiod's namespace has.",
  url: "https://istio.io/latest/docs/reference/config/labels/#TopologyNetwork",
  fires: objects("topology.istio.io/network: south # found"),
  silent: objects("topology.istio.io/network: north"),
  *run(service, mesh) {
    const own = networkOfCluster(mesh);
    const said = service.labels[networkLabel];
    const host =
      own === undefined || !takesFromOthers(service) ? undefined : ownHost(service, mesh);
    if (!own || !host || !mesh.podsOf(host).some(({ gateway }) => gateway === "chart")) {
      return;
    }
    if (said === undefined && !isReached(mesh, own)) {
      yield {
        path: "metadata.labels",
        message: `port 15443 is for other networks, and the Service says of none that it leads there; that of the cluster is ${quoted(own)}`,
      };
    } else if (said !== undefined && !hasPodsIn(mesh, said)) {
      const path = `metadata.labels["${networkLabel}"]`;
      yield {
        path,
        message: `no Pods of the cluster are in network ${quoted(said)}: namespace ${mesh.config.rootNamespace} says ${quoted(own)}`,
        fix: { path, value: own },
      };
    }
  },
});
