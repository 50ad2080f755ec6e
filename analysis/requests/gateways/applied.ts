import { fields, list, text } from "../../mesh/fields";
import { keyedFacts } from "../../mesh/keyed-facts";
import type { Mesh } from "../../mesh/mesh";
import { selects } from "../../mesh/model/selector";
import type { Workload } from "../../mesh/model/workloads";
import { compared, createdAt } from "../routes/api-routes";
import { apiListeners } from "./api-listeners";
import type { GatewayConfig } from "./gateway-config";
import { meantPort, servicesBefore, targetsOf } from "./gateway-services";
import { istioGateways } from "./istio-gateways";
import { type AppliedGateway, type MergedGateway, mergedGateway } from "./merged-gateway";
import { standInFor } from "./stand-ins";

const splitName = (name: string): readonly [namespace: string, name: string] => {
  const slash = name.indexOf("/");
  return [name.slice(0, slash), name.slice(slash + 1)];
};

function byAge(one: GatewayConfig, other: GatewayConfig): number {
  const [place, name] = splitName(one.name);
  const [otherPlace, otherName] = splitName(other.name);
  return (
    compared(createdAt(one.source), createdAt(other.source)) ||
    compared(name, otherName) ||
    compared(place, otherPlace)
  );
}

/** All gateways of both APIs, the oldest first. */
export const gatewayConfigs = (mesh: Mesh): readonly GatewayConfig[] =>
  [...istioGateways(mesh), ...mesh.fact(apiListeners).filter(({ isUsable }) => isUsable)].sort(
    byAge,
  );

function appliedTo(mesh: Mesh, workload: Workload): AppliedGateway[] {
  const services = servicesBefore(mesh, workload);
  return mesh.fact(gatewayConfigs).flatMap((config): AppliedGateway[] => {
    if (config.services) {
      const { hosts, namespace } = config.services;
      const own = services.filter((one) => one.namespace === namespace && hosts.includes(one.host));
      if (standInFor(mesh, workload, config)) {
        return [{ config, podPorts: (port) => [port] }];
      }
      return own.length === 0
        ? []
        : [{ config, podPorts: (port) => targetsOf(workload, own, port) }];
    }
    return selects(config.selector ?? {}, workload.labels)
      ? [{ config, podPorts: (port) => meantPort(workload, services, port) }]
      : [];
  });
}

const merges = keyedFacts<[workload: Workload], MergedGateway>();

/** All servers of a gateway's Pods. */
export const serversAt = (mesh: Mesh, workload: Workload): MergedGateway =>
  mesh.fact(merges).get([workload], () => mergedGateway(appliedTo(mesh, workload)));

const highestPrivileged = 1023;

/** Whether a gateway's Pods may listen on a port: some are not let to where the number is low. */
export const mayListen = ({ pod }: Workload, port: number): boolean =>
  port > highestPrivileged ||
  !list(fields(pod.spec).containers)
    .flatMap(({ env }) => list(env))
    .some(({ name, value }) => name === "ISTIO_META_UNPRIVILEGED_POD" && text(value) === "true");
