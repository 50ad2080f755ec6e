import type * as pulumi from "@pulumi/pulumi";
import { given } from "../../arguments/fields";
import { whenKnown } from "../../arguments/when-known";
import type {
  GatewayAutoscaling,
  GatewayDisruptionBudget,
} from "../gateways/chart/gateway-chart-args";
import type { MeshConfig } from "../resources/mesh-config";
import { type ChartValues, mergeValues, valueAt } from "./chart-values";
import { ControlPlaneSize } from "./control-plane-args";
import { PodSecurity } from "./pod-security";
import { Platform, type Preset, Profile } from "./profile";
import { proxySettings, proxySettingsAnnotation } from "./proxy-settings";
import { defaultRevision, revisioned } from "./revision";
import { scoped } from "./scoped-values";
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
  imagePullSecrets?: pulumi.Input<pulumi.Input<string>[]>;
  meshConfig?: MeshConfig;
  meshId?: pulumi.Input<string>;
  clusterName?: pulumi.Input<string>;
  network?: pulumi.Input<string>;
  clusterDomain?: pulumi.Input<string>;
  replicas?: pulumi.Input<number>;
  autoscaling?: GatewayAutoscaling;
  podDisruptionBudget?: GatewayDisruptionBudget;
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

/** Charts of a control plane, by Istio's names. */
export type ControlPlaneChart = "base" | "istiod" | "cni" | "ztunnel";

/**
 * The charts know the preset `ambient` but none called sidecar, and fail on a name they do not know.
 */
const presetOf = ({ profile, preset }: ValueChoices) =>
  profile === Profile.Ambient ? "ambient" : preset;

/** Absent when nobody chose anything: an empty map would stand in every diff and say nothing. */
const ifAny = (...layers: (ChartValues | undefined)[]): ChartValues | undefined => {
  const values = given(mergeValues(...layers));
  return Object.keys(values).length > 0 ? values : undefined;
};

const images = ({ version, hub, tag, platform }: ValueChoices): ChartValues => ({
  hub: hub ?? defaultHub(version),
  tag,
  platform,
});

/**
 * Charts are rendered by Pulumi, not installed by Helm, so they cannot tell an upgrade from a first
 * install and would ask for `Ignore` for ever, against istiod's `Fail`.
 */
const validation = { validationFailurePolicy: "Fail" };

const cniEnabled = { cni: { enabled: true } };

/** ConfigMaps that a revision of istiod has. */
const injectionTemplates = "istio-sidecar-injector";
const meshSettings = "istio";

/**
 * istiod looks for its injection templates once, when it starts: if they come later, it injects
 * nothing and deploys no waypoint until it is restarted. A chart's own objects are created side by
 * side, unless one says what it depends on.
 */
function afterConfigMaps({ namespace, revision }: ValueChoices, names: string[]): ChartValues {
  const inOrder = (ns: string) =>
    names.map((name) => `/namespaces/${ns}/ConfigMap/${revisioned(name, revision)}`).join(",");
  return { "config.kubernetes.io/depends-on": whenKnown([namespace], inOrder) };
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

/** How many istiods there are. The chart reads a fixed number only where nothing scales. */
function scaling({ replicas, autoscaling }: ValueChoices): ChartValues | undefined {
  if (replicas !== undefined) {
    return { autoscaleEnabled: false, replicaCount: replicas };
  }
  return (
    autoscaling && {
      autoscaleEnabled: true,
      autoscaleMin: autoscaling.min,
      autoscaleMax: autoscaling.max,
      cpu: ifAny({ targetAverageUtilization: autoscaling.cpu }),
    }
  );
}

/** Under `pilot`, since presets write there and win over the same key at the top. */
const pilot = (choices: ValueChoices): ChartValues | undefined =>
  ifAny(choices.cni ? cniEnabled : undefined, ifSmall(choices, small.istiod), scaling(choices), {
    trustedZtunnelNamespace: choices.agentNamespace,
    pdb: choices.podDisruptionBudget && { ...choices.podDisruptionBudget },
  });

/** Whose cluster it is among those of a mesh. */
const multiCluster = ({ clusterName }: ValueChoices): ChartValues | undefined =>
  clusterName === undefined ? undefined : { clusterName };

const builders: Record<ControlPlaneChart, (choices: ValueChoices) => ChartValues> = {
  base: (choices) => ({
    profile: presetOf(choices),
    global: {
      platform: choices.platform,
      istioNamespace: choices.namespace,
      imagePullSecrets: choices.imagePullSecrets,
    },
    defaultRevision: named(choices.defaultRevision),
    base: validation,
  }),
  istiod: (choices) => ({
    profile: presetOf(choices),
    revision: choices.revision,
    revisionTags: choices.revisionTags,
    global: {
      ...images(choices),
      istioNamespace: choices.namespace,
      imagePullSecrets: choices.imagePullSecrets,
      meshID: choices.meshId,
      network: choices.network,
      multiCluster: multiCluster(choices),
      proxy: ifAny(ifSmall(choices, small.proxy), { clusterDomain: choices.clusterDomain }),
      waypoint: ifSmall(choices, small.proxy),
    },
    base: validation,
    deploymentAnnotations: afterConfigMaps(choices, [injectionTemplates]),
    seccompProfile: choices.podSecurity === PodSecurity.Restricted ? seccomp : undefined,
    pilot: pilot(choices),
    meshConfig: choices.meshConfig && { ...choices.meshConfig },
  }),
  cni: (choices) => ({
    profile: presetOf(choices),
    global: ifAny({ ...images(choices), imagePullSecrets: choices.imagePullSecrets }),
    cni: ifAny({ cniBinDir: binDir(choices) }, ifSmall(choices, small.agent)),
  }),
  ztunnel: (choices) => ({
    profile: presetOf(choices),
    global: ifAny(images(choices)),
    istioNamespace: choices.namespace,
    imagePullSecrets: choices.imagePullSecrets,
    network: choices.network,
    multiCluster: multiCluster(choices),
    revision: named(choices.defaultRevision),
    annotations: choices.skipAwait ? { "pulumi.com/skipAwait": "true" } : undefined,
    ...ifSmall(choices, small.agent),
  }),
};

/**
 * istiod reads its mesh settings from a file that its node renews a minute later or so, and hands the
 * old ones to proxies that start before. Started anew after its settings, it knows them at once.
 */
function startedAnew(choices: ValueChoices, values: ChartValues): ChartValues {
  const settings = proxySettings(values);
  if (settings === undefined) {
    return {};
  }
  const fromFile = valueAt(values, "pilot.configMap") !== false;
  return {
    podAnnotations: { [proxySettingsAnnotation]: settings },
    ...(fromFile && {
      deploymentAnnotations: afterConfigMaps(choices, [injectionTemplates, meshSettings]),
    }),
  };
}

/** Values of one chart; the user's own are laid over them. */
export function releaseValues(
  chart: ControlPlaneChart,
  choices: ValueChoices,
  own?: pulumi.Input<ChartValues>,
): ChartValues {
  const component = builders[chart](choices);
  const users = scoped(chart, own);
  return chart === "istiod"
    ? mergeValues(component, startedAnew(choices, mergeValues(component, users)), users)
    : mergeValues(component, users);
}
