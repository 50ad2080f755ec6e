import assert from "node:assert/strict";
import type { MeshObject } from "../../analysis/objects/mesh-object";
import { EgressRoute, type EgressRouteArgs } from "../../components";
import { cluster, connection, filterChain, listener, request } from "../support/envoy";
import { objectsOf, pod, service } from "../support/objects";
import { type Envoy, type ProxyConfig, translate } from "../support/translate";

const host = "api.example.com";
const selector = { istio: "egressgateway" };
const gatewayHost = "istio-egressgateway.egress.svc.cluster.local";
const mesh = {
  namespace: "egress",
  gatewayService: "istio-egressgateway",
  selector,
  host,
};

/** The gateway's Service as its chart makes it, and a client in another namespace. */
const objects: MeshObject[] = [
  {
    ...service("istio-egressgateway", "egress", { selector }),
    spec: {
      selector,
      ports: [
        { name: "http2", port: 80, targetPort: 80, protocol: "TCP" },
        { name: "https", port: 443, targetPort: 443, protocol: "TCP" },
        { name: "more", port: 8444, targetPort: 8444, protocol: "TCP" },
      ],
    },
  },
  pod("egress-1", "egress", "10.9.0.1", selector),
];

async function proxies(...routes: Partial<EgressRouteArgs>[]) {
  const made = await objectsOf(() => {
    routes.forEach((args, i) => {
      new EgressRoute(`api-${i}`, { ...mesh, ...args });
    });
  });
  const answer = await translate({
    objects: [...objects, ...made],
    proxies: [
      { name: "client", kind: "sidecar", namespace: "shop", labels: { app: "client" } },
      { name: "egress-1", kind: "gateway", namespace: "egress", labels: selector },
    ],
  });
  return { client: answer.client as ProxyConfig, gateway: answer["egress-1"] as ProxyConfig };
}

const tlsOf = (one: Envoy) => one.transportSocket?.typedConfig;
/** TLS of a cluster, also where it is one of several that the endpoint decides on. */
const sniOf = (one: Envoy) =>
  tlsOf(one)?.sni ?? one.transportSocketMatches?.[0]?.transportSocket.typedConfig.sni;
const to = (where: string, port: number, subset?: string) => ({
  host: where,
  port,
  ...(subset && { subset }),
  weight: 100,
});

describe("[EgressRoute: translated] HTTP that the gateway encrypts", function () {
  this.timeout(60_000);

  let client: ProxyConfig;
  let gateway: ProxyConfig;
  before(async () => {
    ({ client, gateway } = await proxies({ tls: { mode: "SIMPLE", sni: "tls.example.com" } }));
  });

  it("goes from a sidecar to the gateway, whatever the namespace", () => {
    assert.deepEqual(request(client, { host })?.destinations, [to(gatewayHost, 443, "api-0")]);
  });

  it("enters the gateway under the mesh's TLS and by the name of the host", () => {
    const way = cluster(client, gatewayHost, 443, "api-0");
    assert.equal(sniOf(way), host);
    const names = JSON.stringify(way.transportSocket ?? way.transportSocketMatches);
    assert.match(names, /"name":"default"/, "the certificate of the workload");
    const chain = filterChain(listener(gateway, 443), { sni: host });
    assert.equal(tlsOf(chain).requireClientCertificate, true);
  });

  it("leaves the gateway for the host, under TLS that checks it", () => {
    const answer = request(gateway, { host, port: 443, sni: host });
    assert.deepEqual(answer?.destinations, [to(host, 80)]);
    const out = cluster(gateway, host, 80);
    assert.equal(out.type, "STRICT_DNS");
    const [{ lbEndpoints }] = out.loadAssignment.endpoints;
    assert.equal(lbEndpoints[0].endpoint.address.socketAddress.portValue, 443);
    assert.equal(tlsOf(out).sni, "tls.example.com");
  });

  it("is plain text at a sidecar that would call the host by itself", () => {
    assert.equal(tlsOf(cluster(client, host, 80)), undefined);
  });
});

describe("[EgressRoute: translated] HTTP that goes out as it came in", function () {
  this.timeout(60_000);

  it("is plain text behind the gateway", async () => {
    const { gateway } = await proxies({});
    assert.equal(tlsOf(cluster(gateway, host, 80)), undefined);
    assert.deepEqual(request(gateway, { host, port: 443, sni: host })?.destinations, [
      to(host, 80),
    ]);
  });
});

describe("[EgressRoute: translated] TLS that is passed on", function () {
  this.timeout(60_000);

  it("goes by its server name to the gateway, and from there to the host", async () => {
    const { client, gateway } = await proxies({ protocol: "TLS" });
    assert.deepEqual(connection(client, { port: 443, sni: host }), [to(gatewayHost, 443, "api-0")]);
    assert.equal(tlsOf(cluster(client, gatewayHost, 443, "api-0")), undefined);
    assert.deepEqual(connection(gateway, { port: 443, sni: host }), [to(host, 443)]);
    assert.equal(connection(gateway, { port: 443, sni: "other.example.com" }), undefined);
  });
});

describe("[EgressRoute: translated] the arguments", function () {
  this.timeout(60_000);

  it("choose the ports on all of the way", async () => {
    const { client, gateway } = await proxies({ port: 8080, targetPort: 8443, gatewayPort: 8444 });
    assert.deepEqual(request(client, { host, port: 8080 })?.destinations, [
      to(gatewayHost, 8444, "api-0"),
    ]);
    const answer = request(gateway, { host, port: 8444, sni: host });
    assert.deepEqual(answer?.destinations, [to(host, 8080)]);
    const [{ lbEndpoints }] = cluster(gateway, host, 8080).loadAssignment.endpoints;
    assert.equal(lbEndpoints[0].endpoint.address.socketAddress.portValue, 8443);
  });

  it("name the way, so that hosts of both sorts share a gateway's port", async () => {
    const { client, gateway } = await proxies(
      { name: "plain" },
      { host: "tls.example.com", protocol: "TLS" },
      { host: "www.example.com", tls: { mode: "SIMPLE" } },
    );
    assert.deepEqual(request(client, { host })?.destinations, [to(gatewayHost, 443, "plain")]);
    assert.deepEqual(connection(client, { port: 443, sni: "tls.example.com" }), [
      to(gatewayHost, 443, "api-1"),
    ]);
    assert.deepEqual(connection(gateway, { port: 443, sni: "tls.example.com" }), [
      to("tls.example.com", 443),
    ]);
    const www = { host: "www.example.com", port: 443, sni: "www.example.com" };
    assert.deepEqual(request(gateway, www)?.destinations, [to("www.example.com", 80)]);
    assert.equal(sniOf(cluster(client, gatewayHost, 443, "plain")), host);
    assert.equal(sniOf(cluster(client, gatewayHost, 443, "api-2")), "www.example.com");
  });

  it("bring certificates from a Secret to the gateway", async () => {
    const { gateway } = await proxies({ tls: { mode: "MUTUAL", credentialName: "client" } });
    assert.ok(gateway.secrets.includes("kubernetes://client"), gateway.secrets.join());
  });
});
