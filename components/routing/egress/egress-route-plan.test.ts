import assert from "node:assert/strict";
import type { EgressRouteArgs } from "./egress-route-args";
import { egressRoutePlan } from "./egress-route-plan";

const gateway = {
  namespace: "egress",
  gatewayService: "istio-egressgateway",
  selector: { istio: "egressgateway" },
};
const plan = (args: Partial<EgressRouteArgs> = {}) =>
  egressRoutePlan("api", { ...gateway, host: "api.example.com", ...args });

const gatewayHost = "istio-egressgateway.egress.svc.cluster.local";

describe("the plan of an egress route for HTTP", () => {
  const { entry, gateway, toGateway, toHost, route } = plan({ tls: { mode: "SIMPLE" } });

  it("is called at port 80 and goes out at port 443", () => {
    assert.deepEqual(entry.spec, {
      hosts: ["api.example.com"],
      location: "MESH_EXTERNAL",
      resolution: "DNS",
      ports: [{ name: "http", number: 80, protocol: "HTTP", targetPort: 443 }],
    });
  });

  it("enters the gateway under the mesh's TLS, by its own name", () => {
    assert.deepEqual(gateway.spec, {
      selector: { istio: "egressgateway" },
      servers: [
        {
          hosts: ["api.example.com"],
          port: { number: 443, name: "https", protocol: "HTTPS" },
          tls: { mode: "ISTIO_MUTUAL" },
        },
      ],
    });
    assert.deepEqual(toGateway.spec, {
      host: gatewayHost,
      subsets: [
        {
          name: "api",
          trafficPolicy: { tls: { mode: "ISTIO_MUTUAL", sni: "api.example.com" } },
        },
      ],
    });
  });

  it("leaves the gateway under the TLS that was asked for, and no other proxy adds it", () => {
    assert.equal(toHost?.name, "api-out");
    assert.deepEqual(toHost?.spec, {
      host: "api.example.com",
      trafficPolicy: { portLevelSettings: [{ port: { number: 80 }, tls: { mode: "SIMPLE" } }] },
      exportTo: ["."],
    });
  });

  it("goes from every sidecar to the gateway, and from the gateway to the host", () => {
    assert.deepEqual(route.spec, {
      hosts: ["api.example.com"],
      gateways: ["mesh", "egress/api"],
      http: [
        {
          match: [{ gateways: ["mesh"], port: 80 }],
          route: [{ destination: { host: gatewayHost, subset: "api", port: { number: 443 } } }],
        },
        {
          match: [{ gateways: ["egress/api"], port: 443 }],
          route: [{ destination: { host: "api.example.com", port: { number: 80 } } }],
        },
      ],
    });
  });

  it("is all in the gateway's namespace", () => {
    const objects = [entry, gateway, toGateway, toHost, route];
    assert.deepEqual(new Set(objects.map((one) => one?.namespace)), new Set(["egress"]));
  });

  it("goes out as it came in when no TLS is asked for", () => {
    const plain = plan();
    assert.equal(plain.toHost, undefined);
    assert.equal(plain.entry.spec.ports?.[0]?.targetPort, undefined);
  });
});

describe("the plan of an egress route for TLS", () => {
  const { entry, gateway, toGateway, toHost, route } = plan({ protocol: "TLS" });

  it("passes the client's own TLS on by its server name", () => {
    assert.deepEqual(entry.spec.ports, [{ name: "tls", number: 443, protocol: "TLS" }]);
    assert.deepEqual(gateway.spec.servers?.[0]?.tls, { mode: "PASSTHROUGH" });
    assert.deepEqual(toGateway.spec.subsets, [{ name: "api" }]);
    assert.equal(toHost, undefined);
    const sniHosts = ["api.example.com"];
    assert.deepEqual(route.spec.tls, [
      {
        match: [{ gateways: ["mesh"], port: 443, sniHosts }],
        route: [{ destination: { host: gatewayHost, subset: "api", port: { number: 443 } } }],
      },
      {
        match: [{ gateways: ["egress/api"], port: 443, sniHosts }],
        route: [{ destination: { host: "api.example.com", port: { number: 443 } } }],
      },
    ]);
  });
});

describe("the plan of an egress route", () => {
  it("takes other ports, names and domains", () => {
    const { entry, gateway, route } = plan({
      port: 8080,
      targetPort: 8443,
      gatewayPort: 8444,
      name: "out",
      clusterDomain: "mesh.local",
      labels: { team: "a" },
    });
    assert.deepEqual(entry.spec.ports?.[0], {
      name: "http",
      number: 8080,
      protocol: "HTTP",
      targetPort: 8443,
    });
    assert.equal(gateway.spec.servers?.[0]?.port?.number, 8444);
    assert.deepEqual(gateway.labels, { team: "a" });
    assert.deepEqual(route.spec.http?.[0]?.route?.[0]?.destination, {
      host: "istio-egressgateway.egress.svc.mesh.local",
      subset: "out",
      port: { number: 8444 },
    });
  });
});

describe("an EgressRoute refuses", () => {
  const refused: [string, Partial<EgressRouteArgs>, RegExp][] = [
    [
      "a wildcard",
      { host: "*.example.com" },
      /host: "\*\.example\.com" is a wildcard.*DYNAMIC_DNS/,
    ],
    ["a short host", { host: "api" }, /host: "api" is no full host name/],
    ["a host that is none", { host: "Api.example.com" }, /host: "Api\.example\.com" is not a host/],
    [
      "an unknown protocol",
      { protocol: "TCP" as "TLS" },
      /protocol: "TCP" is unknown; allowed: HTTP, TLS/,
    ],
    [
      "TLS over TLS",
      { protocol: "TLS", tls: { mode: "SIMPLE" } },
      /tls: would encrypt again what the client encrypts; allowed with protocol "HTTP"/,
    ],
    [
      "the mesh's TLS outside the mesh",
      { tls: { mode: "ISTIO_MUTUAL" } },
      /tls\.mode: "ISTIO_MUTUAL" does not fit a host outside the mesh; allowed: SIMPLE, MUTUAL/,
    ],
    ["certificates that are missing", { tls: { mode: "MUTUAL" } }, /tls\.privateKey: mode MUTUAL/],
    ["a port that is none", { port: 0 }, /port: 0 is not a whole number between 1 and 65535/],
    ["a target that is none", { targetPort: 70000 }, /targetPort: 70000/],
    ["a gateway's port that is none", { gatewayPort: -1 }, /gatewayPort: -1/],
    ["no labels of a gateway", { selector: {} }, /selector: is empty, which no gateway has/],
    [
      "a Service that is none",
      { gatewayService: "a.b" },
      /gatewayService: "a\.b" is not a DNS label/,
    ],
    ["a name that no subset can have", { name: "a.b" }, /name: "a\.b" is not a DNS label/],
    ["a namespace that is none", { namespace: "A" }, /namespace: "A" is not a DNS label/],
    ["a domain that is none", { clusterDomain: "a_b" }, /clusterDomain: "a_b"/],
  ];
  for (const [what, args, message] of refused) {
    it(what, () => {
      assert.throws(() => plan(args), message);
    });
  }
});
