import assert from "node:assert/strict";
import type { MeshObject } from "../../analysis/objects/mesh-object";
import { newCertificate } from "../support/certificates";
import {
  addresses,
  cluster,
  connection,
  destinationsByVersion,
  hasCluster,
  httpFilter,
  listener,
  networkFilter,
  request,
} from "../support/envoy";
import { namespace, node, pod, service } from "../support/objects";
import {
  type Envoy,
  type ProxyConfig,
  ProxyKind,
  type Question,
  translate,
} from "../support/translate";

const host = "web.shop.svc.cluster.local";

const object = (
  apiVersion: string,
  kind: string,
  metadata: { name: string; namespace: string; labels?: Record<string, string> },
  spec: object,
): MeshObject => ({ apiVersion, kind, metadata, spec });

const web = [
  service("web", "shop", { targetPort: 8080 }),
  ...["v1", "v2"].map((version, i) =>
    pod(`web-${version}`, "shop", `10.9.0.${i + 1}`, { app: "web", version }),
  ),
];
const versions = ["v1", "v2"].map((version) =>
  service(`web-${version}`, "shop", { selector: { app: "web", version }, targetPort: 8080 }),
);
const subsets = object(
  "networking.istio.io/v1",
  "DestinationRule",
  { name: "web", namespace: "shop" },
  { host, subsets: ["v1", "v2"].map((version) => ({ name: version, labels: { version } })) },
);
const weighted = [
  { destination: { host, subset: "v1" }, weight: 80 },
  { destination: { host, subset: "v2" }, weight: 20 },
];
const virtualService = (spec: object) =>
  object("networking.istio.io/v1", "VirtualService", { name: "web", namespace: "shop" }, spec);
const gatewayApi = (kind: string, name: string, spec: object, version = "v1") =>
  object(`gateway.networking.k8s.io/${version}`, kind, { name, namespace: "shop" }, spec);
const byService = gatewayApi("HTTPRoute", "web", {
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
const waypoint = [
  namespace("shop", {
    "istio.io/dataplane-mode": "ambient",
    "istio.io/use-waypoint": "waypoint",
  }),
  gatewayApi("Gateway", "waypoint", {
    gatewayClassName: "istio-waypoint",
    listeners: [{ name: "mesh", port: 15008, protocol: "HBONE" }],
  }),
];
const share80to20 = [
  { service: "web", version: "v1", weight: 80 },
  { service: "web", version: "v2", weight: 20 },
];

const client = { name: "client", kind: ProxyKind.Sidecar, namespace: "shop" };
const waypointProxy = { name: "waypoint", kind: ProxyKind.Waypoint, namespace: "shop" };

async function configOf(question: Question): Promise<ProxyConfig> {
  const [config] = Object.values(await translate(question));
  assert.ok(config);
  return config;
}

describe("istiod's translation for a sidecar", () => {
  const objects = [
    ...web,
    subsets,
    virtualService({
      hosts: [host],
      http: [
        { match: [{ uri: { prefix: "/old" } }], redirect: { uri: "/new", redirectCode: 308 } },
        {
          match: [{ uri: { exact: "/copy" }, method: { exact: "POST" } }],
          route: [weighted[0]],
          mirror: { host, subset: "v2" },
          mirrorPercentage: { value: 12.5 },
        },
        { route: weighted, timeout: "2s", retries: { attempts: 4, perTryTimeout: "500ms" } },
      ],
    }),
  ];
  let config: ProxyConfig;
  before(async () => {
    config = await configOf({ objects, proxies: [client] });
  });

  it("has a VirtualService's weights, timeout and retries", () => {
    const answer = request(config, { host });
    assert.ok(answer);
    assert.deepEqual(answer.destinations, [
      { host, port: 80, subset: "v1", weight: 80 },
      { host, port: 80, subset: "v2", weight: 20 },
    ]);
    assert.deepEqual(destinationsByVersion(answer, "web"), share80to20);
    assert.equal(answer.timeout, "2s");
    assert.equal(answer.retries.numRetries, 4);
    assert.equal(answer.retries.perTryTimeout, "0.500s");
  });

  it("has redirects and mirrors where the match is, and not beside it", () => {
    const redirect = request(config, { host: "web.shop", path: "/old/1?x" })?.redirect;
    assert.equal(redirect.pathRedirect, "/new");
    assert.equal(redirect.responseCode, "PERMANENT_REDIRECT");
    const copied = request(config, { host, path: "/copy", method: "POST" });
    assert.deepEqual(copied?.mirrors, [{ host, port: 80, subset: "v2", weight: 12.5 }]);
    assert.deepEqual(request(config, { host, path: "/copy" })?.mirrors, []);
  });

  it("has each subset's Pods as endpoints", () => {
    assert.deepEqual(addresses(config, host, 80), ["10.9.0.1:8080", "10.9.0.2:8080"]);
    assert.deepEqual(addresses(config, host, 80, "v2"), ["10.9.0.2:8080"]);
    assert.equal(cluster(config, host, 80, "v2").type, "EDS");
    assert.equal(hasCluster(config, host, 80, "v3"), false);
    assert.throws(
      () => cluster(config, host, 80, "v3"),
      /no cluster of .*; there are .*outbound\|80\|v2\|/,
    );
  });

  it("passes on what no Service has, and sends nothing to a port that nobody has", () => {
    const answer = request(config, { host: "example.com" });
    assert.equal(answer?.route.route.cluster, "PassthroughCluster");
    assert.throws(() => request(config, { host, port: 81 }), /no HTTP on port 81/);
  });

  it("takes mesh configuration", async () => {
    const strict = await configOf({
      objects,
      meshConfig: {
        outboundTrafficPolicy: { mode: "REGISTRY_ONLY" },
        accessLogFile: "/dev/stdout",
      },
      proxies: [client],
    });
    assert.equal(request(strict, { host: "example.com" })?.status, 502);
    const chains = listener(strict, "virtualOutbound");
    assert.equal(chains.accessLog[0].typedConfig.path, "/dev/stdout");
  });

  it("has an HTTPRoute's shares, and headers before them", async () => {
    const routed = await configOf({ objects: [...web, ...versions, byService], proxies: [client] });
    const answer = request(routed, { host });
    assert.ok(answer);
    assert.deepEqual(destinationsByVersion(answer, "web"), share80to20);
    const jason = request(routed, { host, headers: { "end-user": "jason" } });
    assert.deepEqual(
      jason?.destinations.map((one) => one.host),
      ["web-v2.shop.svc.cluster.local"],
    );
  });

  it("calls Pods of enrolled namespaces with mutual TLS, and others without", async () => {
    const tlsMode = async (labels: Record<string, string>) => {
      const found = await configOf({
        objects: [...web, namespace("shop", labels)],
        proxies: [client],
      });
      const endpoints = found.endpoints.find((one) => one.clusterName === `outbound|80||${host}`);
      const { metadata } = endpoints.endpoints[0].lbEndpoints[0];
      return metadata.filterMetadata["envoy.transport_socket_match"]?.tlsMode;
    };
    assert.equal(await tlsMode({ "istio-injection": "enabled" }), "istio");
    assert.equal(await tlsMode({}), undefined);
  });

  it("prefers Pods on nodes of its own place, when asked to", async () => {
    const near = object(
      "networking.istio.io/v1",
      "DestinationRule",
      { name: "web", namespace: "shop" },
      { host, trafficPolicy: { outlierDetection: { consecutive5xxErrors: 3 } } },
    );
    const app = { app: "web" };
    const found = await configOf({
      objects: [
        service("web", "shop"),
        near,
        node("here", "eu/eu-1"),
        node("there", "us/us-1"),
        pod("web-1", "shop", "10.9.0.1", app, "web", "there"),
        pod("web-2", "shop", "10.9.0.2", app, "web", "here"),
        pod("client", "shop", "10.9.0.3", {}, "client", "here"),
      ],
      proxies: [client],
    });
    const [assignment] = found.endpoints;
    assert.deepEqual(
      assignment.endpoints
        .map(({ locality, priority = 0 }: Envoy) => [locality.region, locality.zone, priority])
        .sort(),
      [
        ["eu", "eu-1", 0],
        ["us", "us-1", 1],
      ],
    );
  });

  it("has TCP by the address of its Service", async () => {
    const db = (name: string, clusterIP: string) =>
      service(name, "shop", { port: 5432, portName: "tcp", clusterIP });
    const found = await configOf({
      objects: [db("users", "10.2.9.1"), db("orders", "10.2.9.2")],
      proxies: [client],
    });
    const orders = connection(found, { port: 5432, ip: "10.2.9.2" });
    assert.deepEqual(
      orders?.map((one) => one.host),
      ["orders.shop.svc.cluster.local"],
    );
    assert.equal(connection(found, { port: 5432, ip: "10.2.9.3" }), undefined);
  });

  it("has a Deployment's Pods as endpoints", async () => {
    const template = {
      metadata: { labels: { app: "api" } },
      spec: { containers: [{ name: "api", image: "api" }] },
    };
    const deployment = object(
      "apps/v1",
      "Deployment",
      { name: "api", namespace: "shop" },
      { selector: { matchLabels: { app: "api" } }, template },
    );
    const found = await configOf({
      objects: [service("api", "shop", { port: 9080 }), deployment],
      proxies: [client],
    });
    assert.match(
      addresses(found, "api.shop.svc.cluster.local", 9080).join(),
      /^10\.1\.\d+\.\d+:9080$/,
    );
  });
});

describe("istiod's translation for a gateway", () => {
  const edge = { name: "edge-0", kind: ProxyKind.Gateway, namespace: "edge" };
  const labels = { istio: "ingressgateway" };
  const pair = newCertificate({ commonName: "shop.example.com", dnsNames: ["shop.example.com"] });
  const secret = (name: string, inNamespace: string): MeshObject & Record<string, unknown> => ({
    apiVersion: "v1",
    kind: "Secret",
    metadata: { name, namespace: inNamespace },
    type: "kubernetes.io/tls",
    stringData: { "tls.crt": pair.certificate, "tls.key": pair.privateKey },
  });
  const gateway = object(
    "networking.istio.io/v1",
    "Gateway",
    { name: "public", namespace: "edge" },
    {
      selector: labels,
      servers: [
        {
          port: { number: 80, name: "http", protocol: "HTTP" },
          hosts: ["shop.example.com"],
          tls: { httpsRedirect: true },
        },
        {
          port: { number: 443, name: "https", protocol: "HTTPS" },
          hosts: ["shop.example.com"],
          tls: { mode: "SIMPLE", credentialName: "shop-cert" },
        },
        {
          port: { number: 443, name: "tls", protocol: "TLS" },
          hosts: ["raw.example.com"],
          tls: { mode: "PASSTHROUGH" },
        },
      ],
    },
  );
  const routes = [
    virtualService({
      hosts: ["shop.example.com"],
      gateways: ["edge/public"],
      http: [{ route: weighted }],
    }),
    object(
      "networking.istio.io/v1",
      "VirtualService",
      { name: "raw", namespace: "shop" },
      {
        hosts: ["raw.example.com"],
        gateways: ["edge/public"],
        tls: [
          {
            match: [{ port: 443, sniHosts: ["raw.example.com"] }],
            route: [{ destination: { host, port: { number: 80 } } }],
          },
        ],
      },
    ),
  ];
  const objects = [...web, subsets, gateway, ...routes];

  it("has a VirtualService's weights behind TLS, and the redirect to it", async () => {
    const config = await configOf({ objects, proxies: [{ ...edge, labels }] });
    const answer = request(config, { host: "shop.example.com", port: 443 });
    assert.ok(answer);
    assert.deepEqual(destinationsByVersion(answer, "web"), share80to20);
    assert.deepEqual(request(config, { host: "shop.example.com" })?.redirect, {
      requireTls: "ALL",
    });
    assert.equal(request(config, { host: "other.example.com" }), undefined);
    const passed = connection(config, { port: 443, sni: "raw.example.com" });
    assert.deepEqual(passed, [{ host, port: 80, weight: 100 }]);
    assert.equal(connection(config, { port: 443, sni: "other.example.com" }), undefined);
  });

  it("has the certificate of its own namespace, and no key in the answer", async () => {
    const config = await configOf({
      objects: [...objects, secret("shop-cert", "edge")],
      proxies: [{ ...edge, labels }],
    });
    assert.deepEqual(config.secrets, ["ROOTCA", "default", "kubernetes://shop-cert"]);
    const [credential] = config.credentials;
    const served = credential.tlsCertificate.certificateChain.inlineBytes;
    assert.equal(Buffer.from(served, "base64").toString(), pair.certificate);
    assert.equal(credential.tlsCertificate.privateKey, undefined);
  });

  it("gets no certificate of another namespace", async () => {
    const config = await configOf({
      objects: [...objects, secret("shop-cert", "shop")],
      proxies: [{ ...edge, labels }],
    });
    assert.deepEqual(config.credentials, []);
  });

  it("gets nothing of an Istio Gateway that selects others", async () => {
    const config = await configOf({ objects, proxies: [edge] });
    assert.throws(() => request(config, { host: "shop.example.com" }), /no HTTP on port 80/);
  });

  it("knows Gateways of both kinds apart when they have one name", async () => {
    const config = await configOf({
      objects: [
        ...objects,
        object(
          "gateway.networking.k8s.io/v1",
          "Gateway",
          { name: "public", namespace: "edge" },
          {
            gatewayClassName: "istio",
            listeners: [{ name: "http", port: 8000, protocol: "HTTP" }],
          },
        ),
      ],
      proxies: [{ ...edge, labels }],
    });
    assert.deepEqual(
      config.listeners.map((one) => one.address.socketAddress.portValue).sort(),
      [443, 80],
    );
  });

  it("has the Gateway API's routes: HTTP, TLS and TCP", async () => {
    const from = (sectionName: string) => ({ parentRefs: [{ name: "public", sectionName }] });
    const config = await configOf({
      objects: [
        ...web,
        ...versions,
        secret("shop-cert", "shop"),
        gatewayApi("Gateway", "public", {
          gatewayClassName: "istio",
          listeners: [
            {
              name: "https",
              port: 443,
              protocol: "HTTPS",
              hostname: "shop.example.com",
              tls: { certificateRefs: [{ name: "shop-cert" }] },
            },
            {
              name: "tls",
              port: 443,
              protocol: "TLS",
              hostname: "raw.example.com",
              tls: { mode: "Passthrough" },
            },
            { name: "tcp", port: 9000, protocol: "TCP" },
          ],
        }),
        gatewayApi("HTTPRoute", "web", {
          ...from("https"),
          rules: [{ backendRefs: [{ name: "web-v1", port: 80 }] }],
        }),
        gatewayApi("TLSRoute", "raw", {
          ...from("tls"),
          hostnames: ["raw.example.com"],
          rules: [{ backendRefs: [{ name: "web-v2", port: 80 }] }],
        }),
        gatewayApi("TCPRoute", "raw", {
          ...from("tcp"),
          rules: [{ backendRefs: [{ name: "web", port: 80 }] }],
        }),
      ],
      proxies: [{ name: "public", kind: ProxyKind.Gateway, namespace: "shop" }],
    });
    const hosts = (all: { host: string }[] | undefined) => all?.map((one) => one.host);
    const https = request(config, { host: "shop.example.com", port: 443 });
    assert.deepEqual(hosts(https?.destinations), ["web-v1.shop.svc.cluster.local"]);
    assert.deepEqual(hosts(connection(config, { port: 443, sni: "raw.example.com" })), [
      "web-v2.shop.svc.cluster.local",
    ]);
    assert.deepEqual(hosts(connection(config, { port: 9000 })), [host]);
    assert.equal(config.credentials.length, 1);
  });
});

describe("istiod's translation for a waypoint", () => {
  const objects = [...waypoint, ...web, ...versions, byService];
  let config: ProxyConfig;
  before(async () => {
    config = await configOf({ objects, proxies: [waypointProxy] });
  });

  it("has an HTTPRoute's shares, and headers before them", () => {
    const answer = request(config, { host });
    assert.ok(answer);
    assert.deepEqual(destinationsByVersion(answer, "web"), share80to20);
    const jason = request(config, { host, headers: { "end-user": "jason" } });
    assert.deepEqual(jason && destinationsByVersion(jason, "web"), [
      { service: "web", version: "v2", weight: 100 },
    ]);
  });

  it("has a policy of one Service in that Service's chain only", async () => {
    const policy = object(
      "security.istio.io/v1",
      "AuthorizationPolicy",
      { name: "web", namespace: "shop" },
      {
        targetRefs: [{ group: "", kind: "Service", name: "web" }],
        action: "DENY",
        rules: [{ to: [{ operation: { paths: ["/admin"] } }] }],
      },
    );
    const guarded = await configOf({ objects: [...objects, policy], proxies: [waypointProxy] });
    const rbac = (of: string) =>
      httpFilter(guarded, "main_internal", "envoy.filters.http.rbac", `inbound-vip|80|http|${of}`);
    assert.equal(rbac(host).rules.action, "DENY");
    assert.equal(rbac("web-v1.shop.svc.cluster.local"), undefined);
  });

  it("is not asked for Services without the label", async () => {
    const [, gateway] = waypoint;
    assert.ok(gateway);
    const plain = await configOf({
      objects: [gateway, ...web, ...versions, byService],
      proxies: [waypointProxy],
    });
    assert.throws(() => request(plain, { host }), /no HTTP on port 80/);
  });
});

describe("istiod's translation on the side of the server", () => {
  const server = {
    name: "web-0",
    kind: ProxyKind.Sidecar,
    namespace: "shop",
    labels: { app: "web" },
  };
  const policy = (spec: object) =>
    object(
      "security.istio.io/v1",
      "AuthorizationPolicy",
      { name: "web", namespace: "shop" },
      { selector: { matchLabels: { app: "web" } }, ...spec },
    );

  it("has an AuthorizationPolicy as a filter of HTTP and of TCP", async () => {
    const rules = [{ from: [{ source: { principals: ["cluster.local/ns/shop/sa/client"] } }] }];
    const config = await configOf({
      objects: [service("web", "shop"), policy({ rules })],
      proxies: [server],
    });
    const { policies } = httpFilter(config, "virtualInbound", "envoy.filters.http.rbac").rules;
    assert.deepEqual(Object.keys(policies), ["ns[shop]-policy[web]-rule[0]"]);
    assert.match(JSON.stringify(policies), /spiffe:\/\/cluster\.local\/ns\/shop\/sa\/client/);
    assert.ok(networkFilter(config, "virtualInbound", "envoy.filters.network.rbac"));
  });

  it("has a RequestAuthentication as a filter", async () => {
    const jwt = object(
      "security.istio.io/v1",
      "RequestAuthentication",
      { name: "web", namespace: "shop" },
      {
        selector: { matchLabels: { app: "web" } },
        jwtRules: [{ issuer: "https://issuer", jwks: '{"keys":[]}', forwardOriginalToken: true }],
      },
    );
    const config = await configOf({ objects: [service("web", "shop"), jwt], proxies: [server] });
    const { providers } = httpFilter(config, "virtualInbound", "envoy.filters.http.jwt_authn");
    const [provider] = Object.values<{ issuer: string; forward: boolean }>(providers);
    assert.equal(provider?.issuer, "https://issuer");
    assert.equal(provider?.forward, true);
  });

  it("keeps to the Pods that a policy selects", async () => {
    const config = await configOf({
      objects: [service("web", "shop"), policy({ rules: [{}] })],
      proxies: [{ ...server, labels: { app: "other" } }],
    });
    assert.equal(httpFilter(config, "virtualInbound", "envoy.filters.http.rbac"), undefined);
  });

  it("takes an EnvoyFilter with Envoy's own types", async () => {
    const type =
      "type.googleapis.com/envoy.extensions.filters.http.local_ratelimit.v3.LocalRateLimit";
    const patch = {
      applyTo: "HTTP_FILTER",
      match: { context: "SIDECAR_INBOUND" },
      patch: {
        operation: "INSERT_FIRST",
        value: {
          name: "envoy.filters.http.local_ratelimit",
          typed_config: {
            "@type": type,
            stat_prefix: "limit",
            token_bucket: { max_tokens: 7, tokens_per_fill: 7, fill_interval: "60s" },
          },
        },
      },
    };
    const limit = object(
      "networking.istio.io/v1alpha3",
      "EnvoyFilter",
      { name: "limit", namespace: "shop" },
      { configPatches: [patch] },
    );
    const config = await configOf({ objects: [service("web", "shop"), limit], proxies: [server] });
    const found = httpFilter(config, "virtualInbound", "envoy.filters.http.local_ratelimit");
    assert.deepEqual(found.tokenBucket, { maxTokens: 7, tokensPerFill: 7, fillInterval: "60s" });
  });
});

describe("a question that cannot be answered", () => {
  const refused: [what: string, question: Question, error: RegExp][] = [
    [
      "an object that the API server refuses",
      { objects: [virtualService({ hosts: [host], htp: [] })], proxies: [client] },
      /VirtualService shop\/web: unknown fields \[spec\.htp\]/,
    ],
    [
      "an object that istiod's webhook refuses",
      { objects: [virtualService({ hosts: [host] })], proxies: [client] },
      /VirtualService shop\/web: http, tcp or tls must be provided/,
    ],
    [
      "a kind that Istio does not have",
      { objects: [{ ...subsets, kind: "DestinationRules" }], proxies: [client] },
      /no definition of networking\.istio\.io\/v1, Kind=DestinationRules/,
    ],
    [
      "the same object twice",
      { objects: [subsets, subsets], proxies: [client] },
      /DestinationRule shop\/web is there twice/,
    ],
    [
      "two proxies of one name",
      { objects: [], proxies: [client, client] },
      /two proxies are called "client"/,
    ],
    [
      "mesh configuration that is none",
      { objects: [], meshConfig: { accessLogFile: 1 }, proxies: [client] },
      /meshConfig: /,
    ],
    ["an object without kind", { objects: [{ ...subsets, kind: "" }], proxies: [client] }, /Kind/],
  ];
  for (const [what, question, error] of refused) {
    it(`${what} is an error, and the next question is answered`, async () => {
      await assert.rejects(translate(question), error);
      const config = await configOf({ objects: web, proxies: [client] });
      assert.deepEqual(request(config, { host })?.destinations, [{ host, port: 80, weight: 100 }]);
    });
  }

  it("answers questions at the same time, each for itself", async () => {
    const names = ["a", "b", "c"];
    const configs = await Promise.all(
      names.map((name) => configOf({ objects: [service(name, "shop")], proxies: [client] })),
    );
    names.forEach((name, i) => {
      const has = names.map((other) =>
        hasCluster(configs[i] as ProxyConfig, `${other}.shop.svc.cluster.local`, 80),
      );
      assert.deepEqual(
        has,
        names.map((other) => other === name),
        name,
      );
    });
  });
});
