import { interceptionModeAnnotation, proxyConfigAnnotation } from "../../values/known-names";
import { type Fields, fields, number, text } from "../mesh/fields";
import type { Mesh } from "../mesh/mesh";
import { readFields } from "../mesh/model/mesh-config";
import type { Workload } from "../mesh/model/workloads";

const read = new WeakMap<Workload, Fields>();

function writtenAt(workload: Workload): Fields {
  const written = workload.annotations[proxyConfigAnnotation];
  const found = written === undefined ? undefined : readFields(written);
  return found && "fields" in found ? found.fields : {};
}

/** What the Pods of a workload say of their proxy's configuration themselves. */
function ownSettings(workload: Workload): Fields {
  const known = read.get(workload) ?? writtenAt(workload);
  read.set(workload, known);
  return known;
}

/** What the mesh says of the configuration of every proxy. */
const usualSettings = ({ config }: Mesh): Fields => fields(config.all.defaultConfig);

const settingOf = (mesh: Mesh, workload: Workload, name: string): unknown =>
  ownSettings(workload)[name] ?? usualSettings(mesh)[name];

/** Whether the connections of a workload's Pods go by their proxy only where an application calls it. */
export const isUncaptured = (mesh: Mesh, workload: Workload): boolean =>
  (workload.annotations[interceptionModeAnnotation] ??
    text(settingOf(mesh, workload, "interceptionMode"))) === "NONE";

/** What the configuration of a workload's proxy says of its clients' connections, which may refuse or change requests. */
export const hasConnectionSettings = (mesh: Mesh, workload: Workload): boolean =>
  Object.keys(fields(settingOf(mesh, workload, "connectionSettings"))).length > 0;

const topologyOf = (settings: Fields): Fields => fields(settings.gatewayTopology);

/** How many proxies before a gateway it believes what they say of the client. */
export const trustedProxies = (mesh: Mesh, workload: Workload): number =>
  number(topologyOf(ownSettings(workload)).numTrustedProxies) ??
  number(topologyOf(usualSettings(mesh)).numTrustedProxies) ??
  0;

/** Whether the mesh config has injected sidecars take HBONE, as in the profile for ambient mode. */
export const saysHbone = (mesh: Mesh): boolean =>
  fields(usualSettings(mesh).proxyMetadata).ISTIO_META_ENABLE_HBONE === "true";

/** Whether something runs in ambient mode. */
export const hasAmbient = ({ workloads }: Mesh): boolean =>
  workloads.some(({ mode, gateway }) => mode === "ambient" || gateway === "waypoint");
