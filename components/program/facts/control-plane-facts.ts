import type * as pulumi from "@pulumi/pulumi";
import type { ControlPlaneHandle } from "../../control-plane/control-plane-handle";

/** An istiod, as its `ControlPlane` declares it. What arrives later is an Output. */
export interface ControlPlaneFact {
  /** In the words of an error: `ControlPlane "mesh"`. */
  owner: string;
  /** `default` for the one without. */
  revision: string;
  profile: "sidecar" | "ambient";
  namespace: pulumi.Input<string>;
  /** Namespace whose policies hold for the whole mesh. */
  rootNamespace: pulumi.Input<string>;
  trustDomain: pulumi.Input<string>;
  /** Other domains that count as its own; absent for none. */
  trustDomainAliases?: readonly string[] | "later";
  clusterDomain: pulumi.Input<string>;
  /** Absent where the mesh has one network. */
  network?: pulumi.Input<string>;
  /** Name of a mesh with several clusters, when it is plain. */
  meshId?: string;
  /** Name of its cluster, when it is set and plain. */
  clusterName?: string;
  /** Set when its namespace is made together with it, so that it finds no CA and makes one of its own. */
  makesOwnCa?: true;
  /** Whether the CNI agent redirects the traffic of sidecars, in place of an init container. */
  cniRedirects: boolean;
  /** `ALLOW_ANY` where nothing is set; absent when it arrives later. */
  outboundTrafficPolicy?: string;
  /** Labels of the namespaces that it looks at, when they are set and plain; absent for all. */
  discoverySelectors?: readonly DiscoverySelector[];
  /** Namespaces that see a VirtualService, or a DestinationRule, that does not say so; absent for all. */
  virtualServicesSeenIn?: readonly string[];
  destinationRulesSeenIn?: readonly string[];
  /** The same for a Service without the annotation. */
  servicesSeenIn?: readonly string[];
  /** What proxies make of paths before policies see them, when it is set and plain. */
  pathNormalization?: string;
  /** Set when workloads may have several authorizers: an experimental setting of istiod. */
  multipleAuthorizers?: boolean;
  /** What it makes of Ingresses: `OFF` for nothing. Absent when nothing is set, or it arrives later. */
  ingressControllerMode?: string;
  /** Set when its gateways between networks may be for ambient Pods: an experimental setting. */
  ambientMultiNetwork?: boolean;
  /** Set when it may have more extension providers than those that the program knows of. */
  providersArriveLater?: true;
  /** What gateways take over. */
  handle: ControlPlaneHandle;
  /** The component, as soon as there is one. */
  self: { component?: pulumi.Resource };
}

/** Namespaces by their labels, as in Kubernetes. */
export interface DiscoverySelector {
  matchLabels?: { readonly [key: string]: string };
  matchExpressions?: readonly {
    key: string;
    operator: "In" | "NotIn" | "Exists" | "DoesNotExist";
    values?: readonly string[];
  }[];
}

/** How Services are called from everywhere. */
export interface ClusterDomainFact {
  /** In the words of an error: `ControlPlane "mesh"`. */
  owner: string;
  /** Absent when it arrives later. */
  domain?: string;
}

/** A name of an istiod. */
export interface RevisionFact {
  /** Who brings the name, in the words of an error. */
  owner: string;
  /** Absent when it arrives later. */
  name?: string;
  /** The revision that the name stands for, as far as it is known while the program runs. */
  revision?: string;
  /** Its istiod, when that was declared before. */
  controlPlane?: ControlPlaneFact;
}

/** Shared parts of an installation. */
export interface SharedPartsFact {
  owner: string;
  profile: "sidecar" | "ambient";
  /** Revision that validates policies and injects by default; `default` is the istiod without one. */
  defaultRevision: string;
  /** Revision of the istiod that comes with them; absent where none does. */
  revision?: string;
  /** Whether somebody wrote `defaultRevision` down. */
  defaultRevisionChosen: boolean;
}

/** An extension provider of the mesh settings. */
export interface ExtensionProviderFact {
  /** In the words of an error: `ControlPlane "mesh"`. */
  owner: string;
  name: string;
  /** Of its istiod. */
  revision?: string;
  /** Field of the provider that is set, such as `opentelemetry`. */
  kind: string;
  /** Its `service`, with `namespace/` before it if it is so written; absent for those without one. */
  service?: string;
  port?: number;
}
