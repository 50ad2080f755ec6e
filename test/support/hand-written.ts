import assert from "node:assert/strict";
import type { MeshObject } from "../../analysis/objects/mesh-object";
import { namespace, pod, service } from "./objects";
import { type ProxyConfig, ProxyKind, type Question, translate } from "./translate";

/**
 * Objects written by hand, of no component: Service `web` in namespace `shop` with Pods of versions v1
 * and v2, its routes in both dialects, and those who ask for them. For tests of the translation itself.
 */

export const host = "web.shop.svc.cluster.local";

export const object = (
  apiVersion: string,
  kind: string,
  metadata: { name: string; namespace: string; labels?: Record<string, string> },
  spec: object,
): MeshObject => ({ apiVersion, kind, metadata, spec });

/** The Service and a Pod of each version. */
export const web = [
  service("web", "shop", { targetPort: 8080 }),
  ...["v1", "v2"].map((version, i) =>
    pod(`web-${version}`, "shop", `10.9.0.${i + 1}`, { app: "web", version }),
  ),
];

/** A Service for each version. */
export const versions = ["v1", "v2"].map((version) =>
  service(`web-${version}`, "shop", { selector: { app: "web", version }, targetPort: 8080 }),
);

/** A subset for each version. */
export const subsets = object(
  "networking.istio.io/v1",
  "DestinationRule",
  { name: "web", namespace: "shop" },
  { host, subsets: ["v1", "v2"].map((version) => ({ name: version, labels: { version } })) },
);

/** Shares of the subsets, for a VirtualService. */
export const weighted = [
  { destination: { host, subset: "v1" }, weight: 80 },
  { destination: { host, subset: "v2" }, weight: 20 },
];
export const virtualService = (spec: object) =>
  object("networking.istio.io/v1", "VirtualService", { name: "web", namespace: "shop" }, spec);
export const gatewayApi = (kind: string, name: string, spec: object, version = "v1") =>
  object(`gateway.networking.k8s.io/${version}`, kind, { name, namespace: "shop" }, spec);

/** The same shares for the Services of the versions, after those of one user. */
export const byService = gatewayApi("HTTPRoute", "web", {
  parentRefs: [{ group: "", kind: "Service", name: "web", port: 80 }],
  rules: [
    {
      matches: [{ headers: [{ name: "end-user", value: "jason" }] }],
      backendRefs: [{ name: "web-v2", port: 80 }],
    },
    {
      backendRefs: [
        { name: "web-v1", port: 80, weight: 4 },
        { name: "web-v2", port: 80, weight: 1 },
      ],
    },
  ],
});

/** The namespace, enrolled, and its waypoint. */
export const waypoint = [
  namespace("shop", {
    "istio.io/dataplane-mode": "ambient",
    "istio.io/use-waypoint": "waypoint",
  }),
  gatewayApi("Gateway", "waypoint", {
    gatewayClassName: "istio-waypoint",
    listeners: [{ name: "mesh", port: 15008, protocol: "HBONE" }],
  }),
];

/** What the shares come to. */
export const share80to20 = [
  { service: "web", version: "v1", weight: 80 },
  { service: "web", version: "v2", weight: 20 },
];

export const client = { name: "client", kind: ProxyKind.Sidecar, namespace: "shop" };
export const waypointProxy = { name: "waypoint", kind: ProxyKind.Waypoint, namespace: "shop" };

/** What the only proxy of a question gets. */
export async function configOf(question: Question): Promise<ProxyConfig> {
  const [config] = Object.values(await translate(question));
  assert.ok(config);
  return config;
}
