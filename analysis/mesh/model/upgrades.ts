import type { TrafficPolicy } from "../../../schemas/kinds/networking/destination-rule";
import type { Mesh } from "../mesh";
import { rulesCovering } from "../rules-covering";

const upgrades = (policy: TrafficPolicy | undefined): boolean => {
  const { h2UpgradePolicy, useClientProtocol } = policy?.connectionPool?.http ?? {};
  return h2UpgradePolicy === "UPGRADE" || useClientProtocol === true;
};

/** Whether a proxy is told to speak HTTP/2 to a port of HTTP all the same. */
export const isUpgraded = (mesh: Mesh, host: string): boolean =>
  mesh.config.all.h2UpgradePolicy === "UPGRADE" ||
  rulesCovering(mesh, host)
    .flatMap(({ source }) => source.spec.trafficPolicy ?? [])
    .some((policy) => upgrades(policy) || policy.portLevelSettings?.some(upgrades));
