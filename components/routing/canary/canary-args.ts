import type * as pulumi from "@pulumi/pulumi";
import type { CommonArgs } from "../../common-args";
import type { TrafficPolicyOptions } from "../../policies/traffic/traffic-policy-args";
import type { Dialect } from "../dialect";
import type { HttpOptions } from "../http/http-options-args";
import type { RequestMatch } from "../http/request-match-args";

/** What is split: requests or connections. */
export const CanaryProtocol = {
  /** Requests of HTTP, gRPC among them. */
  Http: "http",
  /** Connections, whatever is said in them. */
  Tcp: "tcp",
} as const;
export type CanaryProtocol = (typeof CanaryProtocol)[keyof typeof CanaryProtocol];

/** One version of the service. */
export interface CanaryVersion {
  /** Name of the version, a DNS label, e.g. `v2`. */
  name: string;
  /**
   * Percent of the requests, a whole number. All weights add up to 100. A version at 0 stays in the
   * route, so that promoting it later changes one number.
   */
  weight: pulumi.Input<number>;
  /**
   * Labels of its Pods, in addition to those that the Service selects.
   * @default - `{ version: <name> }`
   */
  labels?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
}

/** Requests that go to one version whatever the weights say. At least one condition is needed. */
export interface CanaryMatch extends RequestMatch {
  /** Name of the version that gets these requests. */
  version: string;
}

/** A Service, its versions and the share of each, and what else holds for its requests. */
export interface CanaryArgs extends CommonArgs, HttpOptions {
  /**
   * Short name of the Service whose requests are split, e.g. `reviews`. A Service that the program
   * declares before the canary is known to it: its ports, what they speak, and what it selects.
   */
  service: pulumi.Input<string>;
  /** Namespace of the Service. The routing objects are created there too. */
  namespace: pulumi.Input<string>;
  /** Versions with their share of the requests. */
  versions: CanaryVersion[];
  /**
   * Matches that are tried in their order before the weights. For requests, not for connections.
   * @default - none
   */
  matches?: CanaryMatch[];
  /**
   * `"istio"` (VirtualService, DestinationRules) or `"gateway-api"` (HTTPRoute or TCPRoute, Services).
   * Use one of them for a service, never both.
   * @default "istio"
   */
  dialect?: Dialect;
  /**
   * Whose requests are split: `mesh` stands for all clients in the mesh, the others are gateways as
   * `name` or `namespace/name`; in dialect `gateway-api` Gateways of the Gateway API. Requests through
   * a gateway are split by the gateway: it does not look at what is for the mesh.
   * @default ["mesh"]
   */
  gateways?: pulumi.Input<string>[];
  /**
   * Hosts that clients of the gateways ask for, e.g. `shop.example.com`; needed with a gateway.
   * @default - none
   */
  hosts?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Port of the Service. Needed in dialect `gateway-api`, and in dialect `istio` for a Service with
   * several ports (IST0112); requests to its other ports are not split.
   * @default - the only port of the Service
   */
  port?: pulumi.Input<number>;
  /**
   * What the port speaks: `"http"`, of which requests are split, or `"tcp"`, of which connections are.
   * Matches and options of HTTP are for requests alone.
   * @default - what the port of a Service of the program says. Where that is not known, dialect `istio`
   * splits both in the mesh, unless there are matches or options of HTTP; gateways and dialect
   * `gateway-api` take it for HTTP
   */
  protocol?: CanaryProtocol;
  /**
   * Dialect `gateway-api` only: labels that the Service selects its Pods by.
   * @default - those of the Service, if the program declares it; else `{ app: <service> }`
   */
  selector?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
  /**
   * Dialect `gateway-api` only: port that the Pods listen on, as the Service's `targetPort` names it.
   * The Services of the versions have it too.
   * @default - that of the Service, if the program declares it; else the same as `port`, with a warning
   */
  targetPort?: pulumi.Input<number>;
  /**
   * Dialect `gateway-api` only: the same, where the Service's `targetPort` is the name of a port of the
   * Pods. Not beside `targetPort`.
   * @default - that of the Service, if the program declares it
   */
  targetPortName?: pulumi.Input<string>;
  /**
   * Dialect `gateway-api` only: `appProtocol` of the Service's port, e.g. `kubernetes.io/h2c`.
   * @default - that of the Service, if the program declares it; else none
   */
  appProtocol?: pulumi.Input<string>;
  /**
   * How clients talk to each of the versions: connection pool, outlier detection, load balancing.
   * `loadBalancer.consistentHash` keeps a client at one Pod of the version that it gets; which version
   * that is, is drawn for each request, so match a cookie to keep clients at a version. Not a
   * `TrafficPolicy` beside the canary: two rules for one host contradict each other (KIA0201).
   * @default - Istio's defaults
   * @formerly policy
   */
  trafficPolicy?: TrafficPolicyOptions;
  /**
   * DNS domain of the cluster.
   * @default - that of the program's control plane, or `cluster.local`
   */
  clusterDomain?: string;
}
