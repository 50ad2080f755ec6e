import type { InstalledRelease } from "../../analysis/objects/check-release";
import type {
  CertificateFact,
  CertManagerFact,
  IssuerFact,
  MeshCaFact,
} from "./facts/certificate-facts";
import type {
  ClusterDomainFact,
  ControlPlaneFact,
  ExtensionProviderFact,
  RevisionFact,
  SharedPartsFact,
} from "./facts/control-plane-facts";
import type {
  CorsFact,
  GatewayFact,
  GatewayPortFact,
  GatewayRouteFact,
  GatewayTopologyFact,
} from "./facts/gateway-facts";
import type {
  ChooserFact,
  NamespaceFact,
  SidecarScopeFact,
  WaypointFact,
  WorkloadFact,
} from "./facts/namespace-facts";
import type {
  AllowListFact,
  AuthorizerFact,
  MutualTlsFact,
  PolicyFact,
  TokenCheckFact,
} from "./facts/policy-facts";
import type {
  ExternalHostFact,
  ProxyCallFact,
  ServiceEntryFact,
  ServiceFact,
} from "./facts/service-facts";
import type {
  CanaryFact,
  CanaryServicesFact,
  GlobalRateLimitFact,
  HostRuleFact,
  LocalRateLimitFact,
  MeshRouteFact,
  SubsetFact,
} from "./facts/traffic-facts";

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
  /** What brings definitions of the Gateway API without a component. Key: none. */
  broughtGatewayApi: { owner: string };
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
  /** The cluster's cert-manager. Said by `CertManager`. Key: none. */
  certManager: CertManagerFact;
}

/** What facts and demands are about. */
export type Topic = keyof Topics;
