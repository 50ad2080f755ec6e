/** A waypoint as others name it. */
export type WaypointName = { readonly namespace: string; readonly name: string } | "later";

/** What a program says of a namespace. */
export interface NamespaceFact {
  /** By which istiod its sidecars are told; `default` where none is named. */
  revision?: string;
  /** How its Pods are in the mesh; absent where nobody said so. */
  mode?: "sidecar" | "ambient" | "none";
  /** Set when its label keeps the injector away from all Pods, also from those that ask for it. */
  injectsNothing?: true;
  /** Waypoint of its Services; that of an own component is in its own fact. */
  waypoint?: WaypointName;
  /** Its labels; absent where others may set some, or some arrive later. */
  labels?: { readonly [key: string]: string };
  /** Set when requests from gateways pass that waypoint too, or when it arrives later whether they do. */
  ingressUseWaypoint?: true;
  /** Level of Kubernetes' Pod security, as far as it is plain. */
  podSecurity?: string;
  /** Set when the program creates it without a component, in the words of an error. */
  createdBy?: string;
}

/** Pods of one Deployment, as far as they are plain. */
export interface WorkloadFact {
  namespace: string;
  /** Labels of the Pods. */
  labels: { readonly [key: string]: string };
  /** How many there are; absent where something else decides, such as an autoscaler. */
  replicas?: number;
}

/** Who chooses Pods by their labels. */
export interface ChooserFact {
  kind: "Sidecar" | "Telemetry" | "PeerAuthentication";
  /** In the words of an error: `SidecarScope "web"`. */
  owner: string;
  namespace: string;
  labels: { readonly [key: string]: string };
}

/** A scope that holds in a namespace. */
export interface SidecarScopeFact {
  /** In the words of an error: `SidecarScope "shop"`. */
  owner: string;
  namespace: string;
  /** What it lets out, in place of what the mesh does; absent where it says nothing. */
  outboundTrafficPolicy?: string;
}

/** What a waypoint serves, as far as it is plain. */
export interface WaypointFact {
  /** In the words of an error: `Waypoint "waypoint"`. */
  owner: string;
  namespace?: string;
  name?: string;
  /** Whose traffic it takes; Istio's default is `service`. */
  waypointFor?: string;
  /** Set when no other namespace may use it. */
  onlyOwnNamespace?: true;
  /** Labels of the namespaces that may use it, as far as they are plain. */
  namespaceSelector?: { readonly [key: string]: string };
  /** Set when requests from gateways pass it too, or when it arrives later whether they do. */
  ingressUseWaypoint?: true;
  /** What it labels by itself: its namespace, or Services there. */
  enrols: "namespace" | readonly string[];
}
