import assert from "node:assert/strict";
import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import {
  Addons,
  AppGateway,
  Canary,
  ControlPlane,
  EgressRoute,
  ExternalService,
  MeshNamespace,
  MutualTls,
  RateLimit,
  ServiceRoute,
  SidecarScope,
  StandaloneEnvoy,
  TrafficPolicy,
  Waypoint,
} from "../../../components";
import { runProgram } from "../../support/field-program";
import { every, made, ownCase, refused, warned } from "../../support/field-right";

const shop = { namespace: "shop" };
const web = { ...shop, service: "web" };
const full = "web.shop.svc.cluster.local";
const two = [
  { name: "v1", weight: 90 },
  { name: "v2", weight: 10 },
];
const pool = { connectionPool: { tcp: { maxConnections: 5 } } };
const pay = (namespace: string) =>
  new ExternalService("pay", {
    namespace,
    hosts: ["pay.example.com"],
    ports: [{ port: 80, protocol: "HTTP", tls: { mode: "SIMPLE" } }],
  });
const egress = {
  namespace: "istio-egress",
  gatewayService: "istio-egressgateway",
  selector: { istio: "egressgateway" },
  host: "api.example.com",
};
const silent = made("no word about it", ({ warnings }) => warnings.length === 0);

describe("field: traffic, a policy that clients follow instead of another", () => {
  ownCase(
    "the policy of a client's namespace hides the TLS of an ExternalService",
    () => {
      pay("outside");
      new TrafficPolicy("pay", { ...shop, service: "pay.example.com", ...pool });
    },
    refused({
      by: 'TrafficPolicy "pay"',
      at: "service",
      words: /shop follow instead of that of ExternalService "pay" in outside.*port 80.*plain text/,
    }),
  );

  ownCase(
    "the same, the ExternalService being declared later",
    () => {
      new TrafficPolicy("pay", { ...shop, service: "pay.example.com", ...pool });
      pay("outside");
    },
    refused({ by: 'ExternalService "pay"', at: "ports", words: /TrafficPolicy "pay"/ }),
  );

  ownCase(
    "a policy in the namespace of the waypoint hides the TLS of an ExternalService",
    () => {
      new Waypoint("egress", {
        namespace: "istio-egress",
        name: "egress",
        allowedNamespaces: "All",
      });
      pay("shop");
      new TrafficPolicy("pay", { namespace: "istio-egress", service: "pay.example.com", ...pool });
    },
    refused({ by: 'TrafficPolicy "pay"', at: "service", words: /ExternalService "pay" in shop/ }),
  );

  ownCase(
    "a policy of a client's namespace that says the TLS itself",
    () => {
      pay("outside");
      new TrafficPolicy("pay", {
        ...shop,
        service: "pay.example.com",
        exportTo: ["."],
        portLevelSettings: [{ port: 80, tls: { mode: "SIMPLE" }, ...pool }],
      });
    },
    silent,
  );

  ownCase(
    "a policy of a client's namespace for an ExternalService that its clients do not see",
    () => {
      new ExternalService("pay", {
        namespace: "outside",
        exportTo: ["."],
        hosts: ["pay.example.com"],
        ports: [{ port: 80, protocol: "HTTP", tls: { mode: "SIMPLE" } }],
      });
      new TrafficPolicy("pay", {
        ...shop,
        service: "pay.example.com",
        exportTo: ["."],
        ...pool,
      });
    },
    silent,
  );

  ownCase(
    "the policy of a client's namespace hides the versions of a canary",
    () => {
      new Canary("web", { ...web, versions: two });
      new TrafficPolicy("front", { namespace: "front", service: full, ...pool });
    },
    refused({
      by: 'TrafficPolicy "front"',
      at: "service",
      words: /Canary "web" in shop.*\(v1, v2\) get 503; say it in `trafficPolicy` of Canary "web"/,
    }),
  );

  ownCase(
    "a policy for some clients hides the versions of a canary from them",
    () => {
      new Canary("web", { ...web, versions: two });
      new TrafficPolicy("some", { ...web, workloadSelector: { app: "front" }, ...pool });
    },
    refused({ by: 'TrafficPolicy "some"', at: "service", words: /these clients.*Canary "web"/ }),
  );

  ownCase(
    "a DestinationRule of a client's namespace hides the versions of a canary",
    () => {
      new Canary("web", { ...web, versions: two });
      new k8s.apiextensions.CustomResource("front", {
        apiVersion: "networking.istio.io/v1",
        kind: "DestinationRule",
        metadata: { namespace: "front", name: "web" },
        spec: { host: full, trafficPolicy: pool },
      });
    },
    refused({ by: 'DestinationRule "front"', at: "spec", words: /Canary "web"/ }),
  );

  ownCase(
    "the policy of a client's namespace hides the way to an egress gateway",
    () => {
      new EgressRoute("api", egress);
      new TrafficPolicy("gateway", {
        ...shop,
        service: "istio-egressgateway.istio-egress.svc.cluster.local",
        ...pool,
      });
    },
    refused({ by: 'TrafficPolicy "gateway"', at: "service", words: /EgressRoute "api"/ }),
  );

  ownCase(
    "the policy of a client's namespace hides the TLS of the Service's own policy",
    () => {
      new TrafficPolicy("web", { ...web, tls: { mode: "SIMPLE" } });
      new TrafficPolicy("front", { namespace: "front", service: full, ...pool });
    },
    refused({ by: 'TrafficPolicy "front"', at: "service", words: /TrafficPolicy "web" in shop/ }),
  );

  ownCase(
    "a policy in a third namespace, which clients do not look for (istio/istio#15556)",
    () => {
      new TrafficPolicy("web", { namespace: "config", service: full, ...pool });
    },
    warned(/namespace: "config" is not the namespace of web\.shop.*write namespace: "shop"/),
  );

  ownCase(
    "a policy for the clients of its own namespace alone",
    () => {
      new TrafficPolicy("web", {
        namespace: "config",
        service: full,
        exportTo: ["."],
        ...pool,
      });
    },
    silent,
  );

  ownCase(
    "a policy in the root namespace, which clients look for last",
    () => {
      new ControlPlane("mesh", { profile: "sidecar", meshConfig: { rootNamespace: "config" } });
      new Canary("web", { ...web, versions: two });
      new TrafficPolicy("web", { namespace: "config", service: full, ...pool });
    },
    silent,
  );
});

describe("field: traffic, the cluster domain of the program's control plane", () => {
  const mesh = () => new ControlPlane("mesh", { profile: "sidecar", clusterDomain: "corp.local" });
  const site = { ...shop, hosts: ["a.example.com"], routes: [{ service: "api", port: 80 }] };
  const components: Record<string, () => unknown> = {
    Canary: () => new Canary("web", { ...web, versions: two }),
    ServiceRoute: () => new ServiceRoute("web", { ...web, rules: [{ timeout: "1s" }] }),
    TrafficPolicy: () => new TrafficPolicy("web", { ...web, ...pool }),
    EgressRoute: () => new EgressRoute("web", egress),
    AppGateway: () => new AppGateway("web", site),
  };
  const ofComponents = /^(VirtualService|DestinationRule)$/;

  for (const [kind, component] of Object.entries(components)) {
    ownCase(
      `is that of names in the objects of ${kind}`,
      () => {
        mesh();
        component();
      },
      made("no name in cluster.local, and one in corp.local", ({ asked }) => {
        const specs = asked
          .filter(({ type }) => ofComponents.test(type.split(":").at(-1) ?? ""))
          .map(({ inputs }) => JSON.stringify(inputs.spec));
        return (
          specs.some((spec) => spec.includes(".svc.corp.local")) &&
          !specs.some((spec) => spec.includes("cluster.local"))
        );
      }),
    );

    ownCase(
      `is refused when ${kind} was declared before`,
      () => {
        component();
        mesh();
      },
      refused({
        by: 'ControlPlane "mesh"',
        at: "clusterDomain",
        words: new RegExp(`${kind} "web" relies on it.*declare ControlPlane "mesh" first`),
      }),
    );
  }

  ownCase(
    "is refused when add-ons, whose addresses it may take, were declared before",
    () => {
      new Addons("tools", {});
      mesh();
    },
    refused({
      by: 'ControlPlane "mesh"',
      at: "clusterDomain",
      words: /Addons "tools" relies on it.*or write clusterDomain: "corp.local" there/,
    }),
  );

  ownCase(
    "is that of the addresses of add-ons",
    () => {
      mesh();
      new Addons("tools", { source: "charts" });
    },
    made("Kiali asks in corp.local", ({ asked }) =>
      asked.some(
        ({ name, inputs }) =>
          name === "tools-kiali" && JSON.stringify(inputs).includes(".svc.corp.local"),
      ),
    ),
  );

  ownCase(
    "contradicts an argument",
    () => {
      mesh();
      new Canary("web", { ...web, clusterDomain: "cluster.local", versions: two });
    },
    refused({
      by: 'Canary "web"',
      at: "clusterDomain",
      words: /"cluster.local" is not that of ControlPlane "mesh", "corp.local".*leave it out/,
    }),
  );

  ownCase(
    "contradicts a full name",
    () => {
      mesh();
      new TrafficPolicy("web", { ...shop, service: full, ...pool });
    },
    refused({
      by: 'TrafficPolicy "web"',
      at: "service",
      words: /write "web\.shop\.svc\.corp\.local"/,
    }),
  );

  ownCase(
    "is that of short names in typed objects",
    () => {
      mesh();
      new Canary("web", { ...web, versions: two });
      new k8s.apiextensions.CustomResource("rule", {
        apiVersion: "networking.istio.io/v1",
        kind: "DestinationRule",
        metadata: { namespace: "shop", name: "web" },
        spec: { host: "web", trafficPolicy: pool },
      });
    },
    refused({ by: 'DestinationRule "rule"', at: "spec.trafficPolicy", words: /Canary "web"/ }),
  );
});

describe("field: traffic, a host outside that is declared in two namespaces", () => {
  const api = (namespace: string, port: number, exportTo?: string[]) =>
    new ExternalService(namespace, {
      namespace,
      hosts: ["api.example.com"],
      ports: [{ port, protocol: port === 443 ? "TLS" : "HTTP" }],
      ...(exportTo && { exportTo }),
    });

  it("is refused once when the ports are others, of which clients know those of one", async () => {
    const { refusals } = await runProgram(() => {
      api("a", 443);
      api("b", 80);
    });
    assert.equal(refusals.length, 1);
    assert.deepEqual(
      refusals[0]?.problems.map(({ path }) => path),
      ["hosts[0]"],
    );
    assert.match(
      refusals[0]?.text ?? "",
      /ExternalService "a" declares in a \(port 443\).*exportTo/,
    );
  });

  ownCase(
    "is refused when one of them is an EgressRoute",
    () => {
      new EgressRoute("api", { ...egress, protocol: "TLS" });
      api("shop", 80);
    },
    refused({ by: 'ExternalService "shop"', at: "hosts[0]", words: /EgressRoute "api"/ }),
  );

  ownCase(
    "is refused when one of them is an EgressRoute, which comes last",
    () => {
      api("shop", 443);
      new EgressRoute("api", egress);
    },
    refused({
      by: 'EgressRoute "api"',
      at: "host",
      words: /ExternalService "shop" declares in shop/,
    }),
  );

  ownCase(
    "is right when both are in one namespace",
    () => {
      api("istio-egress", 443);
      new EgressRoute("api", egress);
    },
    silent,
  );

  ownCase(
    "is right when each is for other clients",
    () => {
      api("a", 443, ["."]);
      api("b", 80, ["."]);
    },
    silent,
  );
});

describe("field: traffic, an egress route and Pods in ambient mode", () => {
  const ambient = () => new MeshNamespace("shop", { dataPlaneMode: "ambient" });

  ownCase(
    "go past the gateway",
    () => {
      ambient();
      new EgressRoute("api", { ...egress, tls: { mode: "SIMPLE" } });
    },
    warned(/EgressRoute "api": host: is called past the gateway.*\(shop\), without the TLS/),
  );

  ownCase(
    "pass a waypoint that serves the host",
    () => {
      ambient();
      new Waypoint("egress", {
        namespace: "istio-egress",
        name: "egress",
        allowedNamespaces: "All",
      });
      new EgressRoute("api", { ...egress, labels: { "istio.io/use-waypoint": "egress" } });
    },
    silent,
  );
});

describe("field: traffic, names that arrive later", () => {
  const late = (value: string): pulumi.Output<string> =>
    pulumi.output(new Promise<string>((ready) => setTimeout(() => ready(value), 20)));

  it("tells of one mistake once", async () => {
    const { refusals } = await runProgram(() => {
      new Canary("web", { ...web, versions: two });
      new ServiceRoute("route", {
        namespace: late("shop"),
        service: late("web"),
        rules: [{ timeout: "1s" }],
      });
    });
    assert.deepEqual(
      refusals.map(({ subject, problems }) => [subject, problems.map(({ path }) => path)]),
      [['ServiceRoute "route"', ["service"]]],
    );
    assert.match(refusals[0]?.text ?? "", /route in the mesh of web\.shop.*Canary "web" already/);
  });
});

describe("field: traffic, clients and what Pods let in", () => {
  const strict = (namespace = "shop") => new MutualTls("strict", { namespace });

  for (const mode of ["SIMPLE", "MUTUAL"] as const) {
    ownCase(
      `TLS of their own (${mode}) is not the mesh's`,
      () => {
        strict();
        new TrafficPolicy("web", {
          ...web,
          tls: {
            mode,
            ...(mode === "MUTUAL" && { clientCertificate: "/tls/cert", privateKey: "/tls/key" }),
          },
        });
      },
      warned(/tls\.mode: "\w+" makes clients speak TLS of their own, and MutualTls "strict"/),
    );
  }

  ownCase(
    "TLS of their own at one port, of a canary",
    () => {
      strict("istio-system");
      new Canary("web", {
        ...web,
        versions: two,
        trafficPolicy: { portLevelSettings: [{ port: 443, tls: { mode: "SIMPLE" } }] },
      });
    },
    warned(/trafficPolicy\.portLevelSettings\[0\]\.tls\.mode: "SIMPLE".*MutualTls "strict"/),
  );

  ownCase(
    "TLS of their own, to Pods outside of the mesh",
    () => {
      strict("istio-system");
      new MeshNamespace("shop", { dataPlaneMode: "none" });
      new TrafficPolicy("web", { ...web, tls: { mode: "SIMPLE" } });
    },
    silent,
  );

  ownCase(
    "an Envoy outside of the mesh calls in plain text",
    () => {
      strict();
      new StandaloneEnvoy("proxy", { namespace: "edge", upstream: full, upstreamPort: 80 });
    },
    warned(/StandaloneEnvoy "proxy": upstream: is called in plain text, and MutualTls "strict"/),
  );

  ownCase(
    "the mesh config lets clients speak plain text",
    () => {
      new ControlPlane("mesh", { profile: "sidecar", meshConfig: { enableAutoMtls: false } });
      strict();
    },
    warned(/ControlPlane "mesh": meshConfig\.enableAutoMtls: is false.*MutualTls "strict"/),
  );
});

describe("field: traffic, ports and hosts that nobody has", () => {
  const service = () =>
    new k8s.core.v1.Service("web", {
      metadata: { ...shop, name: "web" },
      spec: { selector: { app: "web" }, ports: [{ port: 8080, name: "http" }] },
    });
  const atPort = (port: number) => ({ portLevelSettings: [{ port, ...pool }] });

  ownCase(
    "a port of a policy is none of the Service's",
    () => {
      service();
      new TrafficPolicy("web", { ...web, ...atPort(80) });
    },
    refused({
      by: 'TrafficPolicy "web"',
      at: "portLevelSettings[0].port",
      words: /80 is none of the Service's ports; allowed: 8080 \(http\)/,
    }),
  );

  ownCase(
    "a port of a canary's policy is none of the Service's",
    () => {
      service();
      new Canary("web", { ...web, versions: two, trafficPolicy: atPort(80) });
    },
    refused({ by: 'Canary "web"', at: "trafficPolicy.portLevelSettings[0].port", words: /8080/ }),
  );

  ownCase(
    "a port of a policy is none of those of its host outside",
    () => {
      new ExternalService("pay", {
        ...shop,
        hosts: ["pay.example.com"],
        ports: [{ port: 80, protocol: "HTTP" }],
        trafficPolicy: atPort(443),
      });
    },
    refused({
      by: 'ExternalService "pay"',
      at: "trafficPolicy.portLevelSettings[0].port",
      words: /443 is none of the ports; allowed: 80/,
    }),
  );

  const atGateway = { gateways: ["shop/edge"], hosts: ["www.example.com"] };

  for (const dialect of ["istio", "gateway-api"] as const) {
    ownCase(
      `the hosts of a canary are none of the gateway's (${dialect})`,
      () => {
        new AppGateway("edge", {
          ...shop,
          dialect,
          hosts: ["shop.example.com"],
          routesElsewhere: true,
        });
        new Canary("web", {
          ...web,
          ...atGateway,
          ...(dialect === "gateway-api" && { dialect, port: 80, targetPort: 8080 }),
          versions: two,
        });
      },
      refused({
        by: 'Canary "web"',
        at: "hosts[0]",
        words: /"www.example.com" is none of the hosts of AppGateway "edge" \(shop.example.com\)/,
      }),
    );
  }

  ownCase(
    "the hosts of a canary are among the gateway's",
    () => {
      new AppGateway("edge", { ...shop, hosts: ["*.example.com"], routesElsewhere: true });
      new Canary("web", { ...web, ...atGateway, versions: two });
    },
    silent,
  );

  ownCase(
    "the hosts of a canary are none of those of a typed Gateway",
    () => {
      new k8s.apiextensions.CustomResource("edge", {
        apiVersion: "networking.istio.io/v1",
        kind: "Gateway",
        metadata: { ...shop, name: "edge" },
        spec: {
          selector: { istio: "ingressgateway" },
          servers: [
            { hosts: ["./shop.example.com"], port: { number: 80, name: "http", protocol: "HTTP" } },
          ],
        },
      });
      new Canary("web", { ...web, ...atGateway, versions: two });
    },
    refused({ by: 'Canary "web"', at: "hosts[0]", words: /Gateway "edge" \(shop.example.com\)/ }),
  );
});

describe("field: traffic, two limits of the same proxies", () => {
  const told =
    /RateLimit "second": local: is counted by proxies that count for RateLimit "first" too/;
  const first = () => new RateLimit("first", { ...shop, local: { requests: 10 } });

  ownCase(
    "for the Pods of a namespace and for some of them",
    () => {
      first();
      new RateLimit("second", { ...shop, selector: { app: "web" }, local: { requests: 100 } });
    },
    made("told once", ({ warnings }) => warnings.length === 1 && told.test(warnings[0] ?? "")),
  );

  ownCase(
    "of the whole mesh and of a namespace",
    () => {
      new RateLimit("first", { namespace: "istio-system", local: { requests: 10 } });
      new RateLimit("second", { ...shop, local: { requests: 100 } });
    },
    warned(told),
  );

  ownCase(
    "at one gateway, for some requests each",
    () => {
      for (const [name, prefix] of [
        ["first", "/a"],
        ["second", "/b"],
      ] as const) {
        new RateLimit(name, {
          namespace: "istio-ingress",
          position: "gateway",
          selector: { istio: "ingressgateway" },
          local: { requests: 100, rules: [{ requests: 5, headers: [{ name: ":path", prefix }] }] },
        });
      }
    },
    warned(told),
  );

  ownCase(
    "in other steps, which is so many at once and so many in all",
    () => {
      first();
      new RateLimit("second", { ...shop, local: { requests: 100, interval: "60s" } });
    },
    silent,
  );

  ownCase(
    "for other Pods",
    () => {
      new RateLimit("first", { ...shop, selector: { app: "api" }, local: { requests: 10 } });
      new RateLimit("second", { ...shop, selector: { app: "web" }, local: { requests: 100 } });
    },
    silent,
  );
});

describe("field: traffic, a typed HTTPRoute of a Service", () => {
  const route = (spec: { parent?: object; rule?: object }) =>
    new k8s.apiextensions.CustomResource("raw", {
      apiVersion: "gateway.networking.k8s.io/v1",
      kind: "HTTPRoute",
      metadata: { ...shop, name: "raw" },
      spec: {
        parentRefs: [{ group: "", kind: "Service", name: "web", ...spec.parent }],
        rules: [{ timeouts: { request: "1s" }, ...spec.rule }],
      },
    });
  const inWaypoint = { dialect: "gateway-api", port: 80, targetPort: 8080 } as const;
  const canary = () =>
    new Canary("web", { ...web, ...inWaypoint, selector: { app: "web" }, versions: two });
  const contradicts = refused({
    by: 'HTTPRoute "raw"',
    at: "spec.parentRefs[0]",
    words: /route in the mesh of web\.shop.*Canary "web" already/,
  });

  ownCase(
    "for all of its requests beside a canary",
    () => {
      canary();
      route({});
    },
    contradicts,
  );

  ownCase(
    "for all of its requests at the canary's port",
    () => {
      canary();
      route({ parent: { port: 80 } });
    },
    contradicts,
  );

  ownCase(
    "for all of its requests, before a ServiceRoute",
    () => {
      route({});
      new ServiceRoute("web", {
        ...web,
        dialect: "gateway-api",
        port: 80,
        rules: [{ timeout: "2s" }],
      });
    },
    refused({ by: 'ServiceRoute "web"', at: "service", words: /HTTPRoute "raw" already/ }),
  );

  ownCase(
    "at another port",
    () => {
      canary();
      route({ parent: { port: 81 } });
    },
    silent,
  );

  const admin = { matches: [{ path: { type: "PathPrefix", value: "/admin" } }] };

  ownCase(
    "for some of its requests, which go before those of the canary",
    () => {
      canary();
      route({ parent: { port: 80 }, rule: admin });
    },
    silent,
  );

  ownCase(
    "for some of its requests at all ports, of which clients do not know the canary's",
    () => {
      canary();
      route({ rule: admin });
    },
    refused({
      by: 'HTTPRoute "raw"',
      at: "spec.parentRefs[0]",
      words: /Canary "web" routes.*IST0109.*name the port, and istiod adds up both/,
    }),
  );

  ownCase(
    "for some of its requests beside a route in the other dialect",
    () => {
      route({ parent: { port: 80 }, rule: admin });
      new ServiceRoute("web", { ...web, rules: [{ timeout: "2s" }] });
    },
    refused({ by: 'ServiceRoute "web"', at: "service", words: /HTTPRoute "raw" relies on it/ }),
  );
});

describe("field: traffic, what clients see and where Pods listen", () => {
  const own = () =>
    new ExternalService("pay", {
      namespace: "outside",
      hosts: ["pay.example.com"],
      ports: [{ port: 80, protocol: "HTTP" }],
      exportTo: ["."],
    });
  const hosts = ["./*", "istio-system/*", "outside/pay.example.com"];

  ownCase(
    "a scope names a host that its owner keeps to others",
    () => {
      own();
      new SidecarScope("scope", { ...shop, hosts });
    },
    warned(
      /SidecarScope "scope": hosts\[2\]: is declared by ExternalService "pay".*in outside alone/,
    ),
  );

  ownCase(
    "a route is for a host that its owner keeps to others",
    () => {
      own();
      new ServiceRoute("pay", {
        ...shop,
        service: "pay.example.com",
        rules: [{ timeout: "1s" }],
      });
    },
    warned(/ServiceRoute "pay": service: is declared by ExternalService "pay".*add "shop"/),
  );

  const listens = (port: number) => () => {
    new k8s.core.v1.Service("web", {
      metadata: { ...shop, name: "web" },
      spec: { selector: { app: "web" }, ports: [{ port: 80, targetPort: 8080, name: "http" }] },
    });
    new SidecarScope("scope", {
      ...shop,
      selector: { app: "web" },
      ingress: [{ port, protocol: "HTTP" }],
    });
  };

  ownCase(
    "a scope has no listener where the Pods listen",
    listens(9090),
    warned(/SidecarScope "scope": ingress: has no listener for port 8080.*Service shop\/web/),
  );

  ownCase("a scope has a listener where the Pods listen", listens(8080), silent);
});

describe("field: traffic, settings that are for something else", () => {
  const service = (ports: object[]) =>
    new k8s.core.v1.Service("web", {
      metadata: { namespace: "shop", name: "web" },
      spec: { ports: ports as never, selector: { app: "web" } },
    });
  const database = { name: "tcp-pg", port: 5432 };
  const page = { name: "http", port: 80 };
  const requests = { connectionPool: { http: { maxRequestsPerConnection: 1 } } };

  ownCase(
    "settings of requests for a Service that takes connections, declared before or after",
    () => {
      new TrafficPolicy("web", { ...web, ...requests });
      service([database]);
    },
    refused({
      by: /Service/,
      at: /./,
      words:
        /TrafficPolicy "web".*connectionPool\.http\.maxRequestsPerConnection.*connections alone/,
    }),
  );

  ownCase(
    "a cookie that chooses an endpoint of a canary of connections",
    () => {
      service([database]);
      new Canary("web", {
        ...web,
        versions: two,
        trafficPolicy: { loadBalancer: { consistentHash: { httpHeaderName: "x-user" } } },
      });
    },
    refused({
      by: 'Canary "web"',
      at: "trafficPolicy.loadBalancer.consistentHash.httpHeaderName",
      words: /port 5432 \(tcp-pg\) of the Service a proxy sees connections alone/,
    }),
  );

  ownCase(
    "settings of requests at one port of several",
    () => {
      service([database, page]);
      new TrafficPolicy("web", {
        ...web,
        ...requests,
        portLevelSettings: [{ port: 5432, ...requests }],
      });
    },
    refused({
      by: 'TrafficPolicy "web"',
      at: "portLevelSettings[0].connectionPool.http.maxRequestsPerConnection",
      words: /connections alone/,
    }),
  );

  ownCase(
    "settings of requests for a Service that takes some, and how many connections wait for one that does not",
    () => {
      service([database, page]);
      new TrafficPolicy("web", { ...web, ...requests });
      new k8s.core.v1.Service("db", {
        metadata: { namespace: "shop", name: "db" },
        spec: { ports: [database], selector: { app: "db" } },
      });
      new TrafficPolicy("db", {
        ...shop,
        service: "db",
        connectionPool: { http: { http1MaxPendingRequests: 5 } },
      });
    },
    silent,
  );

  ownCase(
    "settings of requests for a host outside that is called with TLS",
    () => {
      new ExternalService("pay", {
        ...shop,
        hosts: ["pay.example.com"],
        ports: [{ port: 443, protocol: "HTTPS" }],
        trafficPolicy: { connectionPool: { http: { idleTimeout: "30s" } } },
      });
    },
    refused({
      by: 'ExternalService "pay"',
      at: "trafficPolicy.connectionPool.http.idleTimeout",
      words: /of HTTPS a proxy sees connections alone/,
    }),
  );

  ownCase(
    "settings of a port, which take those of the service away there",
    () => {
      new TrafficPolicy("web", {
        ...web,
        ...pool,
        loadBalancer: { simple: "RANDOM" },
        portLevelSettings: [{ port: 80, loadBalancer: { simple: "ROUND_ROBIN" } }],
      });
    },
    warned(
      /TrafficPolicy "web": portLevelSettings\[0\]: .*at port 80, so that connectionPool does not hold there; repeat it here/,
    ),
  );

  ownCase(
    "settings of a port that say it all",
    () => {
      new TrafficPolicy("web", { ...web, ...pool, portLevelSettings: [{ port: 80, ...pool }] });
    },
    silent,
  );
});

describe("field: traffic, copies of requests", () => {
  const mirrors = [{ service: "audit.example.net", port: 80 }];

  ownCase(
    "to a host outside, where they arrive under another name",
    () => {
      new ServiceRoute("web", { ...web, rules: [{ mirrors }] });
      new Canary("cart", { ...shop, service: "cart", versions: two, mirrors });
      new AppGateway("site", {
        ...shop,
        hosts: ["a.example.com"],
        routes: [{ service: "web", port: 80, mirrors }],
      });
    },
    every(
      warned(
        /ServiceRoute "web": rules\[0\]\.mirrors\[0\]\.service: audit\.example\.net is a host/,
      ),
      warned(/Canary "cart": mirrors\[0\]\.service: audit\.example\.net is a host outside/),
      warned(/AppGateway "site": routes\[0\]\.mirrors\[0\]\.service: .*-shadow/),
    ),
  );

  ownCase(
    "to Services",
    () => {
      const full = { service: "audit.billing.svc.cluster.local", port: 80 };
      new ServiceRoute("web", { ...web, rules: [{ mirrors: [{ service: "audit" }, full] }] });
    },
    silent,
  );
});

describe("field: traffic, a Service without an address in ambient mode", () => {
  const headless = () =>
    new k8s.core.v1.Service("web", {
      metadata: { namespace: "shop", name: "web" },
      spec: { clusterIP: "None", ports: [{ name: "http", port: 80 }], selector: { app: "web" } },
    });
  const route = () => new ServiceRoute("web", { ...web, rules: [{ timeout: "1s" }] });

  ownCase(
    "passes no waypoint, so that its routes are nobody's",
    () => {
      new MeshNamespace("shop", { dataPlaneMode: "ambient", waypoint: "waypoint" });
      new Waypoint("wp", { namespace: "shop" });
      headless();
      route();
    },
    warned(
      /ServiceRoute "web": service: has no effect on the clients of shop\/web: .*clusterIP "None"/,
    ),
  );

  ownCase(
    "is routed by sidecars",
    () => {
      new MeshNamespace("shop", { dataPlaneMode: "sidecar" });
      headless();
      route();
    },
    silent,
  );
});
