import { tlsModeLabel, tunnelLabel } from "../../../../values/known-names";
import { fields, text } from "../../../mesh/fields";
import type { Mesh } from "../../../mesh/mesh";
import type { Labels } from "../../../mesh/model/selector";
import type { Workload } from "../../../mesh/model/workloads";
import { hasAmbient, saysHbone } from "../../proxy-settings";

/** Who stands behind a port of a host, for all who may ask. */
export interface Backend {
  /** Undefined outside, and where the set does not say who runs it. */
  readonly workload?: Workload;
  /** IP address or name, where an object names one. */
  readonly address?: string;
  readonly port: number;
  /** How many Pods, or the weight that an object says. */
  readonly weight: number;
  readonly namespace: string;
  readonly labels: Labels;
  /** Whether it takes Istio's own mutual TLS: there is a sidecar before it. */
  readonly mutual: boolean;
  /** Whether it takes HBONE. */
  readonly hbone: boolean;
  /** `region/zone/subzone`, where an object says it. */
  readonly locality?: string;
}

/** What istiod marks those with that take its mutual TLS. */
const mutualMode = "istio";

const localityLabel = "istio-locality";

/** Locality that labels say; in them a `.` stands for a `/`. */
export const labelledLocality = (labels: Labels): string | undefined =>
  labels[localityLabel]?.replaceAll(".", "/");

const takesTunnel = (labels: Labels): boolean =>
  labels[tunnelLabel]?.split(",").includes("http") === true;

/** Whether injected sidecars take HBONE. Without a mesh config, what is in ambient mode says that it is that profile's. */
const tunnelsByDefault = (mesh: Mesh): boolean =>
  saysHbone(mesh) || (!mesh.config.known && hasAmbient(mesh));

/** Whether labels and an account of a machine say that it takes Istio's own mutual TLS. */
export const isMutualMachine = (labels: Labels, serviceAccount: unknown): boolean =>
  labels[tlsModeLabel] === undefined
    ? text(serviceAccount) !== undefined && serviceAccount !== ""
    : labels[tlsModeLabel] === mutualMode;

const machineAccount = ({ source }: Workload): unknown => {
  const spec = fields(source.object.spec);
  return spec.serviceAccount ?? fields(spec.template).serviceAccount;
};

const isMachine = ({ source }: Workload): boolean =>
  source.id.kind === "WorkloadEntry" || source.id.kind === "WorkloadGroup";

/** Whether the Pods of a workload, or a machine, take Istio's own mutual TLS. */
function takesMutualTls(workload: Workload): boolean {
  const { labels, mode, gateway } = workload;
  if (isMachine(workload)) {
    return isMutualMachine(labels, machineAccount(workload));
  }
  const said = labels[tlsModeLabel];
  return said === undefined ? mode === "sidecar" && gateway === undefined : said === mutualMode;
}

/** Whether the Pods of a workload, or a machine, take HBONE. */
export function takesHbone(mesh: Mesh, workload: Workload): boolean {
  const { labels, mode, gateway } = workload;
  if (gateway === "waypoint" || labels[tunnelLabel] !== undefined) {
    return gateway === "waypoint" || takesTunnel(labels);
  }
  return (
    mode === "ambient" ||
    (mode === "sidecar" &&
      gateway === undefined &&
      !isMachine(workload) &&
      mesh.fact(tunnelsByDefault))
  );
}

/** The Pods of a workload as they stand behind a port. */
export function workloadBackend(
  mesh: Mesh,
  workload: Workload,
  port: number,
  more: Pick<Backend, "address" | "weight"> = { weight: workload.replicas ?? 1 },
): Backend {
  const locality = labelledLocality(workload.labels);
  return {
    workload,
    ...more,
    port,
    namespace: workload.namespace,
    labels: workload.labels,
    mutual: takesMutualTls(workload),
    hbone: takesHbone(mesh, workload),
    ...(locality !== undefined && { locality }),
  };
}
