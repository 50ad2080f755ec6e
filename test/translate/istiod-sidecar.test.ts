import assert from "node:assert/strict";
import {
  addresses,
  cluster,
  connection,
  destinationsByVersion,
  hasCluster,
  listener,
  request,
} from "../support/envoy";
import {
  byService,
  client,
  configOf,
  host,
  object,
  share80to20,
  subsets,
  versions,
  virtualService,
  web,
  weighted,
} from "../support/hand-written";
import { namespace, node, pod, service } from "../support/objects";
import type { Envoy, ProxyConfig } from "../support/translate";

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
