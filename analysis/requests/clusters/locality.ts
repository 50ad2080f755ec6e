import type { TrafficPolicy } from "../../../schemas/kinds/networking/destination-rule";
import { nodeNameLabel, trafficDistributionAnnotation } from "../../../values/known-names";
import { type Fields, fields, text } from "../../mesh/fields";
import { Kind } from "../../mesh/kinds";
import type { Mesh } from "../../mesh/mesh";
import { isTopologyLabel } from "../../mesh/model/nodes";
import type { Host } from "../../mesh/model/services";
import { known } from "../../mesh/not-judged";
import type { Backend } from "./backends/backend";
import { isEntry } from "./backends/machine";

/** What is said of requests that go to some of the endpoints because of where they are. */
export interface Placement {
  /** Settings that let places decide, which nobody works out here. */
  readonly notModelled?: string;
  /** What is taken for granted of places that the set does not say. */
  readonly assumed?: string;
}

const nowhere: Placement = {};

/** Whether Nodes that are declared are of more than one place; undefined where none is. */
function areSpread(mesh: Mesh): boolean | undefined {
  const places = mesh.set.all(Kind.Node).map(({ labels }) =>
    Object.entries(labels)
      .filter(([key]) => isTopologyLabel(key) && key !== nodeNameLabel)
      .map((pair) => pair.join("="))
      .sort()
      .join(),
  );
  return places.length === 0 ? undefined : new Set(places).size > 1;
}

/** Whether a proxy may find some of the backends nearer than others; undefined where the set does not say it. */
function mayDiffer(mesh: Mesh, backends: readonly Backend[]): boolean | undefined {
  const isOfNode = ({ workload, locality }: Backend) =>
    workload !== undefined && !isEntry(workload) && locality === undefined;
  const said = backends.filter((one) => !isOfNode(one)).map(({ locality = "" }) => locality);
  if (new Set(said).size > 1) {
    return true;
  }
  const [pod] = backends.filter(isOfNode);
  return pod === undefined ? false : said.length > 0 ? undefined : areSpread(mesh);
}

/** How a Service, or all of its namespace, wants its endpoints chosen by place. */
function distributionOf(mesh: Mesh, { source, namespace }: Host): string | undefined {
  const written = text(fields(source.object.spec).trafficDistribution);
  const own = known(() => mesh.set.find(Kind.Namespace, "", namespace))?.annotations ?? {};
  return (
    written ??
    source.annotations[trafficDistributionAnnotation] ??
    own[trafficDistributionAnnotation]
  );
}

/** What a setting of localities does beside outlier detection, without which nothing fails over. */
function byLocality(
  mesh: Mesh,
  setting: Fields,
  policy: TrafficPolicy | undefined,
  host: Host,
  backends: readonly Backend[],
): Placement {
  if (setting.enabled === false) {
    return nowhere;
  }
  if (setting.distribute !== undefined) {
    return { notModelled: "localityLbSetting.distribute" };
  }
  if (policy?.outlierDetection === undefined || backends.length < 2) {
    return nowhere;
  }
  if (setting.failoverPriority !== undefined) {
    return { notModelled: "localityLbSetting.failoverPriority" };
  }
  const differ = mayDiffer(mesh, backends);
  if (differ === undefined) {
    const assumed = `all who answer for ${host.host} are taken to be in one locality, of which outlier detection would make proxies prefer their own`;
    return { assumed };
  }
  return differ ? { notModelled: "failover between localities, by outlier detection" } : nowhere;
}

/**
 * What is said of requests that go to the nearest of a host's endpoints. A DestinationRule goes before the Service,
 * and both before the mesh, which prefers a proxy's own locality where there is outlier detection.
 */
export function placementOf(
  mesh: Mesh,
  host: Host,
  policy: TrafficPolicy | undefined,
  backends: readonly Backend[],
): Placement {
  const { localityLbSetting, zoneAwareLbSetting } = policy?.loadBalancer ?? {};
  const { all } = mesh.config;
  if (zoneAwareLbSetting) {
    return zoneAwareLbSetting.enabled === false ? nowhere : { notModelled: "zoneAwareLbSetting" };
  }
  if (localityLbSetting) {
    return byLocality(mesh, fields(localityLbSetting), policy, host, backends);
  }
  const distribution = distributionOf(mesh, host);
  if (distribution !== undefined) {
    return { notModelled: `trafficDistribution: ${distribution}` };
  }
  if (all.zoneAwareLbSetting !== undefined) {
    const isOff = fields(all.zoneAwareLbSetting).enabled === false;
    return isOff ? nowhere : { notModelled: "zoneAwareLbSetting of the mesh" };
  }
  return byLocality(mesh, fields(all.localityLbSetting), policy, host, backends);
}
