import type { KubernetesObject } from "../objects";
import type { Random } from "../random";
import { chance, some } from "./gateway-world-parts";

const gatewayApi = (
  kind: string,
  name: string,
  namespace: string,
  spec: object,
  version = "v1",
): KubernetesObject => ({
  apiVersion: `gateway.networking.k8s.io/${version}`,
  kind,
  metadata: { name, namespace },
  spec,
});

/** Grants that all sets have. */
export const apiGround = (): KubernetesObject[] => [
  gatewayApi(
    "ReferenceGrant",
    "routes",
    "bank",
    {
      from: [
        { group: "gateway.networking.k8s.io", kind: "HTTPRoute", namespace: "shop" },
        { group: "gateway.networking.k8s.io", kind: "TLSRoute", namespace: "shop" },
      ],
      to: [{ group: "", kind: "Service" }],
    },
    "v1beta1",
  ),
];

/** Name of the Gateway of the API, and its namespace. */
export const apiGateway = { name: "front", namespace: "edge" };

const hostnames = ["shop.example.com", "api.example.com", "*.example.com", "*.shop.example.com"];

function listener(random: Random, i: number): object {
  const protocol = random.pick(["HTTP", "HTTP", "HTTPS", "HTTPS", "TLS", "TCP"]);
  const isTls = ["HTTPS", "TLS"].includes(protocol);
  const isPassed = protocol === "TLS" && random.chance(0.6);
  const from = random.pick(["All", "All", "Same", "Selector"]);
  const selector = { matchLabels: { team: random.pick(["shop", "bank"]) } };
  const certificate = random.pick([
    { name: "shop-tls" },
    { name: "shop-tls" },
    { name: "none-tls" },
    { name: "bank-tls", namespace: "bank" },
  ]);
  return {
    name: `l${i}`,
    protocol,
    port: isTls ? random.pick([443, 443, 8443]) : random.pick([80, 80, 81]),
    ...(protocol === "TCP"
      ? {}
      : chance(random, 0.7, () => ({ hostname: random.pick(hostnames) }))),
    ...(isTls && {
      tls: isPassed
        ? { mode: "Passthrough" }
        : {
            mode: "Terminate",
            certificateRefs: [certificate],
            ...chance(random, 0.2, () => ({
              options: {
                "gateway.istio.io/tls-terminate-mode": random.pick(["MUTUAL", "OPTIONAL_MUTUAL"]),
              },
            })),
          },
    }),
    allowedRoutes: {
      namespaces: { from, ...(from === "Selector" && { selector }) },
      ...chance(random, 0.1, () => ({ kinds: [{ kind: random.pick(["HTTPRoute", "TLSRoute"]) }] })),
    },
  };
}

const backends = [
  { name: "web", namespace: "shop", port: 80 },
  { name: "web", namespace: "shop", port: 90 },
  { name: "web", port: 80 },
  { name: "api", namespace: "bank", port: 8000 },
  { name: "none", namespace: "shop", port: 80 },
];

const backend = (random: Random): object => ({
  ...random.pick(backends),
  ...chance(random, 0.5, () => ({ weight: random.below(4) })),
});

const headers = (random: Random) => ({
  set: [{ name: "X-Set", value: random.pick(["1", "2"]) }],
});

function filters(random: Random): object[] {
  const path = random.pick([
    { type: "ReplacePrefixMatch", replacePrefixMatch: random.pick(["/", "/x", "/x/"]) },
    { type: "ReplaceFullPath", replaceFullPath: "/full" },
  ]);
  const kind = random.below(8);
  switch (kind) {
    case 0:
      return [
        {
          type: "RequestRedirect",
          requestRedirect: {
            ...chance(random, 0.5, () => ({ hostname: "new.example.com" })),
            ...chance(random, 0.5, () => ({ path })),
            ...chance(random, 0.4, () => ({ scheme: random.pick(["http", "https"]) })),
            ...chance(random, 0.3, () => ({ port: random.pick([80, 443, 8000]) })),
            ...chance(random, 0.5, () => ({ statusCode: 301 })),
          },
        },
      ];
    case 1:
      return [
        {
          type: "URLRewrite",
          urlRewrite: { ...chance(random, 0.5, () => ({ hostname: "in.example.com" })), path },
        },
      ];
    case 2:
      return [{ type: "RequestHeaderModifier", requestHeaderModifier: headers(random) }];
    case 3:
      return [
        {
          type: "RequestMirror",
          requestMirror: {
            backendRef: random.pick(backends),
            ...chance(random, 0.5, () => ({ percent: random.pick([0, 10, 55]) })),
          },
        },
      ];
    default:
      return [];
  }
}

const match = (random: Random): object => ({
  ...chance(random, 0.8, () => ({
    path: random.pick([
      { type: "PathPrefix", value: "/a" },
      { type: "PathPrefix", value: "/a/b" },
      { type: "PathPrefix", value: "/a/" },
      { type: "PathPrefix", value: "/" },
    ]),
  })),
  ...chance(random, 0.2, () => ({ headers: [{ name: "X-User", value: "1" }] })),
  ...chance(random, 0.15, () => ({ method: random.pick(["GET", "POST"]) })),
  ...chance(random, 0.15, () => ({ queryParams: [{ name: "q", value: "1" }] })),
});

const exactly = (random: Random): object => ({
  path: random.pick([
    { type: "Exact", value: "/a/b" },
    { type: "Exact", value: "/" },
    { type: "RegularExpression", value: "/a/[a-z]+" },
  ]),
});

function rule(random: Random): object {
  const own = filters(random);
  const isPlain = own.length === 0;
  const redirects = JSON.stringify(own).includes("requestRedirect");
  return {
    ...chance(random, 0.8, () => ({
      matches: some(random, 1, 2, () =>
        isPlain && random.chance(0.3) ? exactly(random) : match(random),
      ),
    })),
    ...(isPlain ? {} : { filters: own }),
    ...(redirects ? {} : { backendRefs: some(random, 0, 3, () => backend(random)) }),
    ...(redirects
      ? {}
      : chance(random, 0.3, () => ({
          timeouts: random.pick([{ request: "5s" }, { request: "10s", backendRequest: "2s" }]),
        }))),
  };
}

function parents(random: Random): object[] {
  return some(random, 1, 2, () => ({
    ...apiGateway,
    ...chance(random, 0.3, () => ({ sectionName: `l${random.below(3)}` })),
    ...chance(random, 0.2, () => ({ port: random.pick([80, 443]) })),
  }));
}

const places = ["edge", "shop", "shop", "bank"];
const someHosts = (random: Random): object =>
  chance(random, 0.8, () => ({
    hostnames: [...new Set(some(random, 1, 2, () => random.pick(hostnames)))],
  }));

const httpRoute = (random: Random, i: number): KubernetesObject =>
  gatewayApi("HTTPRoute", `r${i}`, random.pick(places), {
    parentRefs: parents(random),
    ...someHosts(random),
    rules: some(random, 1, 3, () => rule(random)),
  });

const grpcRoute = (random: Random, i: number): KubernetesObject =>
  gatewayApi("GRPCRoute", `g${i}`, random.pick(places), {
    parentRefs: parents(random),
    ...someHosts(random),
    rules: [
      {
        ...chance(random, 0.7, () => ({
          matches: [
            {
              method: random.pick([
                { service: "a" },
                { service: "a", method: "b" },
                { method: "b" },
                { type: "RegularExpression", service: "[a-z]+" },
              ]),
            },
          ],
        })),
        backendRefs: some(random, 1, 2, () => backend(random)),
      },
    ],
  });

const bytesRoute = (random: Random, i: number): KubernetesObject =>
  random.chance(0.5)
    ? gatewayApi("TLSRoute", `t${i}`, random.pick(places), {
        parentRefs: parents(random),
        hostnames: [random.pick(hostnames)],
        rules: [{ backendRefs: some(random, 1, 2, () => backend(random)) }],
      })
    : gatewayApi(
        "TCPRoute",
        `c${i}`,
        random.pick(places),
        {
          parentRefs: parents(random),
          rules: [{ backendRefs: some(random, 1, 2, () => backend(random)) }],
        },
        "v1alpha2",
      );

function listenerSet(random: Random): KubernetesObject {
  return gatewayApi("ListenerSet", "set", random.pick(["shop", "edge"]), {
    parentRef: apiGateway,
    listeners: some(random, 1, 2, (i) => ({ ...listener(random, i), name: `s${i}` })),
  });
}

/** Objects of the Gateway API of one set. */
export function apiObjects(random: Random): KubernetesObject[] {
  return [
    gatewayApi("Gateway", apiGateway.name, apiGateway.namespace, {
      gatewayClassName: "istio",
      listeners: some(random, 1, 4, (i) => listener(random, i)),
      ...chance(random, 0.5, () => ({
        allowedListeners: { namespaces: { from: random.pick(["All", "Same"]) } },
      })),
    }),
    ...(random.chance(0.4) ? [listenerSet(random)] : []),
    ...some(random, 1, 4, (i) => httpRoute(random, i)),
    ...some(random, 0, 1, (i) => grpcRoute(random, i)),
    ...some(random, 0, 2, (i) => bytesRoute(random, i)),
  ];
}
