import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { failureOf, settled } from "../../../test/support/record";
import type { AppGatewayArgs } from "./app-gateway-args";
import { appGatewayPlan } from "./app-gateway-plan";
import { gatewayApiGateway, tcpRoutes, tlsRoutes } from "./edge-gateway-api";
import { httpRoutes } from "./edge-http-routes";
import { virtualServices } from "./edge-istio";
import type { GatewayServer } from "./gateway-server-args";

const spec = (args: Partial<AppGatewayArgs>) =>
  appGatewayPlan("shop", { namespace: "shop", ...args }).spec;
const host = (service: string) => `${service}.shop.svc.cluster.local`;
const specs = <T>(planned: { suffix: string; object: { spec: T } }[]) =>
  planned.map(({ suffix, object }) => [suffix, object.spec]);
const hosts = ["a.example.com", "b.example.com", "*.example.org"];
const bound: Partial<AppGatewayArgs> = {
  hosts,
  routes: [
    { hosts: ["a.example.com"], service: "a", port: 80, exact: ["/a"] },
    { service: "rest", port: 80 },
  ],
};
const passthrough: GatewayServer = {
  port: 443,
  protocol: "TLS",
  hosts: ["*.example.com"],
  tls: { mode: "PASSTHROUGH" },
};
const sni: Partial<AppGatewayArgs> = {
  servers: [passthrough],
  tlsRoutes: [
    { sniHosts: ["one.example.com"], service: "one", port: 8443 },
    {
      sniHosts: ["*.example.com"],
      service: "rest",
      port: 8443,
      versions: [
        { name: "v1", weight: 90 },
        { name: "v2", weight: 10 },
      ],
    },
  ],
};
const tcp: Partial<AppGatewayArgs> = {
  servers: [
    { port: 31400, protocol: "TCP" },
    { port: 15443, protocol: "TLS", hosts: ["db.example.com"], tls: { credentialName: "db" } },
  ],
  tcpRoutes: [
    { server: "tcp", service: "echo", port: 2701 },
    { server: "tls", service: "db", port: 5432 },
  ],
};
const gatewayApi = (args: Partial<AppGatewayArgs>) => spec({ dialect: "gateway-api", ...args });

describe("routes in Istio's dialect", () => {
  it("for some hosts are in an object of their own, with those for all hosts behind them", () => {
    assert.deepEqual(
      virtualServices(spec(bound)).map(({ suffix, object }) => [
        suffix,
        object.name,
        object.spec.hosts,
        object.spec.http?.map(({ route }) => route?.[0]?.destination.host),
      ]),
      [
        ["", "shop", ["b.example.com", "*.example.org"], [host("rest")]],
        ["-a.example.com", "shop-a.example.com", ["a.example.com"], [host("a"), host("rest")]],
      ],
    );
  });

  it("for a host inside of a wildcard leave the wildcard its own", () => {
    const [all, one] = virtualServices(
      spec({
        hosts: ["*.example.com"],
        routes: [
          { hosts: ["a.example.com"], service: "a", port: 80 },
          { service: "rest", port: 80 },
        ],
      }),
    );
    assert.deepEqual(all?.object.spec.hosts, ["*.example.com"]);
    assert.deepEqual(one?.object.spec.hosts, ["a.example.com"]);
    // The second would never be reached.
    assert.deepEqual(
      one?.object.spec.http?.map(({ route }) => route?.[0]?.destination.host),
      [host("a")],
    );
  });

  it("keep a host that is not known yet with the routes for all", async () => {
    const later = pulumi.output("later.example.com");
    const [all] = virtualServices(spec({ ...bound, hosts: [...hosts, later] }));
    assert.deepEqual(await settled(pulumi.output(all?.object.spec.hosts)), [
      "b.example.com",
      "*.example.org",
      "later.example.com",
    ]);
  });

  it("pass TLS on by server name", () => {
    assert.deepEqual(specs(virtualServices(spec(sni))), [
      [
        "-tls",
        {
          hosts: ["*.example.com"],
          gateways: ["shop"],
          tls: [
            {
              match: [{ sniHosts: ["one.example.com"] }],
              route: [{ destination: { host: host("one"), port: { number: 8443 } } }],
            },
            {
              match: [{ sniHosts: ["*.example.com"] }],
              route: [
                {
                  destination: { host: host("rest"), port: { number: 8443 }, subset: "v1" },
                  weight: 90,
                },
                {
                  destination: { host: host("rest"), port: { number: 8443 }, subset: "v2" },
                  weight: 10,
                },
              ],
            },
          ],
        },
      ],
    ]);
  });

  it("pass connections on by port, also those that TLS ends for", () => {
    assert.deepEqual(specs(virtualServices(spec(tcp))), [
      [
        "-tcp",
        {
          hosts: ["*"],
          gateways: ["shop"],
          tcp: [
            {
              match: [{ port: 31400 }],
              route: [{ destination: { host: host("echo"), port: { number: 2701 } } }],
            },
            {
              match: [{ port: 15443 }],
              route: [{ destination: { host: host("db"), port: { number: 5432 } } }],
            },
          ],
        },
      ],
    ]);
  });
});

describe("routes in the Gateway API's dialect", () => {
  it("have a listener for each host, and settings of the gateway that istiod makes", () => {
    const gateway = gatewayApiGateway(
      gatewayApi({
        servers: [
          { port: 80, protocol: "HTTP", hosts: ["a.example.com"], redirectToHttps: true },
          {
            port: 443,
            protocol: "HTTPS",
            hosts: ["a.example.com", "b.example.com"],
            tls: {
              mode: "MUTUAL",
              credentialName: "shop",
              cipherSuites: ["AES128-SHA", "AES256-SHA"],
            },
          },
        ],
        routes: [{ service: "web", port: 80 }],
        infrastructure: { serviceType: "ClusterIP", labels: { team: "mesh" } },
      }),
    );
    const tls = {
      mode: "Terminate",
      certificateRefs: [{ name: "shop" }],
      options: {
        "gateway.istio.io/tls-terminate-mode": "MUTUAL",
        "gateway.istio.io/tls-cipher-suites": "AES128-SHA,AES256-SHA",
      },
    };
    assert.deepEqual(gateway.spec, {
      gatewayClassName: "istio",
      infrastructure: {
        annotations: { "networking.istio.io/service-type": "ClusterIP" },
        labels: { team: "mesh" },
        parametersRef: { group: "", kind: "ConfigMap", name: "shop-parameters" },
      },
      listeners: [
        { name: "http", port: 80, protocol: "HTTP", hostname: "a.example.com" },
        {
          name: "https-a-example-com",
          port: 443,
          protocol: "HTTPS",
          hostname: "a.example.com",
          tls,
        },
        {
          name: "https-b-example-com",
          port: 443,
          protocol: "HTTPS",
          hostname: "b.example.com",
          tls,
        },
      ],
    });
  });

  it("leave the listener that redirects to a route of its own", () => {
    const redirecting = gatewayApi({
      servers: [
        { port: 80, protocol: "HTTP", redirectToHttps: true },
        { port: 443, protocol: "HTTPS", tls: { credentialName: "shop" } },
      ],
      routes: [{ service: "web", port: 80 }],
    });
    assert.deepEqual(specs(httpRoutes(redirecting)), [
      [
        "",
        {
          parentRefs: [{ name: "shop", port: 443 }],
          rules: [{ backendRefs: [{ name: "web", port: 80 }] }],
        },
      ],
      [
        "-redirect",
        {
          parentRefs: [{ name: "shop", port: 80 }],
          rules: [
            {
              filters: [
                {
                  type: "RequestRedirect",
                  requestRedirect: { scheme: "https", statusCode: 301 },
                },
              ],
            },
          ],
        },
      ],
    ]);
  });

  it("for some hosts are in an object of their own, at the listeners of these hosts", () => {
    assert.deepEqual(
      httpRoutes(gatewayApi(bound)).map(({ suffix, object }) => [
        suffix,
        object.spec.parentRefs,
        object.spec.hostnames,
        object.spec.rules?.map(({ backendRefs }) => backendRefs?.[0]?.name),
      ]),
      [
        ["", [{ name: "shop" }], ["b.example.com", "*.example.org"], ["rest"]],
        ["-a.example.com", [{ name: "shop" }], ["a.example.com"], ["a", "rest"]],
      ],
    );
  });

  it("name listeners, after their hosts, where those of one port differ", () => {
    const mixed = gatewayApi({
      servers: [
        { port: 80, protocol: "HTTP", hosts: ["a.example.com"], redirectToHttps: true },
        { port: 80, protocol: "HTTP", hosts: ["b.example.com", "c.example.com"] },
        {
          port: 443,
          protocol: "HTTPS",
          hosts: ["a.example.com"],
          tls: { credentialName: "shop" },
        },
      ],
      routes: [{ service: "web", port: 80 }],
    });
    assert.deepEqual(
      gatewayApiGateway(mixed).spec.listeners.map(({ name }) => name),
      ["http-a-example-com", "http-2-b-example-com", "http-2-c-example-com", "https-a-example-com"],
    );
    assert.deepEqual(
      httpRoutes(mixed).map(({ object }) => object.spec.parentRefs),
      [
        [
          { name: "shop", sectionName: "http-2-b-example-com" },
          { name: "shop", sectionName: "http-2-c-example-com" },
          { name: "shop", sectionName: "https-a-example-com" },
        ],
        [{ name: "shop", sectionName: "http-a-example-com" }],
      ],
    );
  });

  it("pass TLS on by server name, an object for each rule", () => {
    assert.deepEqual(specs(tlsRoutes(gatewayApi(sni))), [
      [
        "-tls-one.example.com",
        {
          parentRefs: [{ name: "shop", port: 443 }],
          hostnames: ["one.example.com"],
          rules: [{ backendRefs: [{ name: "one", port: 8443 }] }],
        },
      ],
      [
        "-tls-any.example.com",
        {
          parentRefs: [{ name: "shop", port: 443 }],
          hostnames: ["*.example.com"],
          rules: [
            {
              backendRefs: [
                { name: "rest-v1", port: 8443, weight: 90 },
                { name: "rest-v2", port: 8443, weight: 10 },
              ],
            },
          ],
        },
      ],
    ]);
    assert.deepEqual(gatewayApiGateway(gatewayApi(sni)).spec.listeners[0]?.tls, {
      mode: "Passthrough",
    });
  });

  it("pass connections on, an object for each server", () => {
    assert.deepEqual(specs(tcpRoutes(gatewayApi(tcp))), [
      [
        "-tcp-tcp",
        {
          parentRefs: [{ name: "shop", port: 31400 }],
          rules: [{ backendRefs: [{ name: "echo", port: 2701 }] }],
        },
      ],
      [
        "-tcp-tls",
        {
          parentRefs: [{ name: "shop", port: 15443 }],
          rules: [{ backendRefs: [{ name: "db", port: 5432 }] }],
        },
      ],
    ]);
  });
});

describe("a service in the Gateway API's dialect", () => {
  const routes = (service: pulumi.Input<string>) => [{ service, port: 80 }];

  it("may be a full name, which stands for a host", () => {
    const [route] = httpRoutes(gatewayApi({ routes: routes("a.b.svc.cluster.local") }));
    assert.deepEqual(route?.object.spec.rules?.[0]?.backendRefs, [
      { group: "networking.istio.io", kind: "Hostname", name: "a.b.svc.cluster.local", port: 80 },
    ]);
  });

  it("is a host or a Service, as its name says when it arrives", async () => {
    const backends = async (name: string) => {
      const [route] = httpRoutes(gatewayApi({ routes: routes(pulumi.output(name)) }));
      return settled(pulumi.output(route?.object.spec.rules?.[0]?.backendRefs));
    };
    assert.deepEqual(await backends("a.b.svc.cluster.local"), [
      { group: "networking.istio.io", kind: "Hostname", name: "a.b.svc.cluster.local", port: 80 },
    ]);
    assert.deepEqual(await backends("a"), [{ group: "", kind: "Service", name: "a", port: 80 }]);
  });

  const versions = [{ name: "v1", weight: 100 }];

  it("is short beside versions, also when it arrives later", async () => {
    const backend = (name: string) => {
      const late = [{ service: pulumi.output(name), port: 80, versions }];
      const [route] = httpRoutes(gatewayApi({ routes: late }));
      return route?.object.spec.rules?.[0]?.backendRefs?.[0]?.name ?? "";
    };
    assert.equal(await settled(pulumi.output(backend("a"))), "a-v1");
    assert.match(
      (await failureOf(backend("a.b.svc.cluster.local"))).message,
      /routes\[0\].service: "a.b.svc.cluster.local" is a full name, .*write the short name, or leave versions out/,
    );
  });

  it("is a full name beside versions in Istio's dialect, early and late", async () => {
    const full = "a.b.svc.cluster.local";
    for (const service of [full, pulumi.output(full)]) {
      const [route] = virtualServices(spec({ routes: [{ service, port: 80, versions }] }));
      assert.deepEqual(await settled(pulumi.output(route?.object.spec.http?.[0]?.route)), [
        { destination: { host: full, port: { number: 80 }, subset: "v1" }, weight: 100 },
      ]);
    }
  });
});

describe("TLS and TCP routes are refused", () => {
  const refused: [string, Partial<AppGatewayArgs>, RegExp][] = [
    [
      "for a server name that is not served",
      { ...sni, tlsRoutes: [{ sniHosts: ["a.org"], service: "a", port: 1 }] },
      /tlsRoutes\[0\].sniHosts\[0\]: "a.org" is not served \(IST0132\); allowed: \*\.example\.com/,
    ],
    [
      "without a server name",
      { ...sni, tlsRoutes: [{ sniHosts: [], service: "a", port: 1 }] },
      /tlsRoutes\[0\].sniHosts: is empty/,
    ],
    [
      "with a server name twice",
      {
        ...sni,
        tlsRoutes: [
          { sniHosts: ["a.example.com"], service: "a", port: 1 },
          { sniHosts: ["a.example.com"], service: "b", port: 1 },
        ],
      },
      /tlsRoutes\[1\].sniHosts\[0\]: "a.example.com" is never reached: tlsRoutes\[0\].sniHosts\[0\]/,
    ],
    [
      "without a server to choose",
      { ...tcp, tcpRoutes: [{ service: "a", port: 1 }] },
      /tcpRoutes\[0\].server: is missing with TCP, or with TLS that ends at the gateway; allowed: tcp, tls/,
    ],
    [
      "for a server that is none",
      { ...tcp, tcpRoutes: [{ server: "udp", service: "a", port: 1 }] },
      /tcpRoutes\[0\].server: "udp" is no server with TCP/,
    ],
    [
      "twice for a server",
      {
        ...tcp,
        tcpRoutes: [
          { server: "tcp", service: "a", port: 1 },
          { server: "tcp", service: "b", port: 1 },
        ],
      },
      /tcpRoutes\[1\].server: "tcp" has its route in tcpRoutes\[0\] already/,
    ],
    [
      "with versions of a full name in the Gateway API",
      {
        dialect: "gateway-api",
        servers: [{ port: 31400, protocol: "TCP" }],
        tcpRoutes: [
          {
            service: "a.b.svc.cluster.local",
            port: 1,
            versions: [{ name: "v1", weight: 100 }],
          },
        ],
      },
      /tcpRoutes\[0\].service: "a.b.svc.cluster.local" is a full name, .*write the short name/,
    ],
    [
      "with hosts for plain connections in the Gateway API",
      {
        dialect: "gateway-api",
        servers: [{ port: 31400, protocol: "TCP", hosts: ["a.example.com"] }],
        tcpRoutes: [{ service: "a", port: 1 }],
      },
      /servers\[0\].hosts: \["a\.example\.com"\] names hosts, and plain connections carry none/,
    ],
  ];
  for (const [what, args, message] of refused) {
    it(what, () => {
      assert.throws(() => spec(args), message);
    });
  }
});
