import type * as pulumi from "@pulumi/pulumi";
import type { CommonArgs } from "../resources/metadata";
import type { ChartSource } from "./chart-source";
import type { Platform, Preset, Profile } from "./profile";

/** Own Helm values for each chart of the control plane. */
export interface ControlPlaneValues {
  /** Values of the chart `base`. @default - none */
  // biome-ignore lint/suspicious/noExplicitAny: a chart's values have no type, as in Pulumi's own Chart
  base?: { [key: string]: any };
  /**
   * Values of the chart `istiod`. What a preset or platform sets is overridden under `pilot`, not at
   * the top.
   * @default - none
   */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  istiod?: { [key: string]: any };
  /** Values of the chart `cni`. Presets are overridden under `cni`. @default - none */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  cni?: { [key: string]: any };
  /** Values of the chart `ztunnel`. @default - none */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  ztunnel?: { [key: string]: any };
}

/** Definitions of the Gateway API, which Istio uses and does not bring along. */
export interface GatewayApi {
  /**
   * Whether the component installs them. With `false` they have to be in the cluster already.
   * @default - `true` for the ambient profile, otherwise `false`
   */
  install?: boolean;
  /**
   * Address or file of the manifest.
   * @default - the standard channel of release 1.6.1 on GitHub
   * @see https://gateway-api.sigs.k8s.io/guides/getting-started/
   */
  manifest?: string;
}

export interface ControlPlaneArgs extends CommonArgs {
  /**
   * How workloads join the mesh: `"sidecar"` or `"ambient"`. Ambient also installs the CNI agent
   * and ztunnel.
   * @see https://istio.io/latest/docs/overview/dataplane-modes/
   */
  profile: Profile;
  /**
   * Istio version of all charts, with its three numbers.
   * @default "1.31.1"
   * @see https://istio.io/latest/docs/releases/supported-releases/
   */
  version?: string;
  /**
   * Namespace of the control plane, created by the component. It is also the root namespace: policies
   * in it hold for the whole mesh.
   * @default "istio-system"
   */
  namespace?: pulumi.Input<string>;
  /**
   * Istio's set of values to start from: `"demo"`, `"preview"` or `"stable"`. Not together with the
   * ambient profile.
   * @default - the charts' own values
   * @see https://istio.io/latest/docs/setup/additional-setup/config-profiles/
   */
  preset?: Preset;
  /**
   * Kind of cluster, when its paths or limits differ: `"gke"`, `"k3d"`, `"k3s"`, `"microk8s"`,
   * `"minikube"` or `"openshift"`.
   * @default - plain Kubernetes, which also covers EKS, AKS and kind
   * @see https://istio.io/latest/docs/ambient/install/platform-prerequisites/
   */
  platform?: Platform;
  /**
   * Registry path of the images.
   * @default - what the charts name; `"docker.io/istio"` for 1.30, whose charts name a closed registry
   */
  hub?: pulumi.Input<string>;
  /**
   * Tag of the images.
   * @default - the charts' version
   */
  tag?: pulumi.Input<string>;
  /**
   * Where the charts come from: an HTTP repository, an OCI registry or a folder.
   * @default - `{ repository: "https://blob.istio.io/istio-release/charts" }`
   */
  charts?: ChartSource;
  /**
   * Mesh-wide settings, merged over the chart's.
   * @default - the charts' own
   * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
   */
  // biome-ignore lint/suspicious/noExplicitAny: Istio accepts an open map here
  meshConfig?: { [key: string]: any };
  /**
   * Own values for each chart. They win over what the component sets.
   * @default - none
   */
  values?: ControlPlaneValues;
  /**
   * Sidecar profile only: let the CNI plugin redirect traffic, so that Pods need no privileged init
   * container.
   * @default false
   * @see https://istio.io/latest/docs/setup/additional-setup/cni/
   */
  cni?: boolean;
  /**
   * Installation of the Gateway API definitions, which the ambient profile needs.
   * @default - installed for the ambient profile, left alone otherwise
   */
  gatewayApi?: GatewayApi;
}
