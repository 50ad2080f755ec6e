import { keyedFacts } from "../../mesh/keyed-facts";
import { remembered } from "../../mesh/lazy";
import type { Mesh } from "../../mesh/mesh";
import type { Workload } from "../../mesh/model/workloads";
import type { MeshProxy } from "../mesh-proxy";
import { serversAt } from "./applied";
import { type BoundRoutes, boundRoutes } from "./bound-routes";
import { type ChainIndex, chainIndex } from "./chain-index";
import { chainsAt } from "./chains";
import { type GatewayHosts, gatewayHosts } from "./gateway-hosts";

/** What istiod gives the proxy of a gateway, made where it is asked for. */
export interface GatewayState {
  /** Chains at a port of the Pods. */
  readonly chains: (port: number) => ChainIndex;
  /** Hosts of a route configuration. */
  readonly hosts: (routeName: string) => GatewayHosts;
}

function stateOf(mesh: Mesh, proxy: MeshProxy): GatewayState {
  const merged = serversAt(mesh, proxy.workload);
  const boundTo = remembered((gateway: string): readonly BoundRoutes[] =>
    boundRoutes(mesh, proxy, gateway),
  );
  return {
    chains: remembered((port) => chainIndex(chainsAt(merged, port, boundTo))),
    hosts: remembered((name) => gatewayHosts(merged.byRouteName.get(name) ?? [], boundTo)),
  };
}

const states = keyedFacts<[workload: Workload], GatewayState>();

/** The same for each workload once. */
export const gatewayState = (mesh: Mesh, proxy: MeshProxy): GatewayState =>
  mesh.fact(states).get([proxy.workload], () => stateOf(mesh, proxy));
