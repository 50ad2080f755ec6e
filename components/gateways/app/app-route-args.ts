import type * as pulumi from "@pulumi/pulumi";
import type { CanaryHandle } from "../../routing/canary/canary-handle";
import type { HttpRule } from "../../routing/http/http-options-rule-args";

/** Share of one version at the edge. */
export interface RouteVersion {
  /**
   * Dialect `istio`: subset that a DestinationRule of the service declares, as the `Canary` component
   * does. Dialect `gateway-api`: version for which there is a Service `<service>-<name>`, as the
   * `Canary` component makes them in that dialect.
   */
  name: string;
  /** Percent of the requests, a whole number; all weights of the route add up to 100. */
  weight: pulumi.Input<number>;
}

/**
 * Requests that go to one service, or that are answered with a new address. Without `exact`, `prefix`
 * and `matches` it takes all that is left.
 */
export interface AppRoute extends HttpRule {
  /**
   * Host names that the route is for, among those that are served.
   * @default - all
   * @narrows
   */
  hosts?: string[];
  /**
   * Paths that match as a whole, e.g. `/login`; short for an entry in `matches`.
   * @default - none
   * @narrows
   */
  exact?: pulumi.Input<string>[];
  /**
   * Beginnings of paths that match, by whole elements: `/static` takes `/static/a.css` and not
   * `/statics`. Short for an entry in `matches`.
   * @default - none
   * @narrows
   */
  prefix?: pulumi.Input<string>[];
  /**
   * Service: a short name in the namespace of the gateway, or a full name. Beside `versions` in dialect
   * `gateway-api` a short one. A host outside of the cluster gets the requests under its own name, unless
   * `rewrite.host` says another.
   * @default - none, for a redirect and beside `canary`; needed otherwise
   */
  service?: pulumi.Input<string>;
  /**
   * Port of the Service.
   * @default - none, for a redirect; that of the `canary`; needed otherwise
   */
  port?: pulumi.Input<number>;
  /**
   * `Canary` whose split the route takes, in place of `service` and `versions`: its matches among the
   * requests of the route, its versions and their weights. A canary in dialect `gateway-api` may be in
   * either; one in dialect `istio` has no Services for a gateway in dialect `gateway-api`.
   * @default - none
   */
  canary?: CanaryHandle;
  /**
   * Split between versions of the service, other than in the mesh: a route inside the mesh has no effect
   * on requests from outside. For the split of a `Canary` write `canary`.
   * @default - one destination, all versions alike
   * @narrows
   */
  versions?: RouteVersion[];
}

/** TLS connections that are passed on as they are, by the server name that the client asks for. */
export interface TlsRoute {
  /** Server names, within the hosts of a server with mode PASSTHROUGH. */
  sniHosts: string[];
  /**
   * Service that ends TLS: a short name in the namespace of the gateway, or a full name. Beside
   * `versions` in dialect `gateway-api` a short one.
   */
  service: pulumi.Input<string>;
  /** Port of the Service. */
  port: pulumi.Input<number>;
  /**
   * Split of the connections between versions of the service.
   * @default - one destination, all versions alike
   * @narrows
   */
  versions?: RouteVersion[];
}

/** Connections of which the gateway sees nothing but bytes. */
export interface TcpRoute {
  /**
   * Name of a server with protocol TCP, or with protocol TLS that ends at the gateway.
   * @default - the only such server
   */
  server?: string;
  /**
   * Service: a short name in the namespace of the gateway, or a full name. Beside `versions` in dialect
   * `gateway-api` a short one.
   */
  service: pulumi.Input<string>;
  /** Port of the Service. */
  port: pulumi.Input<number>;
  /**
   * Split of the connections between versions of the service.
   * @default - one destination, all versions alike
   * @narrows
   */
  versions?: RouteVersion[];
}
