import type { Declared } from "../../mesh/declared-set";
import { fields, text } from "../../mesh/fields";
import type { Mesh } from "../../mesh/mesh";
import type { Route } from "../route";
import type { RoutePlace } from "./api-filters";
import type { BoundParent } from "./api-parents";
import type { L4Rule } from "./l4-route";

/** Routes of connections by the server names that clients ask for. */
export interface TlsRule extends L4Rule {
  readonly sniHosts: readonly string[];
}

/** What istiod makes of routes of the Gateway API for one host at one gateway: something like a VirtualService. */
export interface ApiRoutes {
  readonly host: string;
  /** `mesh`, or the name of the gateway that istiod makes of a listener. */
  readonly gateway: string;
  /** Namespace, name and age of the oldest of the routes; istiod's own name. */
  readonly namespace: string;
  readonly name: string;
  readonly created: string;
  readonly exportTo: readonly string[];
  /** The one port of the Service that it is for. */
  readonly port?: number;
  /** Empty where it is not for the port. */
  readonly http: (at: RoutePlace) => readonly Route[];
  readonly tls: readonly TlsRule[];
  readonly tcp: readonly L4Rule[];
}

/** Order of texts. */
export const compared = (one: string, other: string): number =>
  one < other ? -1 : one > other ? 1 : 0;

/** When an object came into the cluster; empty where it is not there yet. */
export const createdAt = ({ object }: Declared): string =>
  text(fields(object.metadata).creationTimestamp) ?? "";

const exportOf = ({ config }: Mesh): readonly string[] =>
  Array.isArray(config.all.defaultVirtualServiceExportTo)
    ? (config.all.defaultVirtualServiceExportTo as string[])
    : ["*"];

const nothing: readonly never[] = [];

/** What all routes of one object for one host have in common, without any rule. */
export const emptyRoutes = (
  mesh: Mesh,
  route: Declared,
  { gateway, port }: BoundParent,
  host: string,
): Omit<ApiRoutes, "name"> => ({
  host,
  gateway,
  namespace: route.id.namespace,
  created: createdAt(route),
  exportTo: exportOf(mesh),
  ...(port !== undefined && { port }),
  http: () => nothing,
  tls: nothing,
  tcp: nothing,
});
