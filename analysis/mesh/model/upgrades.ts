import type { TrafficPolicy } from "../../../schemas/kinds/networking/destination-rule";
import { coversHost } from "../../../values/host";
import type { Mesh } from "../mesh";

const upgrades = (policy: TrafficPolicy | undefined): boolean => {
  const { h2UpgradePolicy, useClientProtocol } = policy?.connectionPool?.http ?? {};
  return h2UpgradePolicy === "UPGRADE" || useClientProtocol === true;
};

/** Whether a proxy is told to speak HTTP/2 to a port of HTTP all the same. */
export const isUpgraded = (mesh: Mesh, host: string): boolean =>
  mesh.config.all.h2UpgradePolicy === "UPGRADE" ||
  mesh.rules
    .filter((rule) => coversHost(rule.host, host))
    .flatMap(({ source }) => source.spec.trafficPolicy ?? [])
    .some((policy) => upgrades(policy) || policy.portLevelSettings?.some(upgrades));
