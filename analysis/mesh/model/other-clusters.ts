import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import { allServers } from "./gateways";

/** Secrets by which istiod reads the Services of other clusters. */
export const remoteSecrets = (mesh: Mesh) =>
  mesh.set.all(Kind.Secret).filter(({ labels }) => labels["istio/multiCluster"] === "true");

/** Whether clusters are asked for by the names of servers, as a gateway between networks lets others do. */
export const letsOthersIn = (mesh: Mesh): boolean =>
  mesh.fact(allServers).some(({ server }) => server.tls?.mode === "AUTO_PASSTHROUGH");
