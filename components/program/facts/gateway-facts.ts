import type { GatewayProtocol } from "../../gateways/app/gateway-server-args";

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
  /** Service account of its Pods, as far as it is plain. */
  account?: string;
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
