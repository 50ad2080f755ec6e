import { Waypoint } from "../../components";
import { type Answer, destinationsByVersion, type Request, request } from "./envoy";
import { namespace, objectsOf, pod, service } from "./objects";
import { type ProxyConfig, ProxyKind, translate } from "./translate";

/**
 * The same arguments in both dialects, for tests of routes: Service `web` in namespace `shop` with
 * Pods of versions v1 and v2, called by a sidecar (dialect `istio`) or through a waypoint (dialect
 * `gateway-api`).
 */

export const host = "web.shop.svc.cluster.local";

/** What differs between the dialects of one spec. */
export type DialectArgs = { dialect?: "istio" } | { dialect: "gateway-api"; port: number };

const versionPods = ["v1", "v2"].map((version, i) =>
  pod(`web-${version}-0`, "shop", `10.0.0.${i + 1}`, { app: "web", version }),
);
const others = [
  service("api", "shop", { port: 8080 }),
  pod("api-0", "shop", "10.0.1.1", { app: "api" }),
];

/** What the sidecar of a client in the namespace gets; `labels` are those of the client. */
export async function inSidecar(
  create: (dialect: DialectArgs) => void,
  labels: Record<string, string> = { app: "client" },
): Promise<ProxyConfig> {
  const made = await objectsOf(() => create({}));
  const objects = [service("web", "shop"), ...versionPods, ...others, ...made];
  const client = { name: "client", kind: ProxyKind.Sidecar, namespace: "shop", labels };
  const proxies = await translate({ objects, proxies: [client] });
  return proxies.client as ProxyConfig;
}

/** What the namespace's waypoint gets. */
export async function inWaypoint(create: (dialect: DialectArgs) => void): Promise<ProxyConfig> {
  const made = await objectsOf(() => {
    new Waypoint("waypoint", { namespace: "shop" });
    create({ dialect: "gateway-api", port: 80 });
  });
  const shop = namespace("shop", {
    "istio.io/dataplane-mode": "ambient",
    "istio.io/use-waypoint": "waypoint",
  });
  const objects = [shop, service("web", "shop"), ...versionPods, ...others, ...made];
  const waypoint = { name: "waypoint", kind: ProxyKind.Waypoint, namespace: "shop" };
  const proxies = await translate({ objects, proxies: [waypoint] });
  return proxies.waypoint as ProxyConfig;
}

/** What a proxy does with a request to the service, in words that both dialects share. */
export function routing(config: ProxyConfig, wanted: Partial<Request> = {}) {
  const answer = request(config, { host, ...wanted });
  return answer && summary(answer);
}

function summary({ destinations, mirrors, timeout, redirect, status, route }: Answer) {
  return {
    to: destinationsByVersion({ destinations }, "web"),
    copies: mirrors.map((mirror) => ({
      ...destinationsByVersion({ destinations: [{ ...mirror, weight: 1 }] }, "web")[0],
      weight: mirror.weight,
    })),
    timeout,
    redirect,
    status,
    changes: {
      requestAdd: route.requestHeadersToAdd,
      requestRemove: route.requestHeadersToRemove,
      responseAdd: route.responseHeadersToAdd,
      responseRemove: route.responseHeadersToRemove,
    },
    host: route.route?.hostRewriteLiteral,
  };
}

/** Shares by version, e.g. `{ v1: 90, v2: 10 }`; a Service of another name stands for itself. */
export function shares(config: ProxyConfig, wanted: Partial<Request> = {}): Record<string, number> {
  const answer = request(config, { host, ...wanted });
  const all = answer ? destinationsByVersion(answer, "web") : [];
  return Object.fromEntries(
    all.map(({ service, version, weight }) => [version || service, weight]),
  );
}
