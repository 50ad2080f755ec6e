import * as pulumi from "@pulumi/pulumi";
import { type ChartValues, mergeValues } from "./chart-values";
import { type Platform, type Preset, Profile } from "./profile";
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
  meshConfig?: ChartValues;
  cni: boolean;
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
function afterInjectionTemplates(namespace: pulumi.Input<string>): ChartValues {
  const templates = (name: string) => `/namespaces/${name}/ConfigMap/istio-sidecar-injector`;
  const dependsOn =
    typeof namespace === "string"
      ? templates(namespace)
      : pulumi.output(namespace).apply(templates);
  return { "config.kubernetes.io/depends-on": dependsOn };
}

const builders: Record<ControlPlaneChart, (choices: ValueChoices) => ChartValues> = {
  base: (choices) => ({
    profile: presetOf(choices),
    global: { platform: choices.platform, istioNamespace: choices.namespace },
    base: validation,
  }),
  istiod: (choices) => ({
    profile: presetOf(choices),
    global: { ...imagesAndPlatform(choices), istioNamespace: choices.namespace },
    base: validation,
    deploymentAnnotations: afterInjectionTemplates(choices.namespace),
    // Under `pilot`, since presets write there and win over the same key at the top.
    pilot: choices.profile === Profile.Sidecar && choices.cni ? cniEnabled : undefined,
    meshConfig: choices.meshConfig,
  }),
  cni: (choices) => ({ profile: presetOf(choices), global: imagesAndPlatform(choices) }),
  ztunnel: (choices) => ({
    global: imagesAndPlatform(choices),
    istioNamespace: choices.namespace,
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
