import assert from "node:assert/strict";
import {
  EgressRoute,
  type EgressRouteArgs,
  ExternalService,
  type ExternalServiceArgs,
  Httpbin,
  TrafficPolicy,
  Waypoint,
} from "../../components";
import { record } from "../support/record";

const tcp = { port: 5432, protocol: "TCP" } as const;
const http = { port: 80, protocol: "HTTP" } as const;

const service = (name: string, args: Partial<ExternalServiceArgs> = {}) =>
  new ExternalService(name, {
    namespace: "shop",
    hosts: [`${name}.example.com`],
    ports: [http],
    ...args,
  });

const route = (name: string, args: Partial<EgressRouteArgs> = {}) =>
  new EgressRoute(name, {
    namespace: "egress",
    gatewayService: "istio-egressgateway",
    selector: { istio: "egressgateway" },
    host: "api.example.com",
    ...args,
  });

/** Warnings, or what a component was refused with. */
async function outcome(program: () => void): Promise<string> {
  let refusal = "";
  const { warnings } = await record(() => {
    try {
      program();
    } catch (error) {
      refusal = (error as Error).message;
    }
  });
  return refusal || warnings.join("\n");
}

describe("a host through an egress gateway", () => {
  const plain = () => route("plain", { tls: { mode: "SIMPLE" } });

  it("has one way at one port of the gateway", async () => {
    assert.match(
      await outcome(() => [plain(), route("tls", { protocol: "TLS" })]),
      /EgressRoute "tls": 1 argument cannot work\n {2}gatewayPort: host at the gateway istio-egressgateway\.egress\.svc\.cluster\.local:443\/api\.example\.com belongs to EgressRoute "plain" already; give this one another gatewayPort/,
    );
    assert.match(
      await outcome(() => [plain(), route("other", { port: 8080 })]),
      /gatewayPort: host at the gateway/,
    );
  });

  it("may be both HTTP and TLS at two ports", async () => {
    assert.equal(
      await outcome(() => [plain(), route("tls", { protocol: "TLS", gatewayPort: 8443 })]),
      "",
    );
  });

  it("may share the port with other hosts", async () => {
    assert.equal(await outcome(() => [plain(), route("www", { host: "www.example.com" })]), "");
  });

  const policy = (namespace: string) =>
    new TrafficPolicy("api", {
      service: "api.example.com",
      namespace,
      connectionPool: { tcp: { maxConnections: 3 } },
    });

  it("has one rule in the namespace of the gateway", async () => {
    const refused =
      /traffic policy of host api\.example\.com\/egress belongs to (\w+ "\w+") already; (.*)/;
    const [, first, way] = refused.exec(await outcome(() => [policy("egress"), plain()])) ?? [];
    assert.equal(first, 'TrafficPolicy "api"');
    assert.match(way ?? "", /the gateway follows one rule for a host/);
    assert.match(
      await outcome(() => [plain(), policy("egress")]),
      /TrafficPolicy "api": .*belongs to EgressRoute "plain" already/s,
    );
    assert.match(
      await outcome(() => [
        plain(),
        route("other", { port: 8080, gatewayPort: 8443, tls: { mode: "SIMPLE" } }),
      ]),
      /EgressRoute "other": .*tls: traffic policy of host/s,
    );
    assert.equal(await outcome(() => [route("plain"), policy("egress")]), "");
  });

  it("takes no notice of rules for who calls it by itself", async () => {
    assert.match(
      await outcome(() => [policy("shop"), plain()]),
      /TrafficPolicy "api": service: api\.example\.com is called through the gateway of EgressRoute "plain"/,
    );
    const direct = () =>
      service("api", { ports: [{ port: 81, protocol: "HTTP" }], exportTo: ["."] });
    assert.equal(await outcome(() => [direct(), plain(), policy("shop")]), "");
  });

  it("is declared by its route alone", async () => {
    assert.match(
      await outcome(() => [service("api"), plain()]),
      /EgressRoute "plain": .*host: external host api\.example\.com:80\/all namespaces belongs to ExternalService "api" already; an EgressRoute declares its host itself/s,
    );
  });
});

describe("an external service", () => {
  it("has each port of a host once for whoever sees it", async () => {
    const twice = (args: Partial<ExternalServiceArgs>) =>
      outcome(() => [
        service("pay", { exportTo: ["."] }),
        service("two", { hosts: ["pay.example.com"], exportTo: ["."], ...args }),
      ]);
    assert.match(
      await twice({}),
      /ExternalService "two": .*hosts\[0\]: external host pay\.example\.com:80\/shop belongs to ExternalService "pay" already; write all ports/s,
    );
    assert.equal(await twice({ ports: [{ port: 81, protocol: "HTTP" }] }), "");
    assert.equal(await twice({ namespace: "bank" }), "");
  });

  it("is not told by its port from another one without addresses", async () => {
    const two = (args: Partial<ExternalServiceArgs>) =>
      outcome(() => [
        new Waypoint("egress", { namespace: "shop", name: "egress" }),
        service("a", { ports: [tcp], ...args }),
        service("b", { ports: [tcp], ...args }),
      ]);
    assert.match(
      await two({}),
      /ExternalService "b": .*ports\[0\]\.port: TCP without `addresses` at port 5432\/all namespaces belongs to ExternalService "a" already; its clients would get all connections/s,
    );
    assert.equal(await two({ addresses: ["192.0.2.1"] }), "");
    assert.equal(await two({ waypoint: "egress" }), "");
    assert.equal(await two({ ports: [http] }), "");
  });

  it("has one policy in its namespace", async () => {
    const policy = { connectionPool: { tcp: { maxConnections: 3 } } };
    assert.match(
      await outcome(() => [
        service("pay", { trafficPolicy: policy }),
        service("two", { hosts: ["pay.example.com"], ports: [tcp], trafficPolicy: policy }),
      ]),
      /trafficPolicy: traffic policy of host pay\.example\.com\/shop belongs to ExternalService "pay" already/,
    );
  });

  it("is no Service of the program, nor called like one", async () => {
    const web = () =>
      service("vm", { hosts: ["web.shop.svc.cluster.local"], location: "MESH_INTERNAL" });
    assert.equal(await outcome(() => web()), "");
    const refused = /hosts\[0\]:? is a Service of the program, which proxies know already/;
    assert.match(await outcome(() => [new Httpbin("web", { namespace: "shop" }), web()]), refused);
    assert.match(await outcome(() => [web(), new Httpbin("web", { namespace: "shop" })]), refused);
    assert.match(
      await outcome(() => service("vm", { hosts: ["web.shop.svc.cluster.local"] })),
      /hosts\[0\]: "web\.shop\.svc\.cluster\.local" is the name of a Service of the cluster/,
    );
  });

  it("whose only endpoint can never be left out is refused", async () => {
    const fixed = (count: number, maxEjectionPercent?: number) =>
      outcome(() =>
        service("pay", {
          resolution: "STATIC",
          endpoints: [...Array(count).keys()].map((i) => ({ address: `192.0.2.${i + 1}` })),
          trafficPolicy: {
            outlierDetection: { ...(maxEjectionPercent !== undefined && { maxEjectionPercent }) },
          },
        }),
      );
    assert.match(
      await fixed(1),
      /trafficPolicy\.outlierDetection\.maxEjectionPercent: maxEjectionPercent 50 leaves an endpoint out only from 2 endpoints \(Pods\) on, and the service has 1; leave it out, or write maxEjectionPercent 100/,
    );
    assert.equal(await fixed(1, 100), "");
    assert.equal(await fixed(2), "");
    assert.match(await fixed(3, 33), /and the service has 3; write at least 34/);
  });

  it("that adds TLS is warned where clients will call https", async () => {
    const tls = { mode: "SIMPLE" } as const;
    assert.match(
      await outcome(() => service("pay", { ports: [{ port: 443, protocol: "HTTP", tls }] })),
      /ExternalService "pay": ports\[0\]\.port: 443 is for clients that call http:\/\/<host>:443/,
    );
    assert.equal(await outcome(() => service("pay", { ports: [{ ...http, tls }] })), "");
  });
});
