/** How workloads join the mesh. */
export const Profile = {
  /** An Envoy proxy in every Pod. */
  Sidecar: "sidecar",
  /** One ztunnel per node for mutual TLS, and waypoint proxies where HTTP is routed. */
  Ambient: "ambient",
} as const;
export type Profile = (typeof Profile)[keyof typeof Profile];

/** Sets of chart values that Istio ships. */
export const Preset = {
  /** Small requests, access logs, all traces: for a first look, not for production. */
  Demo: "demo",
  /** Features that are planned to become defaults. */
  Preview: "preview",
  /** Refuses configuration that is not stable yet. */
  Stable: "stable",
  /**
   * For a cluster whose istiod runs in another one: only the webhook that injects. Needs
   * `values.istiod.global.remotePilotAddress` and `values.istiod.istiodRemote.injectionPath`.
   */
  Remote: "remote",
} as const;
export type Preset = (typeof Preset)[keyof typeof Preset];

/** Clusters whose file paths or limits differ from plain Kubernetes. Others need no name. */
export const Platform = {
  /** Google's Kubernetes Engine. */
  GKE: "gke",
  /** K3s in containers. */
  K3d: "k3d",
  /** K3s, whose CNI files lie elsewhere. */
  K3s: "k3s",
  /** Canonical's MicroK8s. */
  MicroK8s: "microk8s",
  /** Minikube with its Docker driver. */
  Minikube: "minikube",
  /** Red Hat OpenShift. */
  OpenShift: "openshift",
} as const;
export type Platform = (typeof Platform)[keyof typeof Platform];
