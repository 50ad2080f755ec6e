import assert from "node:assert/strict";
import { ExternalService, type ExternalServiceArgs, Waypoint } from "../../components";
import { cluster, connection, hasCluster, request } from "../support/envoy";
import { namespace, objectsOf } from "../support/objects";
import { type Envoy, type ProxyConfig, translate } from "../support/translate";

const host = "api.example.com";
const http = { port: 80, protocol: "HTTP" } as const;

async function client(
  args: Partial<ExternalServiceArgs>,
  where = "shop",
  meshConfig?: Record<string, unknown>,
): Promise<ProxyConfig> {
  const objects = await objectsOf(() => {
    new ExternalService("api", { namespace: "shop", hosts: [host], ports: [http], ...args });
  });
  const proxies = [
    { name: "client", kind: "sidecar", namespace: where, labels: { app: "client" } },
  ] as const;
  const answer = await translate({ objects, proxies, ...(meshConfig && { meshConfig }) });
  return answer.client as ProxyConfig;
}

const tlsOf = (one: Envoy) => one.transportSocket?.typedConfig;
const endpointsOf = (one: Envoy): Envoy[] =>
  (one.loadAssignment?.endpoints ?? []).flatMap(({ lbEndpoints }: Envoy) => lbEndpoints);
const addressOf = ({ endpoint }: Envoy) => {
  const { address, portValue } = endpoint.address.socketAddress;
  return `${address}:${portValue}`;
};

describe("[ExternalService: translated] how it is found", function () {
  this.timeout(60_000);

  const ways = [
    ["DNS", "STRICT_DNS"],
    ["DNS_ROUND_ROBIN", "LOGICAL_DNS"],
  ] as const;
  for (const [resolution, type] of ways) {
    it(`${resolution} has the proxy look the host up`, async () => {
      const found = cluster(await client({ resolution }), host, 80);
      assert.equal(found.type, type);
      assert.deepEqual(endpointsOf(found).map(addressOf), [`${host}:80`]);
    });
  }

  it("DNS is what is done by default", async () => {
    assert.equal(cluster(await client({}), host, 80).type, "STRICT_DNS");
  });

  it("NONE goes to the address that was called", async () => {
    const found = cluster(
      await client({ resolution: "NONE", hosts: ["*.example.com"] }),
      "*.example.com",
      80,
    );
    assert.equal(found.type, "ORIGINAL_DST");
  });

  it("STATIC goes to the endpoints, by their weight and port", async () => {
    const config = await client({
      resolution: "STATIC",
      ports: [{ ...http, name: "web" }],
      endpoints: [
        { address: "192.0.2.1", weight: 3 },
        { address: "192.0.2.2", ports: { web: 8080 } },
      ],
    });
    const found = config.endpoints.find(
      ({ clusterName }) => clusterName === `outbound|80||${host}`,
    );
    const all: Envoy[] = found.endpoints.flatMap(({ lbEndpoints }: Envoy) => lbEndpoints);
    assert.deepEqual(
      all.map((one) => [addressOf(one), one.loadBalancingWeight]),
      [
        ["192.0.2.1:80", 3],
        ["192.0.2.2:8080", 1],
      ],
    );
  });

  it("endpoints have a locality and labels", async () => {
    const config = await client({
      endpoints: [{ address: "eu.example.com", locality: "eu/a", labels: { tier: "one" } }],
    });
    const [group] = cluster(config, host, 80).loadAssignment.endpoints;
    assert.deepEqual(group.locality, { region: "eu", zone: "a" });
    assert.deepEqual(group.lbEndpoints.map(addressOf), ["eu.example.com:80"]);
  });

  it("DYNAMIC_DNS looks up the host of each request", async () => {
    const config = await client({
      resolution: "DYNAMIC_DNS",
      hosts: ["*.example.com"],
    });
    const found = cluster(config, "*.example.com", 80);
    assert.match(JSON.stringify(found), /dynamic_forward_proxy/);
  });
});

describe("[ExternalService: translated] its ports", function () {
  this.timeout(60_000);

  it("HTTP is routed by its host, to another port if asked for", async () => {
    const config = await client({ ports: [{ ...http, targetPort: 8080 }] });
    assert.equal(request(config, { host })?.destinations[0]?.host, host);
    assert.deepEqual(endpointsOf(cluster(config, host, 80)).map(addressOf), [`${host}:8080`]);
  });

  for (const protocol of ["HTTPS", "TLS"] as const) {
    it(`${protocol} is routed by its server name and left as it is`, async () => {
      const config = await client({ ports: [{ port: 443, protocol }] });
      assert.equal(connection(config, { port: 443, sni: host })?.[0]?.host, host);
      assert.equal(tlsOf(cluster(config, host, 443)), undefined);
    });
  }

  it("TCP is routed by its virtual address", async () => {
    const config = await client({
      ports: [{ port: 5432, protocol: "TCP" }],
      addresses: ["192.0.2.9"],
    });
    const found = connection(config, { port: 5432, ip: "192.0.2.9" });
    assert.equal(found?.[0]?.host, host);
  });

  for (const protocol of ["HTTP2", "GRPC"] as const) {
    it(`${protocol} is spoken to the service as HTTP/2`, async () => {
      const found = cluster(await client({ ports: [{ port: 80, protocol }] }), host, 80);
      assert.match(JSON.stringify(found.typedExtensionProtocolOptions), /http2ProtocolOptions/);
    });
  }
});

describe("[ExternalService: translated] TLS that is added", function () {
  this.timeout(60_000);

  it("goes to port 443 and checks the server's certificate by the name that is called", async () => {
    const config = await client({ ports: [{ ...http, tls: { mode: "SIMPLE" } }] });
    assert.equal(request(config, { host })?.destinations[0]?.port, 80);
    const found = cluster(config, host, 80);
    assert.deepEqual(endpointsOf(found).map(addressOf), [`${host}:443`]);
    assert.ok(
      tlsOf(found).commonTlsContext.combinedValidationContext ?? tlsOf(found).commonTlsContext,
    );
    assert.equal(tlsOf(found).sni ?? host, host);
  });

  it("has the names and files that it is given", async () => {
    const tls = {
      mode: "MUTUAL",
      clientCertificate: "/c.pem",
      privateKey: "/k.pem",
      caCertificates: "/ca.pem",
      sni: "tls.example.com",
    } as const;
    const config = await client({
      ports: [{ ...http, tls }],
      subjectAltNames: ["san.example.com"],
    });
    const text = JSON.stringify(tlsOf(cluster(config, host, 80)));
    for (const part of ["/c.pem", "/k.pem", "/ca.pem", "tls.example.com", "san.example.com"]) {
      assert.ok(text.includes(part), part);
    }
  });

  it("keeps the policy of the service at its port", async () => {
    const config = await client({
      ports: [
        { ...http, tls: { mode: "SIMPLE" } },
        { port: 81, protocol: "HTTP" },
      ],
      trafficPolicy: { connectionPool: { tcp: { maxConnections: 7 } } },
    });
    for (const port of [80, 81]) {
      const { circuitBreakers } = cluster(config, host, port);
      assert.equal(circuitBreakers.thresholds[0].maxConnections, 7, `port ${port}`);
    }
    assert.equal(tlsOf(cluster(config, host, 81)), undefined);
  });
});

describe("[ExternalService: translated] who reaches it", function () {
  this.timeout(60_000);

  it("is every namespace, and each of its hosts", async () => {
    const hosts = [host, "www.example.com"];
    const config = await client({ hosts, ports: [{ ...http, tls: { mode: "SIMPLE" } }] }, "other");
    for (const one of hosts) {
      assert.ok(tlsOf(cluster(config, one, 80)), one);
    }
  });

  it("is its own namespace when it is exported there only", async () => {
    assert.equal(hasCluster(await client({ exportTo: ["."] }), host, 80), true);
    assert.equal(hasCluster(await client({ exportTo: ["."] }, "other"), host, 80), false);
  });

  it("is mutual TLS of the mesh for what is inside, and not for what is outside", async () => {
    const endpoints = [{ address: "192.0.2.1", labels: { "security.istio.io/tlsMode": "istio" } }];
    const at = async (location: "MESH_INTERNAL" | "MESH_EXTERNAL") =>
      JSON.stringify(
        cluster(await client({ resolution: "STATIC", endpoints, location }), host, 80),
      );
    assert.match(await at("MESH_INTERNAL"), /tlsMode-istio/);
    assert.doesNotMatch(await at("MESH_EXTERNAL"), /tlsMode-istio/);
  });
});

describe("[ExternalService: translated] a waypoint", function () {
  this.timeout(60_000);

  const asked = async (names: Partial<ExternalServiceArgs>, of: string) => {
    const made = await objectsOf(() => {
      new Waypoint("egress", { namespace: of, name: "egress", allowedNamespaces: "All" });
      new ExternalService("api", {
        namespace: "shop",
        hosts: [host],
        ports: [{ ...http, tls: { mode: "SIMPLE" } }],
        ...names,
      });
    });
    const objects = [
      namespace("shop", { "istio.io/dataplane-mode": "ambient" }),
      ...(of === "shop" ? [] : [namespace(of)]),
      ...made.filter(({ kind }) => !/^Namespace/.test(kind)),
    ];
    const proxies = [{ name: "egress", kind: "waypoint", namespace: of }] as const;
    return (await translate({ objects, proxies })).egress as ProxyConfig;
  };

  it("takes the requests, and adds the TLS", async () => {
    const config = await asked({ waypoint: "egress" }, "shop");
    assert.equal(request(config, { host })?.destinations[0]?.host, host);
    const found = config.clusters.find(({ name }) => name.startsWith("inbound-vip|80|http|"));
    assert.match(JSON.stringify(found), /UpstreamTlsContext/);
  });

  it("may be in another namespace", async () => {
    const config = await asked({ waypoint: "egress", waypointNamespace: "infra" }, "infra");
    assert.equal(request(config, { host })?.destinations[0]?.host, host);
  });
});
