import type * as pulumi from "@pulumi/pulumi";
import {
  type AppGatewayArgs,
  type BookinfoArgs,
  type CanaryArgs,
  Dialect,
  MeshMode,
  type MeshNamespaceArgs,
} from "../components";
import type { StackConfig } from "./config-schema";

/** The port on which every service of Bookinfo listens. */
const bookinfoPort = 9080;

/** Name of the one waypoint that an ambient namespace of a stack has. */
export const waypointName = "waypoint";

/** Paths that Bookinfo's page needs from outside; its other services stay inside. */
const publicPaths = {
  exact: ["/productpage", "/login", "/logout"],
  prefix: ["/static", "/api/v1/products"],
};

/** Whether Bookinfo runs behind ztunnel and a waypoint. */
export const isAmbient = ({ bookinfo, namespaces }: StackConfig): boolean =>
  namespaces[bookinfo.namespace] === MeshMode.Ambient;

/** Arguments of a namespace; an ambient one names its waypoint from the start. */
export const namespaceArgs = (mode: MeshMode): MeshNamespaceArgs => ({
  dataPlaneMode: mode,
  ...(mode === MeshMode.Ambient && { waypoint: waypointName }),
});

/** Arguments of the application, which runs every version of reviews that the split names. */
export const bookinfoArgs = (
  { bookinfo }: StackConfig,
  namespace: pulumi.Input<string>,
): BookinfoArgs => ({
  namespace,
  reviews: Object.keys(bookinfo.reviews),
  ...(bookinfo.registry !== undefined && { registry: bookinfo.registry }),
  ...(bookinfo.tag !== undefined && { tag: bookinfo.tag }),
});

/** Arguments of the entry from outside: the page alone. */
export const appGatewayArgs = (
  { bookinfo }: StackConfig,
  namespace: pulumi.Input<string>,
): AppGatewayArgs => ({
  namespace,
  ...(bookinfo.host !== undefined && { hosts: [bookinfo.host] }),
  routes: [{ ...publicPaths, service: "productpage", port: bookinfoPort }],
});

/**
 * Arguments of the split of reviews; a waypoint splits by the Gateway API, sidecars in Istio's kinds.
 */
export const canaryArgs = (config: StackConfig, namespace: pulumi.Input<string>): CanaryArgs => ({
  service: "reviews",
  namespace,
  versions: Object.entries(config.bookinfo.reviews).map(([name, weight]) => ({ name, weight })),
  ...(isAmbient(config) && { dialect: Dialect.GatewayApi, port: bookinfoPort }),
});
