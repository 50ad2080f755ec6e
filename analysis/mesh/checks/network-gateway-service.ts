import { check } from "../check";
import { type Fields, fields, list, text } from "../fields";
import { hostProblem } from "../host-reference";
import { Kind } from "../kinds";
import { isMeshConfig, readFields } from "../model/mesh-config";

const path = "data.meshNetworks";

/** Services of gateways, by the network that they lead to. */
const servicesOf = ({ networks }: Fields) =>
  Object.entries(fields(networks)).flatMap(([network, settings]) =>
    list(fields(settings).gateways).flatMap(({ registryServiceName }) => {
      const host = text(registryServiceName);
      return host === undefined ? [] : { network, host };
    }),
  );

const objects = (host: string): string => `apiVersion: v1
kind: Service
metadata: {name: bridge, namespace: istio-system}
spec: {type: LoadBalancer, ports: [{port: 15443, name: tls}]}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data:
  meshNetworks: "{networks: {east: {endpoints: [{fromRegistry: Kubernetes}], gateways: [{registryServiceName: ${host}, port: 15443}]}}}"`;

/** A gateway of a network whose Service is not there. */
export const networkGatewayService = check({
  id: "network-gateway-service",
  code: "MESH0396",
  aliases: [],
  level: "warning",
  kinds: [Kind.ConfigMap],
  summary: "A gateway of meshNetworks names a Service that does not exist.",
  why: "istiod finds no address of the gateway: other networks send to addresses of Pods that they cannot reach.",
  fix: "Write the full name of the gateway's Service.",
  url: "https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#Network-IstioNetworkGateway",
  fires: `${objects("bridges.istio-system.svc.cluster.local")} # found
`,
  silent: `${objects("bridge.istio-system.svc.cluster.local")}
`,
  *run({ id, object }, mesh) {
    const read = isMeshConfig(id)
      ? readFields(text(fields(object.data).meshNetworks) ?? "")
      : { problem: "another ConfigMap" };
    for (const { network, host } of "fields" in read ? servicesOf(read.fields) : []) {
      const { namespace } = id;
      const problem = hostProblem(mesh, {
        path,
        written: host,
        host,
        namespace,
        viewers: [namespace],
      });
      if (problem && "message" in problem) {
        yield { ...problem, message: `network ${network}: ${problem.message}`, path };
      } else if (problem) {
        yield problem;
      }
    }
  },
});
