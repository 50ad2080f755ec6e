import type {
  EnvoyFilterConfigPatch,
  EnvoyFilterSpec,
} from "../../schemas/kinds/networking/envoy-filter";
import type { Declared } from "../mesh/declared-set";
import { Kind } from "../mesh/kinds";
import { objectWords } from "../mesh/kubernetes-object";
import type { Mesh } from "../mesh/mesh";
import { type Attachable, Policies } from "../mesh/model/policies";
import type { Host } from "../mesh/model/services";
import type { Workload } from "../mesh/model/workloads";
import { policiesAt, policiesPerhapsAt } from "./access/policies-at";

/** Which side of a proxy a request is at. */
export type ProxySide = "outbound" | "inbound" | "gateway" | "waypoint";

/** Which patches of an EnvoyFilter change a side; a waypoint's listeners are patched as those of a sidecar. */
const contexts: Readonly<Record<ProxySide, readonly string[]>> = {
  outbound: ["ANY", "SIDECAR_OUTBOUND"],
  inbound: ["ANY", "SIDECAR_INBOUND"],
  gateway: ["ANY", "GATEWAY"],
  waypoint: ["ANY", "SIDECAR_INBOUND", "SIDECAR_OUTBOUND", "WAYPOINT"],
};

/** Which extensions are for a side, by the mode of their matches. */
const modes: Readonly<Record<ProxySide, readonly string[]>> = {
  outbound: ["CLIENT"],
  inbound: ["SERVER"],
  gateway: ["CLIENT"],
  waypoint: ["SERVER"],
};

interface ChosenPatches extends Attachable {
  readonly configPatches: () => readonly EnvoyFilterConfigPatch[];
}

/** An EnvoyFilter as policies are: with its choice of Pods in their words; its patches are read where they are wanted. */
const chosenPatches = ({
  id,
  source,
  structure,
  object,
  spec,
}: Declared<EnvoyFilterSpec>): Declared<ChosenPatches> => ({
  id,
  source,
  structure,
  object,
  labels: {},
  annotations: {},
  spec: {
    ...(spec.targetRefs && { targetRefs: spec.targetRefs }),
    ...(spec.workloadSelector && {
      selector: { matchLabels: spec.workloadSelector.labels ?? {} },
    }),
    configPatches: () => spec.configPatches ?? [],
  },
});

const envoyFilters = ({ set, config }: Mesh) =>
  new Policies(set.accepted(Kind.EnvoyFilter).map(chosenPatches), config.rootNamespace);

const wasmPlugins = ({ set, config }: Mesh) =>
  new Policies(set.accepted(Kind.WasmPlugin), config.rootNamespace);

const trafficExtensions = ({ set, config }: Mesh) =>
  new Policies(set.accepted(Kind.TrafficExtension), config.rootNamespace);

const patches = ({ spec }: Declared<ChosenPatches>, side: ProxySide): boolean =>
  spec.configPatches().some(({ match }) => contexts[side].includes(match?.context ?? "ANY"));

interface Extension extends Attachable {
  readonly match?: readonly { readonly mode?: string }[];
}

const extendsSide = ({ spec: { match = [] } }: Declared<Extension>, side: ProxySide): boolean =>
  match.length === 0 ||
  match.some(
    ({ mode = "UNDEFINED" }) =>
      mode === "UNDEFINED" || mode === "CLIENT_AND_SERVER" || modes[side].includes(mode),
  );

/**
 * Objects that change what a side of a workload's proxy does in ways that nobody reads here, in words. What is
 * attached to a Service touches what a waypoint does with calls of it.
 */
export function extensionsAt(
  mesh: Mesh,
  workload: Workload,
  side: ProxySide,
  called?: Host,
): string[] {
  const at = <Spec extends Attachable>(policies: Policies<Spec>, host?: Host) =>
    policies.all.length === 0
      ? []
      : [...policiesAt(policies, workload, host), ...policiesPerhapsAt(mesh, policies, workload)];
  return [
    ...at(mesh.fact(envoyFilters)).filter((filter) => patches(filter, side)),
    ...at(mesh.fact(wasmPlugins), called).filter((plugin) => extendsSide(plugin, side)),
    ...at(mesh.fact(trafficExtensions), called).filter((one) => extendsSide(one, side)),
  ].map(({ id }) => objectWords(id));
}
