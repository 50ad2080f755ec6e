import type * as pulumi from "@pulumi/pulumi";
import { whenKnown } from "../validation/when-known";
import { type ChartValues, mergeValues } from "./chart-values";
import { ControlPlaneSize } from "./control-plane-size";
import type { MeshConfig } from "./mesh-config/mesh-config";
import { PodSecurity } from "./pod-security";
import { Platform, type Preset, Profile } from "./profile";
import { defaultRevision, revisioned } from "./revision";
import { defaultHub } from "./version";

/** What decides the values of the control plane's charts. */
export interface ValueChoices {
  profile: Profile;
  version: string;
  namespace: pulumi.Input<string>;
  preset?: Preset;
  platform?: Platform;
  hub?: pulumi.Input<string>;
  tag?: pulumi.Input<string>;
  meshConfig?: MeshConfig;
  /** Whether the CNI plugin redirects sidecars; in ambient mode it is there in any case. */
  cni: boolean;
  /** Of this istiod. */
  revision?: string;
  revisionTags?: string[];
  /** The one that validates; also the one that ztunnel talks to. */
  defaultRevision?: string;
  /** Set when the agents run elsewhere than istiod. */
  agentNamespace?: pulumi.Input<string>;
  podSecurity?: PodSecurity;
  size?: ControlPlaneSize;
  /** Whether ztunnel need not be Ready for others to go on. */
  skipAwait?: boolean;
}

export type ControlPlaneChart = "base" | "istiod" | "cni" | "ztunnel";

/**
 * The charts know the preset `ambient` but none called sidecar, and fail on a name they do not know.
 */
const presetOf = ({ profile, preset }: ValueChoices) =>
  profile === Profile.Ambient ? "ambient" : preset;

/** Absent when nobody chose anything: an empty map would stand in every diff and say nothing. */
function imagesAndPlatform({ version, hub, tag, platform }: ValueChoices): ChartValues | undefined {
  const global = { hub: hub ?? defaultHub(version), tag, platform };
  return Object.values(global).some((value) => value !== undefined) ? global : undefined;
}

/**
 * Charts are rendered by Pulumi, not installed by Helm, so they cannot tell an upgrade from a first
 * install and would ask for `Ignore` for ever, against istiod's `Fail`.
 */
const validation = { validationFailurePolicy: "Fail" };

const cniEnabled = { cni: { enabled: true } };

/**
 * istiod looks for its injection templates once, when it starts: if they come later, it injects
 * nothing and deploys no waypoint until it is restarted. A chart's own objects are created side by
 * side, unless one says what it depends on.
 */
function afterInjectionTemplates({ namespace, revision }: ValueChoices): ChartValues {
  const templates = (name: string) =>
    `/namespaces/${name}/ConfigMap/${revisioned("istio-sidecar-injector", revision)}`;
  return { "config.kubernetes.io/depends-on": whenKnown([namespace], templates) };
}

/** Requests of the preset `demo`, and enough memory for istiod to know a few hundred Pods. */
const small = {
  proxy: { resources: { requests: { cpu: "10m", memory: "40Mi" } } },
  agent: { resources: { requests: { cpu: "10m", memory: "64Mi" } } },
  istiod: { autoscaleEnabled: false, resources: { requests: { cpu: "50m", memory: "256Mi" } } },
};

const ifSmall = <T>({ size }: ValueChoices, values: T): T | undefined =>
  size === ControlPlaneSize.Small ? values : undefined;

/** The level restricted asks for it of every Pod, and the chart leaves it out. */
const seccomp = { type: "RuntimeDefault" };

/** The chart finds out by the cluster's version, and there is no cluster when Pulumi renders it. */
const binDir = ({ platform }: ValueChoices) =>
  platform === Platform.GKE ? "/home/kubernetes/bin" : undefined;

const named = (revision: string | undefined) =>
  revision === defaultRevision ? undefined : revision;

/** Merged, or absent when there is nothing. */
function ifAny(...layers: (ChartValues | undefined)[]): ChartValues | undefined {
  const values = mergeValues(...layers);
  return Object.keys(values).length > 0 ? values : undefined;
}

/** Under `pilot`, since presets write there and win over the same key at the top. */
const pilot = (choices: ValueChoices): ChartValues | undefined =>
  ifAny(choices.cni ? cniEnabled : undefined, ifSmall(choices, small.istiod), {
    trustedZtunnelNamespace: choices.agentNamespace,
  });

const builders: Record<ControlPlaneChart, (choices: ValueChoices) => ChartValues> = {
  base: (choices) => ({
    profile: presetOf(choices),
    global: { platform: choices.platform, istioNamespace: choices.namespace },
    defaultRevision: named(choices.defaultRevision),
    base: validation,
  }),
  istiod: (choices) => ({
    profile: presetOf(choices),
    revision: choices.revision,
    revisionTags: choices.revisionTags,
    global: {
      ...imagesAndPlatform(choices),
      istioNamespace: choices.namespace,
      ...ifSmall(choices, { proxy: small.proxy, waypoint: small.proxy }),
    },
    base: validation,
    deploymentAnnotations: afterInjectionTemplates(choices),
    seccompProfile: choices.podSecurity === PodSecurity.Restricted ? seccomp : undefined,
    pilot: pilot(choices),
    meshConfig: choices.meshConfig && { ...choices.meshConfig },
  }),
  cni: (choices) => ({
    profile: presetOf(choices),
    global: imagesAndPlatform(choices),
    cni: ifAny({ cniBinDir: binDir(choices) }, ifSmall(choices, small.agent)),
  }),
  ztunnel: (choices) => ({
    profile: presetOf(choices),
    global: imagesAndPlatform(choices),
    istioNamespace: choices.namespace,
    revision: named(choices.defaultRevision),
    annotations: choices.skipAwait ? { "pulumi.com/skipAwait": "true" } : undefined,
    ...ifSmall(choices, small.agent),
  }),
};

/** Values of one chart; the user's own are laid over them. */
export function releaseValues(
  chart: ControlPlaneChart,
  choices: ValueChoices,
  own?: ChartValues,
): ChartValues {
  return mergeValues(builders[chart](choices), own);
}
