import type * as pulumi from "@pulumi/pulumi";
import type { CommonArgs } from "../../common-args";
import type { ChartSource } from "../../control-plane/chart-source";
import type { ControlPlaneHandle } from "../../control-plane/control-plane-handle";
import type { Installer } from "../../control-plane/installer";
import type { Platform } from "../../control-plane/profile";

/** Which Pods requests from outside may reach. */
export const ExternalTrafficPolicy = {
  /** Those of all nodes; the client's address is lost on the way. */
  Cluster: "Cluster",
  /** Those of the node that the request arrives at; the client's address is kept. */
  Local: "Local",
} as const;
export type ExternalTrafficPolicy =
  (typeof ExternalTrafficPolicy)[keyof typeof ExternalTrafficPolicy];

/** How the Pods of a gateway are spread. */
export const GatewayKind = {
  /** As many as autoscaling or `replicas` say. */
  Deployment: "Deployment",
  /** One on every node. */
  DaemonSet: "DaemonSet",
} as const;
export type GatewayKind = (typeof GatewayKind)[keyof typeof GatewayKind];

/** Ports of gateways by what Istio's samples use them for. */
export const GatewayPorts = {
  /** Health checks of load balancers. */
  Status: { name: "status-port", port: 15021, targetPort: 15021 },
  /** Plain HTTP, where a redirect to HTTPS may stand. */
  HTTP: { name: "http2", port: 80, targetPort: 80 },
  /** TLS that ends at the gateway or is passed on. */
  HTTPS: { name: "https", port: 443, targetPort: 443 },
  /** TCP of Istio's samples. */
  TCP: { name: "tcp", port: 31400, targetPort: 31400 },
  /** TLS that is routed by its server name. */
  TLS: { name: "tls", port: 15443, targetPort: 15443 },
} as const satisfies Record<string, GatewayPort>;

/** How the gateway is reached from outside its cluster. */
export const ServiceType = {
  /** An address of the cloud's or cluster's load balancer; creation waits until there is one. */
  LoadBalancer: "LoadBalancer",
  /** A port of every node. */
  NodePort: "NodePort",
  /** Only from inside the cluster. */
  ClusterIP: "ClusterIP",
} as const;
export type ServiceType = (typeof ServiceType)[keyof typeof ServiceType];

/** One port of the gateway's Service. */
export interface GatewayPort {
  /** Name of the port, a DNS label. */
  name: string;
  /** Port of the Service. Servers of a `Gateway` name this one. */
  port: pulumi.Input<number>;
  /**
   * Port of the gateway's Pods.
   * @default - the same as `port`
   */
  targetPort?: pulumi.Input<number>;
  /**
   * Transport protocol.
   * @default "TCP"
   */
  protocol?: pulumi.Input<string>;
  /**
   * Port of every node, for the types `"NodePort"` and `"LoadBalancer"`; in the cluster's range, which is
   * 30000 to 32767 by default.
   * @default - the cluster chooses one
   */
  nodePort?: pulumi.Input<number>;
  /**
   * Protocol of the application, for load balancers that read it, e.g. `"http"`.
   * @default - not said
   * @see https://kubernetes.io/docs/concepts/services-networking/service/#application-protocol
   */
  appProtocol?: pulumi.Input<string>;
}

/** How the number of Pods follows the load. */
export interface GatewayAutoscaling {
  /** Fewest Pods. @default 1 */
  min?: pulumi.Input<number>;
  /** Most Pods, however high the load. @default 5 */
  max?: pulumi.Input<number>;
  /** CPU to aim at, as a percentage of what a Pod requests. @default 80 */
  cpu?: pulumi.Input<number>;
}

/** How many Pods a node's drain may take away. Set one; percentages go into `values`. */
export interface GatewayDisruptionBudget {
  /** Pods that stay. @default - not used */
  minAvailable?: pulumi.Input<number>;
  /** Pods that may go. @default - not used */
  maxUnavailable?: pulumi.Input<number>;
}

/** CPU and memory by name, in Kubernetes' notation. */
export interface GatewayResources {
  /** What a Pod is promised, e.g. `{ cpu: "100m", memory: "128Mi" }`. @default - 100m and 128Mi */
  requests?: { [resource: string]: pulumi.Input<string> };
  /** What it may use at most. @default - 2000m and 1024Mi */
  limits?: { [resource: string]: pulumi.Input<string> };
}

/** What gateways from Istio's chart `gateway` have in common. */
export interface GatewayChartArgs extends CommonArgs {
  /**
   * The control plane, or the output `handle` of one in another stack. The gateway takes over its version,
   * charts, platform, revision, pull secrets and domains, waits for it, and its Pods are created anew, a
   * few at a time, when a setting changes that proxies read only once. Arguments of the gateway win.
   * @default - the one of the program that injects by `revision`, or by default; of it no revision is
   *   taken over
   */
  controlPlane?: pulumi.Input<ControlPlaneHandle>;
  /**
   * Whether the namespace goes with the gateway, and with it everything that is in it: other gateways and
   * their certificates. It has to be in effect (`pulumi up`) before the gateway goes.
   * @default - `false`: the namespace stays, also after `pulumi destroy`
   */
  deleteNamespace?: boolean;
  /**
   * Names of Secrets in the gateway's namespace by which its image is pulled.
   * @default - those of the control plane
   */
  imagePullSecrets?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * How many proxies in front of the gateway, such as a load balancer that ends TLS, tell the truth about
   * the client (`x-forwarded-for`, `x-forwarded-proto`). The Pods are created anew when it changes.
   * @default - what the mesh settings say, or 0
   * @see https://istio.io/latest/docs/ops/configuration/traffic-management/network-topologies/
   */
  numTrustedProxies?: pulumi.Input<number>;
  /**
   * Annotations of the Service, by which clouds choose a kind of load balancer.
   * @default - none
   */
  serviceAnnotations?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
  /**
   * All ports of the Service. The list replaces the default one, so keep `GatewayPorts.Status` if a
   * load balancer checks the gateway's health there.
   * @default - 15021, 80 and 443
   */
  ports?: GatewayPort[];
  /**
   * Ports beside the others, such as `GatewayPorts.TCP` (31400) and `GatewayPorts.TLS` (15443).
   * @default - none
   */
  extraPorts?: GatewayPort[];
  /**
   * Which of the cluster's load balancers is used.
   * @default - the cluster's own
   */
  loadBalancerClass?: pulumi.Input<string>;
  /**
   * Addresses that the load balancer lets in, as CIDR ranges.
   * @default - all
   * @narrows
   */
  loadBalancerSourceRanges?: pulumi.Input<string>[];
  /**
   * Which Pods requests reach: `"Cluster"` (all) or `"Local"` (of the node they arrive at, with the
   * client's address).
   * @default "Cluster"
   */
  externalTrafficPolicy?: pulumi.Input<ExternalTrafficPolicy>;
  /**
   * `"Deployment"`, or `"DaemonSet"` for one Pod on every node.
   * @default "Deployment"
   */
  kind?: GatewayKind;
  /**
   * Fixed number of Pods, in place of autoscaling. When autoscaling takes over from it, the Pods stay until
   * the autoscaler acts; with the installer `"release"` there is one Pod until then.
   * @default - autoscaling
   */
  replicas?: pulumi.Input<number>;
  /**
   * Bounds of autoscaling, which needs the cluster's metrics server.
   * @default - 1 to 5 Pods, at 80 percent of the CPU
   */
  autoscaling?: GatewayAutoscaling;
  /**
   * How many Pods a node's drain may take away. Needs two Pods or more.
   * @default - none
   */
  podDisruptionBudget?: GatewayDisruptionBudget;
  /**
   * CPU and memory of a Pod.
   * @default - 100m and 128Mi requested, 2000m and 1024Mi at most
   */
  resources?: GatewayResources;
  /**
   * Istio version of the chart; the same as the control plane's, or one minor behind it.
   * @default - the control plane's, or `"1.31.4"`
   */
  version?: string;
  /**
   * Version of the control plane, for example its output. A running Pod keeps the proxy that it was
   * created with; when this changes, the Pods are created anew, one after the other.
   * @default - that of `controlPlane`; without one, Pods are created anew when `version` changes
   */
  controlPlaneVersion?: pulumi.Input<string>;
  /**
   * Where the chart comes from.
   * @default - where the control plane's come from, or
   *   `{ repository: "https://blob.istio.io/istio-release/charts" }`
   */
  charts?: ChartSource;
  /**
   * Who creates the objects: `"chart"` (Pulumi, object by object) or `"release"` (Helm; labels and
   * annotations for all objects are not possible then).
   * @default "chart"
   */
  installer?: Installer;
  /**
   * Kind of cluster, as for the control plane.
   * @default - the control plane's, or plain Kubernetes
   */
  platform?: Platform;
  /**
   * Revision or tag of the control plane that configures the gateway.
   * @default - that of `controlPlane`, or the default revision
   */
  revision?: pulumi.Input<string>;
  /**
   * Domain of the gateway's identity, which is an output.
   * @default - the control plane's, or `"cluster.local"`
   */
  trustDomain?: pulumi.Input<string>;
  /**
   * Domain of the cluster's Services, which is part of an output.
   * @default - the control plane's, or `"cluster.local"`
   */
  clusterDomain?: pulumi.Input<string>;
  /**
   * Own values of the chart `gateway`, which refuses keys that it does not know. What contradicts an
   * argument that is given is refused.
   * @default - none
   * @see https://istio.io/latest/docs/setup/additional-setup/gateway/
   */
  // biome-ignore lint/suspicious/noExplicitAny: a chart's values have no type, as in Pulumi's own Chart
  values?: pulumi.Input<{ [key: string]: any }>;
}
