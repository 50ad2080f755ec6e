import type * as pulumi from "@pulumi/pulumi";
import type { InstalledRelease } from "../../analysis/objects/check-release";
import type { GatewayProtocol } from "../gateways/edge/gateway-protocol";
import type { ControlPlaneHandle } from "../install/control-plane-handle";

/**
 * What components say of the world to each other, by topic. A fact is said by who makes it so; a demand
 * by who relies on it. `key` names whom the fact is about, from the outside in: `[namespace, name]`.
 */
export interface Topics {
  /** A namespace of the program. Key: its name. */
  namespace: NamespaceFact;
  /** A Service of the program. Key: namespace, name. */
  service: ServiceFact;
  /** Pods of a Deployment or StatefulSet of the program. Key: namespace, name. */
  workload: WorkloadFact;
  /** A canary of a Service. Key: full host of the Service. */
  canary: CanaryFact;
  /** A component that routes requests in the mesh. Key: the host. */
  meshRoute: MeshRouteFact;
  /** How clients are to talk to a host, in a rule that they cannot do without. Key: the host. */
  hostRule: HostRuleFact;
  /** A version that a route in dialect `istio` can name. Key: full host, name of the version. */
  subset: SubsetFact;
  /**
   * Services that a canary made for the versions of a Service; they are called through the Service, and
   * are a way round the policies of the Service for who calls them by name. A policy for the Service
   * (`targets`, `targetRefs`) takes those that were said before it (`programView`) into its targets, and
   * demands that it has all that are said later (`test`): then the canary is refused. Key: namespace,
   * name of the Service.
   */
  canaryServices: CanaryServicesFact;
  /**
   * A host outside the mesh that the program declares, by an `ExternalService` or an `EgressRoute`. Key:
   * the host, which may begin with `*.`.
   */
  externalHost: ExternalHostFact;
  /** An istiod of the program. Key: its revision, `default` for the one without. */
  controlPlane: ControlPlaneFact;
  /**
   * A name by which namespaces and gateways choose an istiod: a revision, or a tag. `default` is what
   * injects where no revision is named. Key: the name. It may be said twice: a tag before its istiod.
   */
  revision: RevisionFact;
  /** DNS domain of the cluster. Said by `ControlPlane`. Key: empty. */
  clusterDomain: ClusterDomainFact;
  /** What the shared parts of an installation bring to the nodes and to the whole cluster. Key: empty. */
  sharedParts: SharedPartsFact;
  /** A release whose definitions the cluster gets. Key: `Istio` or `Gateway API`. */
  definitions: InstalledRelease;
  /** An extension provider of the mesh settings. Key: its name. */
  extensionProvider: ExtensionProviderFact;
  /** A place whose proxies ask a rate limit service. Key: none. */
  globalRateLimit: GlobalRateLimitFact;
  /** A place whose proxies count requests for themselves. Key: none. */
  localRateLimit: LocalRateLimitFact;
  /**
   * A Service that proxies call by themselves, by the name of an extension provider or by its host. Key:
   * none.
   */
  proxyCall: ProxyCallFact;
  /** A scope of all sidecars of a namespace. Key: the namespace. */
  sidecarScope: SidecarScopeFact;
  /** Labels by which Pods are chosen for an object that a Pod heeds one of. Key: the kind, the namespace. */
  chooser: ChooserFact;
  /** A waypoint. Key: its namespace, its name. */
  waypoint: WaypointFact;
  /** A ServiceEntry of the program. Key: its namespace, its name. */
  serviceEntry: ServiceEntryFact;
  /** Who asks an authorizer outside the proxies, and where; all are compared. Key: none. */
  authorizer: AuthorizerFact;
  /** Which callers Pods let in where they let in nobody else. Key: none. */
  allowList: AllowListFact;
  /** Policies by which everybody may call, whatever lists say. Key: none. */
  openToAll: PolicyFact;
  /** Whose tokens are checked, and where. Key: none. */
  tokenCheck: TokenCheckFact;
  /** Rules that let nobody in without a checked token. Key: none. */
  tokenNeed: PolicyFact;
  /** Where a denial holds at all waypoints at once. Key: none. */
  waypointClassPolicy: PolicyFact;
  /** What Pods accept from other Pods. Key: none. */
  mutualTls: MutualTlsFact;
  /**
   * Gateways from Istio's chart, and what they believe of the proxies in front of them. Said by
   * `IngressGateway`, `EgressGateway` and `EastWestGateway` of their own Pods, and by `ControlPlane`,
   * without a selector, of all proxies that have no settings of their own. Key: none.
   */
  gatewayTopology: GatewayTopologyFact;
  /** A Gateway that routes can name, of either API. Key: its namespace, its name. */
  gateway: GatewayFact;
  /** What a port of a gateway carries. Said by `AppGateway`. Key: labels of the Pods as text, the port. */
  gatewayPort: GatewayPortFact;
  /** A Service to which a gateway sends requests. Said by `AppGateway`. Key: none. */
  gatewayRoute: GatewayRouteFact;
  /** Routes at whose gateway browsers ask in advance. Said by `AppGateway`. Key: none. */
  cors: CorsFact;
  /** Secrets that gateways present. Said by `GatewayCertificate`. Key: none. */
  certificate: CertificateFact;
  /** The CA that istiod signs with in place of its own. Said by `MeshCa`. Key: none. */
  meshCa: MeshCaFact;
  /** Who issues certificates through cert-manager. Said by `CertificateIssuer`. Key: none. */
  issuer: IssuerFact;
}

/** A waypoint as others name it. */
export type WaypointName = { readonly namespace: string; readonly name: string } | "later";

/** What a program says of a namespace. */
export interface NamespaceFact {
  /** By which istiod its sidecars are told; `default` where none is named. */
  revision?: string;
  /** How its Pods are in the mesh; absent where nobody said so. */
  mode?: "sidecar" | "ambient" | "none";
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

/** Port of a Service as a program declares it. */
export interface ServicePortFact {
  port: number;
  name?: string;
  targetPort?: number | string;
  protocol?: string;
  appProtocol?: string;
}

/** A Service of the program, as far as it is plain. */
export interface ServiceFact {
  /** Where it is, for one that is declared without a component, as far as it is plain. */
  place?: { readonly namespace: string; readonly name: string };
  ports: readonly ServicePortFact[];
  /** Set when there are more ports, parts of which are Outputs. */
  portsArriveLater?: true;
  selector?: { readonly [key: string]: string };
  /** The Service as it was declared, for what stands in for it: parts of it may arrive later. */
  declared?: DeclaredService;
}

/** Arguments of a Service, as far as what stands in for it has to repeat them. */
export interface DeclaredService {
  labels?: unknown;
  annotations?: unknown;
  spec?: unknown;
}

/** Pods of one Deployment, as far as they are plain. */
export interface WorkloadFact {
  namespace: string;
  /** Labels of the Pods. */
  labels: { readonly [key: string]: string };
  /** How many there are; absent where something else decides, such as an autoscaler. */
  replicas?: number;
}

/** Proxies that count requests, as far as they are plain. */
export interface RateLimitPlace {
  /** In the words of an error: `RateLimit "edge"`. */
  owner: string;
  position: string;
  namespace?: string;
  /** Name of the waypoint, for those. */
  waypoint?: string;
  /** Labels of the Pods; absent for all, `"later"` when they arrive later. */
  labels?: { readonly [key: string]: string } | "later";
}

/** Those that ask a rate limit service. */
export interface GlobalRateLimitFact extends RateLimitPlace {
  /** Absent when it arrives later. */
  stage?: number;
}

/** Those that count for themselves. */
export interface LocalRateLimitFact extends RateLimitPlace {
  /** Time after which they count anew; absent when it arrives later. */
  interval?: string;
}

/** A call of the proxies' own. */
export interface ProxyCallFact {
  /** In the words of an error: `MeshTelemetry "traces"`. */
  owner: string;
  /** Argument that makes them call. */
  path: string;
  /** Namespace of the proxies; that of the control plane stands for all. Absent when it arrives later. */
  namespace?: string;
  /** Name of an extension provider. */
  provider?: string;
  /** Full host of the Service. */
  host?: string;
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
  namespace: string;
}

/** A host outside the mesh. */
export interface ExternalHostFact {
  /** In the words of an error: `ExternalService "pay"`. */
  owner: string;
  /** The host, as far as it is known while the program runs. */
  host?: string;
  /** Namespace of the object that declares it. */
  namespace?: string;
  /** Namespaces that see it: `*`, or names. Outputs are left out. */
  visibleIn: readonly string[];
  /** Set when more namespaces see it, which arrive later. */
  moreSeeIt?: true;
  /** Ports that clients call; what arrives later is absent. */
  ports: readonly ExternalPortFact[];
  /** Set when its owner routes the requests itself, through a gateway. */
  routed?: true;
  /** How proxies find its addresses, as Istio calls it; absent where nothing is declared of the host. */
  resolution?: string;
}

/** Port of a host outside the mesh. */
export interface ExternalPortFact {
  number?: number;
  /** What clients speak, such as `HTTP` or `TLS`. */
  protocol?: string;
  /** Whether a proxy adds TLS on the way. */
  tlsAdded: boolean;
}

/** What a canary says of itself. */
export interface CanaryFact {
  /** In the words of an error: `Canary "web"`. */
  owner: string;
  /** Full host of the Service, as far as it is known while the program runs. */
  host?: string;
  dialect: "istio" | "gateway-api";
  /** Names of the versions. */
  versions: readonly string[];
}

/** Whose requests a component routes. */
export interface MeshRouteFact {
  /** In the words of an error: `Canary "web"`. */
  owner: string;
  dialect: "istio" | "gateway-api";
}

/** A rule of the namespace of a Service, or of a host outside the mesh. */
export interface HostRuleFact {
  /** In the words of an error: `ExternalService "pay"`. */
  owner: string;
  /** Namespace of the rule, as far as it is known while the program runs. */
  namespace?: string;
  /** Namespaces whose clients follow it: `*`, or names. */
  visibleIn: readonly string[];
  /** Versions that routes name; without the rule requests to them get 503. */
  subsets: readonly string[];
  /** Ports at which clients add TLS, that is, speak plain text without the rule. */
  tlsAt: readonly (number | "all ports")[];
  /** Where the policy of clients in other namespaces is to be said. */
  way: string;
}

/** What makes a version known. */
export interface SubsetFact {
  host?: string;
  version: string;
}

/** The Services of the versions, by name; they are in the namespace of the Service. */
export interface CanaryServicesFact {
  /** In the words of an error: `Canary "web"`. */
  owner: string;
  names: readonly string[];
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

/** A ServiceEntry of the program. */
export interface ServiceEntryFact {
  /** In the words of an error: `ExternalService "pay"`. */
  owner: string;
  /** What it names as waypoint itself. */
  waypoint?: WaypointName;
}

/** What a policy is for, as far as it is plain. */
export interface PolicyReach {
  /** Undefined when it arrives later; then nothing is known of the reach. */
  namespace?: string;
  /** Labels of Pods; `"later"` when they arrive later. */
  labels?: { readonly [key: string]: string } | "later";
  targets?: readonly { kind: string; name?: string }[];
}

/** A policy of the program. */
export interface PolicyFact {
  /** In the words of an error: `Authorization "web"`. */
  owner: string;
  reach: PolicyReach;
}

export interface AuthorizerFact extends PolicyFact {
  provider?: string;
}

export interface AllowListFact extends PolicyFact {
  /** Whether connections of a service account pass; undefined when that is seen only later. */
  admits(account: { namespace: string; name: string }): boolean | undefined;
}

/** A check of tokens. What arrives later is absent. */
export interface TokenCheckFact extends PolicyFact {
  issuers: readonly TokenIssuerFact[];
  /** Whether there are more issuers, which arrive later. */
  issuersArriveLater?: true;
  /** Whether a request needs a token. */
  required: boolean;
  /** With `required`: paths that need none. */
  exemptPaths?: readonly string[];
  /** With `required`: ports at which one is needed; absent for all. */
  ports?: readonly number[];
}

/** Whose tokens are accepted. */
export interface TokenIssuerFact {
  issuer: string;
  /** Absent for any, and where they arrive later. */
  audiences?: readonly string[];
  /** Set when the Pods behind get the token too, or when it arrives later whether they do. */
  forwarded?: true;
  /** Where a token is looked for, as text that can be compared; absent for Istio's default. */
  foundIn?: string;
}

export interface MutualTlsFact extends PolicyFact {
  mode?: string;
  /** Set when some ports have a mode of their own. */
  portsDiffer?: true;
}

/** What a gateway from Istio's chart is for. */
export type GatewayRole = "ingress" | "egress" | "east-west";

/** A gateway that is installed, as far as it is plain. */
export interface GatewayTopologyFact {
  /** In the words of an error: `IngressGateway "ingress"`. */
  owner: string;
  /** Labels by which a Gateway chooses its Pods; absent for what holds for the whole mesh. */
  selector?: { readonly [key: string]: string };
  /** Namespace of its Pods. */
  namespace?: string;
  /** Name of its Service. */
  service?: string;
  /** For requests that come in, that go out, or that cross between networks. */
  role?: GatewayRole;
  /**
   * Proxies in front that it believes: its own number, or `"of the mesh"` where it has none. That of the
   * mesh is 0 where nothing is set. Absent when it arrives later.
   */
  numTrustedProxies?: number | "of the mesh";
  /** Name of its istiod, or that of the mesh config; absent when it arrives later. */
  revision?: string;
  /** Set where the PROXY protocol is expected of all, or may be. */
  proxyProtocol?: true;
  /** Ports of its Service; absent when one of them arrives later. */
  ports?: readonly number[];
  /** Set when its Service loses the addresses of the clients on the way. */
  hidesClients?: true;
}

/** What makes a Gateway known. */
export interface GatewayFact {
  /** `namespace/name`, as far as it is plain. */
  gateway?: string;
  /** In the words of an error: `AppGateway "web"`. */
  owner: string;
  /** Which API it is of. */
  dialect: "istio" | "gateway-api";
  /** Dialect `istio`: labels of the Pods that it is for; `"later"` when they arrive later. */
  labels?: { readonly [key: string]: string } | "later";
  /** Set when it takes connections and no HTTP. */
  withoutHttp?: true;
  /** Hosts for which it takes requests, without namespaces; absent when one of them arrives later. */
  hosts?: readonly string[];
  /** Proxies in front that the Pods made for it believe, as in `gatewayTopology`; absent where others do. */
  numTrustedProxies?: number | "of the mesh";
}

/** A port of a gateway. */
export interface GatewayPortFact {
  /** In the words of an error: `AppGateway "web"`. */
  owner: string;
  protocol: GatewayProtocol;
}

/** Where a gateway sends requests. */
export interface GatewayRouteFact {
  /** In the words of an error: `AppGateway "web"`. */
  owner: string;
  /** Full host of the Service. */
  host: string;
  /** Gateways whose requests they are, as `namespace/name`; what arrives later is left out. */
  gateways: readonly string[];
}

/** Routes that answer browsers' preflights, and where. */
export interface CorsFact {
  /** In the words of an error: `AppGateway "web"`. */
  owner: string;
  /** Hosts of the routes, as far as they are plain. */
  hosts: readonly string[];
  /** Dialect `istio`: labels of the gateway's Pods; `"later"` when they arrive later. */
  labels?: { readonly [key: string]: string } | "later";
  /** Dialect `gateway-api`: the Gateway. */
  gateway?: { readonly namespace?: string; readonly name?: string };
}

/** A Secret with a certificate, as far as it is plain. */
export interface CertificateFact {
  /** In the words of an error: `GatewayCertificate "web"`. */
  owner: string;
  namespace?: string;
  credentialName?: string;
  /** Names that it is for; absent when they are not known. */
  dnsNames?: readonly string[];
  /** Whether there are CAs to check clients by: its own, those of its issuer, or none. */
  clientCa: "given" | "of the issuer" | "none";
  /** Issuer of cert-manager, when it is plain. */
  issuer?: { readonly name: string; readonly kind: string };
}

/** A CA for an istiod, as far as it is plain. */
export interface MeshCaFact {
  /** In the words of an error: `MeshCa "ca"`. */
  owner: string;
  namespace?: string;
  /** Set when nobody wrote the namespace down. */
  namespaceByDefault?: true;
}

/** An issuer of cert-manager, as far as it is plain. */
export interface IssuerFact {
  /** In the words of an error: `CertificateIssuer "ca"`. */
  owner: string;
  name?: string;
  kind: string;
  /** Absent for one of the whole cluster. */
  namespace?: string;
  /** Who signs: an ACME server hands out no CA, and a certificate signed by itself is its own. */
  signs: "selfSigned" | "ca" | "ownCa" | "acme";
  /** Classes of Ingress that answer for names which an ACME server asks, as far as they are plain. */
  ingressClasses?: readonly string[];
}

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
  clusterDomain: pulumi.Input<string>;
  /** Absent where the mesh has one network. */
  network?: pulumi.Input<string>;
  /** Whether the CNI agent redirects the traffic of sidecars, in place of an init container. */
  cniRedirects: boolean;
  /** `ALLOW_ANY` where nothing is set; absent when it arrives later. */
  outboundTrafficPolicy?: string;
  /** Labels of the namespaces that it looks at, when they are set and plain; absent for all. */
  discoverySelectors?: readonly DiscoverySelector[];
  /** Namespaces that see a VirtualService, or a DestinationRule, that does not say so; absent for all. */
  virtualServicesSeenIn?: readonly string[];
  destinationRulesSeenIn?: readonly string[];
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

export type Topic = keyof Topics;
