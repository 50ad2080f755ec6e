import type * as pulumi from "@pulumi/pulumi";
import type { CommonArgs } from "../common-args";
import type {
  GatewayAutoscaling,
  GatewayDisruptionBudget,
} from "../gateways/chart/gateway-chart-args";
import type { MeshConfig } from "../resources/mesh-config";
import type { ChartSource } from "./chart-source";
import type { Installer } from "./installer";
import type { PodSecurity } from "./pod-security";
import type { Platform, Preset, Profile } from "./profile";

/** Which parts of an installation a `ControlPlane` owns. */
export const ControlPlaneParts = {
  /** Everything. */
  All: "all",
  /** Everything but istiod: what all revisions have in common. */
  Shared: "shared",
  /** One revision of istiod beside the common parts of another `ControlPlane`. */
  Istiod: "istiod",
} as const;
export type ControlPlaneParts = (typeof ControlPlaneParts)[keyof typeof ControlPlaneParts];

/** What the control plane and the proxies ask of a cluster. */
export const ControlPlaneSize = {
  /** The charts' own requests: 500m and 2Gi for istiod, 100m and 128Mi for a proxy. */
  Standard: "standard",
  /** Fits a laptop or a test cluster; no autoscaling. */
  Small: "small",
} as const;
export type ControlPlaneSize = (typeof ControlPlaneSize)[keyof typeof ControlPlaneSize];

/** Who brings the definitions of the Gateway API. */
export const GatewayApiMode = {
  /** The component. */
  Install: "install",
  /** Somebody else; an update fails when they are not there. */
  Expect: "expect",
  /** Nobody looks. */
  Skip: "skip",
} as const;
export type GatewayApiMode = (typeof GatewayApiMode)[keyof typeof GatewayApiMode];

/** Own Helm values for each chart of the control plane. */
export interface ControlPlaneValues {
  /** Values of the chart `base`. @default - none */
  // biome-ignore lint/suspicious/noExplicitAny: a chart's values have no type, as in Pulumi's own Chart
  base?: pulumi.Input<{ [key: string]: any }>;
  /**
   * Values of the chart `istiod`. They win over what a preset or platform sets, at the top as well as
   * under `pilot`.
   * @default - none
   */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  istiod?: pulumi.Input<{ [key: string]: any }>;
  /** Values of the chart `cni`, at the top or under `cni`. @default - none */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  cni?: pulumi.Input<{ [key: string]: any }>;
  /** Values of the chart `ztunnel`. @default - none */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  ztunnel?: pulumi.Input<{ [key: string]: any }>;
}

/**
 * Definitions of the Gateway API, which Istio uses and does not bring along. Others have routes of them,
 * so what was installed stays in the cluster, whatever changes here and also after `pulumi destroy`.
 */
export interface GatewayApi {
  /**
   * Who brings them: `"install"`, `"expect"` (an update fails when the cluster has none) or `"skip"`.
   * Many clusters have them already (k3s, GKE, OpenShift, those with another gateway), and creating
   * them again fails: write `"expect"` there. A program that is rendered to YAML files asks no cluster
   * and cannot expect anything of one.
   * @default - `"install"` for the ambient profile, otherwise `"skip"`
   */
  mode?: GatewayApiMode;
  /**
   * Address or file of the manifest.
   * @default - the standard channel of release 1.6.1 on GitHub
   * @see https://gateway-api.sigs.k8s.io/guides/getting-started/
   */
  manifest?: string;
}

/** What is installed of Istio, in which version and with which settings. */
export interface ControlPlaneArgs extends CommonArgs {
  /**
   * How workloads join the mesh: `"sidecar"` or `"ambient"`. Ambient also installs the CNI agent
   * and ztunnel.
   * @see https://istio.io/latest/docs/overview/dataplane-modes/
   */
  profile: Profile;
  /**
   * Istio version of all charts, with its three numbers.
   * @default "1.31.4"
   * @see https://istio.io/latest/docs/releases/supported-releases/
   */
  version?: string;
  /**
   * Parts to install: `"all"`, `"shared"` (all but istiod) or `"istiod"`. For an upgrade with two
   * revisions side by side, one component has the shared parts and stays, and one for each revision
   * has its istiod. In ambient mode the shared parts do not wait for ztunnel, which waits for istiod.
   * @default "all"
   * @see https://istio.io/latest/docs/setup/upgrade/canary/
   */
  parts?: ControlPlaneParts;
  /**
   * Revision of istiod, a DNS label such as `"1-31-1"`. It becomes part of the names of its objects,
   * so that several can run side by side. Another one is another istiod: add a `ControlPlane` for it, since
   * the proxies are connected to the one that runs.
   * @default - none: the only istiod of the cluster
   * @see https://istio.io/latest/docs/setup/upgrade/canary/
   */
  revision?: string;
  /**
   * Other names of the revision, for namespaces and gateways. A tag that will move to another
   * revision is better a `RevisionTag` of its own. For `"default"` there is `defaultRevision`.
   * @default - none
   * @see https://istio.io/latest/docs/setup/upgrade/canary/#stable-revision-labels
   */
  revisionTags?: string[];
  /**
   * Revision that validates configuration, and that injects where a namespace says only
   * `istio-injection: enabled`. Changing it is an update in place.
   * @default - `revision`; for the shared parts alone an istiod without a revision
   */
  defaultRevision?: string;
  /**
   * Namespace of the control plane. It is also the root namespace: policies
   * in it hold for the whole mesh.
   * @default "istio-system"
   */
  namespace?: pulumi.Input<string>;
  /**
   * Whether the component creates the namespace. When this becomes `false`, the namespace stays as it
   * is. When it becomes `true`, the namespace must not be there, unless Pulumi may take over what is
   * there: `kubernetes:upsertExistingObjects: "true"`.
   * @default - `true`, but `false` for the part `"istiod"`
   */
  createNamespace?: boolean;
  /**
   * Whether the namespace goes with the component, and with it everything that is in it: the CA of the
   * mesh, and what others put there. It has to be in effect (`pulumi up`) before the component goes.
   * @default - `false`: the namespace stays, also after `pulumi destroy`
   */
  deleteNamespace?: boolean;
  /**
   * Which Pods Kubernetes lets into the namespace: `"privileged"`, `"baseline"`, `"restricted"` or
   * `"none"`, which leaves it to the cluster.
   * @default - `"privileged"` where the CNI agent or ztunnel run, otherwise `"none"`
   * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/
   */
  podSecurity?: PodSecurity;
  /**
   * Namespace of the CNI agent and ztunnel; it has to exist.
   * @default - `namespace`; on OpenShift `"kube-system"`, where privileged Pods may run
   */
  agentNamespace?: pulumi.Input<string>;
  /**
   * Istio's set of values to start from: `"demo"`, `"preview"`, `"stable"` or `"remote"`. Not together
   * with the ambient profile.
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
   * Names of Secrets by which images are pulled, for all charts, sidecars and waypoints. They have to be
   * in each of those namespaces. Gateways take them over.
   * @default - none
   * @see https://kubernetes.io/docs/tasks/configure-pod-container/pull-image-private-registry/
   */
  imagePullSecrets?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Where the charts come from: an HTTP repository, an OCI registry or a folder.
   * @default - `{ repository: "https://blob.istio.io/istio-release/charts" }`
   */
  charts?: ChartSource;
  /**
   * Mesh-wide settings, merged over the chart's. Unknown fields are refused; an open map is
   * `values.istiod.meshConfig`.
   * @default - the charts' own
   * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
   */
  meshConfig?: MeshConfig;
  /**
   * Name of a mesh that has several clusters; the same in all of them.
   * @default - that of the trust domain
   * @see https://istio.io/latest/docs/setup/install/multicluster/
   */
  meshId?: pulumi.Input<string>;
  /**
   * Name of this cluster among those of its mesh.
   * @default "Kubernetes"
   */
  clusterName?: pulumi.Input<string>;
  /**
   * Network of this cluster, in a mesh that has several. The namespace of the control plane is labelled
   * with it when the component creates it; set `topology.istio.io/network` on it where others do.
   * @default - the mesh has one network
   * @see https://istio.io/latest/docs/ops/deployment/deployment-models/#network-models
   */
  network?: pulumi.Input<string>;
  /**
   * Domain of the cluster's Services.
   * @default "cluster.local"
   */
  clusterDomain?: pulumi.Input<string>;
  /**
   * Fixed number of istiods, in place of autoscaling.
   * @default - autoscaling; one for the size `"small"`
   */
  replicas?: pulumi.Input<number>;
  /**
   * Bounds of istiod's autoscaling, which needs the cluster's metrics server.
   * @default - 1 to 5 Pods, at 80 percent of the CPU; none for the size `"small"`
   */
  autoscaling?: GatewayAutoscaling;
  /**
   * How many istiods a node's drain may take away. Needs two or more.
   * @default - one stays, where there are two or more
   */
  podDisruptionBudget?: GatewayDisruptionBudget;
  /**
   * What istiod, agents and proxies request of the cluster: `"standard"` or `"small"`.
   * @default "standard"
   */
  size?: ControlPlaneSize;
  /**
   * Who creates the objects: `"chart"` (Pulumi, object by object) or `"release"` (Helm; labels and
   * annotations for all objects are not possible then). Decide before the first installation: Helm
   * refuses objects that others created, and Istio's definitions stay behind when `"chart"` is deleted.
   * @default "chart"
   */
  installer?: Installer;
  /**
   * Own values for each chart. They win over what the component sets by itself; what contradicts an
   * argument that is given is refused.
   * @default - none
   */
  values?: ControlPlaneValues;
  /**
   * Let the CNI plugin redirect the traffic of sidecars, so that their Pods need no privileged init
   * container. The ambient profile installs the plugin in any case, for its own Pods.
   * @default false
   * @see https://istio.io/latest/docs/setup/additional-setup/cni/
   */
  cni?: boolean;
  /**
   * The Gateway API's definitions, which waypoints in the ambient profile need.
   * @default - installed for the ambient profile, left alone otherwise
   */
  gatewayApi?: GatewayApi;
}
