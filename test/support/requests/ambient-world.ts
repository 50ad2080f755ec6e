import { checkObject } from "../../../analysis/objects/check";
import type { MeshObject } from "../../../analysis/objects/mesh-object";
import type { Request } from "../../../analysis/requests/request";
import { namespace } from "../objects";
import type { Random } from "../random";
import { type ProxyConfig, ProxyKind, type ProxySpec } from "../translate";
import { type Configs, type Plain, plainDone } from "./expected";
import { doneIn } from "./oracle";
import {
  fullHost,
  ground,
  randomRequest,
  randomSet,
  type WorldService,
  worldServices,
} from "./world";

/** The world of sidecars in ambient mode: one waypoint, in namespace `shop`, stands for both namespaces. */

const enrolled = (own: string) =>
  namespace(own, {
    "istio.io/dataplane-mode": "ambient",
    "istio.io/use-waypoint": "way",
    "istio.io/use-waypoint-namespace": "shop",
  });

export const waypoint: ProxySpec = { name: "way", kind: ProxyKind.Waypoint, namespace: "shop" };

const isService = (object: MeshObject) => object.kind === "Service";

/** Some of the Services go by no waypoint. */
export function ambientGround(random: Random): MeshObject[] {
  const others = (ground() as MeshObject[]).filter(({ kind }) => kind !== "Namespace");
  return [
    enrolled("shop"),
    enrolled("bank"),
    namespace("plain"),
    ...others.map((object) =>
      isService(object) && random.chance(0.1)
        ? {
            ...object,
            metadata: { ...object.metadata, labels: { "istio.io/use-waypoint": "none" } },
          }
        : object,
    ),
    {
      apiVersion: "gateway.networking.k8s.io/v1",
      kind: "Gateway",
      metadata: { name: "way", namespace: "shop" },
      spec: {
        gatewayClassName: "istio-waypoint",
        listeners: [
          {
            name: "mesh",
            port: 15008,
            protocol: "HBONE",
            allowedRoutes: { namespaces: { from: "All" } },
          },
        ],
      },
    },
  ];
}

/** Whom a route of the Gateway API is for, and whom it may send requests to. */
const reachable = worldServices.filter(({ namespace: ns }) => ns !== "plain");

const backend = (random: Random, from: string) => {
  const one = random.pick(reachable.filter(({ namespace: ns }) => ns === from));
  return { name: one.name, port: random.chance(0.95) ? one.port : 81, weight: random.below(4) };
};

function apiRoute(random: Random, i: number): MeshObject {
  const parent = random.pick(reachable);
  const from = random.chance(0.9) ? parent.namespace : "plain";
  const isTcp = parent.portName === "tcp";
  const match = random.pick([
    {},
    { path: { type: "PathPrefix", value: "/cart" } },
    { path: { type: "Exact", value: "/cart" } },
    { headers: [{ name: "end-user", value: "jason" }] },
    { method: "POST" },
    { queryParams: [{ name: "q", value: "blue" }] },
  ]);
  const rule = () => ({
    ...(!isTcp && random.chance(0.7) && { matches: [match] }),
    backendRefs: Array.from({ length: 1 + random.below(2) }, () =>
      backend(random, from === "plain" ? parent.namespace : from),
    ).map((one) => (from === "plain" ? { ...one, namespace: parent.namespace } : one)),
    ...(!isTcp && random.chance(0.2) && { timeouts: { request: "3s" } }),
  });
  return {
    apiVersion: `gateway.networking.k8s.io/${isTcp ? "v1alpha2" : "v1"}`,
    kind: isTcp ? "TCPRoute" : "HTTPRoute",
    metadata: { name: `route-${i}`, namespace: from },
    spec: {
      parentRefs: [
        {
          group: "",
          kind: "Service",
          name: parent.name,
          ...(from !== parent.namespace && { namespace: parent.namespace }),
          ...(random.chance(0.4) && { port: random.chance(0.8) ? parent.port : 81 }),
        },
      ],
      rules: Array.from({ length: 1 + random.below(2) }, rule),
    },
  };
}

/** Objects for waypoints. */
export function randomAmbientSet(random: Random): MeshObject[] {
  const routes = Array.from({ length: random.below(4) }, (_, i) => apiRoute(random, i));
  const others = randomSet(random).objects.filter(
    ({ kind }) => kind === "VirtualService" || kind === "DestinationRule",
  );
  return [...others, ...routes].filter((object) => checkObject(object).length === 0);
}

/** A request of an ambient caller to a host of the mesh. */
export function randomAmbientRequest(random: Random): Request {
  for (;;) {
    const request = randomRequest(random);
    if (serviceCalled(request)?.port === request.port) {
      return request;
    }
  }
}

function serviceCalled({ host, from }: Request): WorldService | undefined {
  const own = from.kind === "workload" ? from.namespace : "";
  return worldServices.find((one) =>
    [fullHost(one), `${one.name}.${one.namespace}`, `${one.name}.${one.namespace}.svc`].includes(
      one.namespace === own && one.name === host ? fullHost(one) : host,
    ),
  );
}

/** What the waypoint's configuration comes to; undefined where it does not stand for the Service. */
export function plainWaypoint(configs: Configs, request: Request): Plain | undefined {
  const config = configs[waypoint.name] as ProxyConfig;
  const one = serviceCalled(request);
  const inner = config.listeners.find(({ name }) => name === "main_internal");
  const chain = (kind: string) =>
    inner.filterChains.find(
      ({ name }: { name: string }) =>
        one && name === `inbound-vip|${one.port}|${kind}|${fullHost(one)}`,
    );
  const found = request.http ? (chain("http") ?? chain("tcp")) : (chain("tcp") ?? chain("http"));
  return found && plainDone(configs, config, request, doneIn(config, found, { ...call(request) }));
}

const call = ({ http }: Request) =>
  http ? { http: { ...http, headers: { ...http.headers } } } : {};
