import type { GatewaySpec as ApiGatewaySpec } from "../../schemas/kinds/gateway/gateway";
import { gatewayNameLabel } from "../../values/known-names";
import type { Declared } from "./declared-set";
import { Kind } from "./kinds";
import type { Mesh } from "./mesh";
import { serversOf } from "./model/gateways";
import { type Attachable, targetGateways, targetServices, targetsOf } from "./model/policies";
import { isRequestProtocol, seesRequests } from "./model/protocol";
import { isWaypointClass, type Workload } from "./model/workloads";
import { servicesByWaypoint } from "./waypoint-needed";

/** Whether there are ports, and all that there are say that they carry requests. */
const areOfHttp = (protocols: readonly string[]): boolean =>
  protocols.length > 0 && protocols.every(isRequestProtocol);

const listenerProtocols = ({ spec }: Declared<ApiGatewaySpec>): string[] =>
  spec.listeners.map(({ protocol }) => (protocol === "HTTPS" ? "HTTP" : protocol));

/** Protocols behind the TLS that a gateway ends; of what it passes on nothing is seen. */
const serverProtocols = (workload: Workload, mesh: Mesh): string[] =>
  mesh.gateways
    .filter(({ workloads }) => workloads.includes(workload))
    .flatMap(serversOf)
    .map(({ server: { port, tls } }) => {
      const protocol = port.protocol.toUpperCase();
      const isEnded = protocol === "HTTPS" && !(tls?.mode ?? "").endsWith("PASSTHROUGH");
      return isEnded ? "HTTP" : protocol;
    });

/** Protocols of a Gateway of the API: a waypoint takes what its Services do. */
const gatewayProtocols = (gateway: Declared<ApiGatewaySpec>, mesh: Mesh): string[] =>
  isWaypointClass(gateway.spec.gatewayClassName)
    ? (mesh.fact(servicesByWaypoint).get(`${gateway.id.namespace}/${gateway.id.name}`) ?? [])
        .flatMap(({ ports }) => ports)
        .map(({ protocol }) => protocol)
    : listenerProtocols(gateway);

/** Protocols of the Gateway whose Pods a workload is, which may be declared beside it. */
function apiProtocols({ namespace, labels }: Workload, mesh: Mesh): string[] {
  const gateway = mesh.set.find(Kind.ApiGateway, namespace, labels[gatewayNameLabel] ?? "");
  return gateway === undefined ? [] : gatewayProtocols(gateway, mesh);
}

/** Protocols that a workload takes, as its proxy sees them. */
function protocolsOf(workload: Workload, mesh: Mesh): string[] {
  if (workload.gateway === undefined) {
    const ports = mesh.servicesOf(workload).flatMap((host) => host.ports);
    return ports.map(({ protocol }) => protocol);
  }
  return workload.gateway === "chart"
    ? serverProtocols(workload, mesh)
    : apiProtocols(workload, mesh);
}

/** Whether all ports of what a policy is for are known to carry HTTP. */
export function carriesHttpAlone(policy: Declared<Attachable>, mesh: Mesh): boolean {
  const { id, spec } = policy;
  const targets = targetsOf(spec);
  if (targets.length === 0) {
    const chosen = mesh.chosenBy(policy);
    return chosen.length > 0 && chosen.every((workload) => areOfHttp(protocolsOf(workload, mesh)));
  }
  const services = targetServices(spec).map(({ name }) =>
    mesh.hosts
      .named(mesh.fullName(name, id.namespace))
      .flatMap(({ ports }) => ports.map(({ protocol }) => protocol)),
  );
  const gateways = targetGateways(spec).map(({ name }) => {
    const gateway = mesh.set.find(Kind.ApiGateway, id.namespace, name);
    return gateway === undefined ? [] : gatewayProtocols(gateway, mesh);
  });
  const all = [...services, ...gateways];
  return all.length === targets.length && all.every(areOfHttp);
}

/** Whether a gateway sees connections alone: all its servers pass on TLS of others, or plain TCP. */
export function seesNoRequests(workload: Workload, mesh: Mesh): boolean {
  const protocols =
    workload.gateway === "chart" || workload.gateway === "api" ? protocolsOf(workload, mesh) : [];
  return protocols.length > 0 && !protocols.some(seesRequests);
}
