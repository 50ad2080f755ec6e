import assert from "node:assert/strict";
import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { type Asked, runProgram } from "../../../test/support/field-program";
import { settled } from "../../../test/support/record";
import {
  AppGateway,
  Authorization,
  Canary,
  ControlPlane,
  networking,
  ServiceRoute,
  security,
  TrafficPolicy,
  Waypoint,
} from "../..";
import type { CanaryArgs } from "./canary-args";

const versions = [
  { name: "v1", weight: 90 },
  { name: "v2", weight: 10 },
];
const shop = { service: "web", namespace: "shop" };
const ambient = { ...shop, dialect: "gateway-api", port: 80, versions } as const;
const canary = (args: Partial<CanaryArgs> = {}, name = "web") =>
  new Canary(name, { ...shop, versions, ...args });
const inAmbient = (args: Partial<CanaryArgs> = {}) => new Canary("web", { ...ambient, ...args });

type ServiceSpec = k8s.types.input.core.v1.ServiceSpec;

/** The Service `web` of the program. */
const service = (
  spec: ServiceSpec = {},
  metadata: k8s.types.input.meta.v1.ObjectMeta = {},
): k8s.core.v1.Service =>
  new k8s.core.v1.Service("service", {
    metadata: { name: "web", namespace: "shop", ...metadata },
    spec: {
      selector: { app: "web" },
      ports: [{ name: "http", port: 80, targetPort: 8080 }],
      ...spec,
    },
  });

/** What a program asked for, and what its user is told. */
interface Ran {
  refusal?: string | undefined;
  warnings: string[];
  asked: Asked[];
}

/** Runs a program inside a stack, as the CLI does: what it makes without a component is seen there. */
async function run(program: () => void): Promise<Ran> {
  const { refusals, warnings, asked } = await runProgram(program);
  return { refusal: refusals[0]?.text, warnings, asked };
}

// biome-ignore lint/suspicious/noExplicitAny: inputs of any resource
function inputsOf({ asked }: Ran, kind: string, name?: string): any {
  const found = asked.filter(
    (one) => one.type.endsWith(`:${kind}`) && (name === undefined || one.name === name),
  );
  assert.equal(found.length, 1, `${kind} ${name ?? ""}`);
  return found[0]?.inputs;
}

const specOf = (seen: Ran, name: string) => inputsOf(seen, "Service", name);

describe("a canary of a Service that the program declares", () => {
  it("gives its versions the Service's ports as they are, without what opens them at nodes", async () => {
    const ports = [
      { name: "grpc-web", port: 80, targetPort: "api", appProtocol: "grpc", nodePort: 30080 },
      { name: "metrics", port: 9090, protocol: "TCP" },
    ];
    const seen = await run(() => {
      service({
        ports,
        type: "LoadBalancer",
        loadBalancerSourceRanges: ["10.0.0.0/8"],
        trafficDistribution: "PreferClose",
        publishNotReadyAddresses: true,
        selector: { app: "shop", tier: "web" },
      });
      inAmbient();
    });
    assert.equal(seen.refusal, undefined);
    assert.deepEqual(specOf(seen, "web-v1").spec, {
      ports: [
        { name: "grpc-web", port: 80, targetPort: "api", appProtocol: "grpc" },
        { name: "metrics", port: 9090, protocol: "TCP" },
      ],
      publishNotReadyAddresses: true,
      selector: { app: "shop", tier: "web", version: "v1" },
      trafficDistribution: "PreferClose",
    });
    assert.deepEqual(seen.warnings, []);
  });

  it("gives them the labels and annotations that Istio reads, and no other", async () => {
    const seen = await run(() => {
      service(
        {},
        {
          labels: { "istio.io/use-waypoint": "own", "app.kubernetes.io/name": "web" },
          annotations: { "networking.istio.io/exportTo": ".", "example.com/a": "b" },
        },
      );
      inAmbient({ labels: { team: "shop" } });
    });
    const { labels, annotations } = specOf(seen, "web-v2").metadata;
    assert.deepEqual(labels, { "istio.io/use-waypoint": "own", team: "shop" });
    assert.deepEqual(annotations, { "networking.istio.io/exportTo": "." });
  });

  it("finds it by names that arrive later, and parts of it that do", async () => {
    const seen = await run(() => {
      const namespace = new k8s.core.v1.Namespace("ns", { metadata: { name: "shop" } });
      const own = new k8s.core.v1.Service("service", {
        metadata: { name: "web", namespace: namespace.metadata.name },
        spec: pulumi.output({
          selector: { app: "shop" },
          ports: [{ name: "http", port: 80, targetPort: 8080, nodePort: 30080 }],
        }),
      });
      inAmbient({ service: own.metadata.name, namespace: namespace.metadata.name });
    });
    assert.equal(seen.refusal, undefined);
    assert.equal(specOf(seen, "web-v1").metadata.name, "web-v1");
    assert.deepEqual(specOf(seen, "web-v1").spec, {
      ports: [{ name: "http", port: 80, targetPort: 8080 }],
      selector: { app: "shop", version: "v1" },
    });
    assert.deepEqual(seen.warnings, []);
  });

  it("needs no port where there is only one", async () => {
    const seen = await run(() => {
      service();
      inAmbient({ port: undefined });
    });
    const { spec } = inputsOf(seen, "HTTPRoute");
    assert.equal(spec.parentRefs[0].port, 80);
  });

  const refused: [string, ServiceSpec, Partial<CanaryArgs>, RegExp][] = [
    [
      "a port that it does not have",
      {},
      { port: 8080 },
      /port: 8080 is none of Service shop\/web; allowed: 80 \(http\)/,
    ],
    [
      "no port of several",
      {
        ports: [
          { name: "http", port: 80 },
          { name: "admin", port: 81 },
        ],
      },
      { port: undefined },
      /port: is missing; Service shop\/web has several, 80 \(http\), 81 \(admin\)/,
    ],
    [
      "another target port",
      {},
      { targetPort: 9090 },
      /targetPort: 9090 is not what the program declares of Service shop\/web, 8080; leave it out/,
    ],
    [
      "another selector",
      {},
      { selector: { app: "shop" } },
      /selector: {"app":"shop"} is not what Service shop\/web selects, {"app":"web"}/,
    ],
    [
      "versions that it does not select",
      { selector: { app: "web", version: "v1" } },
      {},
      /versions\[1\].labels: {"version":"v2"} are on none of the Pods of Service shop\/web/,
    ],
    [
      "a Service that selects nothing",
      { selector: undefined },
      {},
      /service: Service shop\/web selects no Pods/,
    ],
    ["a name for a host", { type: "ExternalName" }, {}, /service: .*ExternalName/],
    ["TLS", { ports: [{ name: "https", port: 80 }] }, {}, /port: 80 \(https\) .*speaks TLS/],
  ];
  for (const [what, spec, args, message] of refused) {
    it(`refuses ${what}`, async () => {
      const seen = await run(() => {
        service(spec);
        inAmbient(args);
      });
      assert.match(seen.refusal ?? "", message);
    });
  }

  it("refuses a Service that comes after the canary and is more than was taken for granted", async () => {
    const seen = await run(() => {
      inAmbient();
      service();
    });
    assert.match(
      seen.refusal ?? "",
      /Canary "web" relies on it: targetPort was decided before the Service.*declare the Service before the canary/,
    );
  });

  it("warns at the end when nobody declares it and nothing is said of its target port", async () => {
    const [warning, ...others] = (await run(() => void inAmbient())).warnings;
    assert.match(warning ?? "", /^Canary "web": targetPort: is missing, and the program does not/);
    assert.deepEqual(others, []);
    const said = await run(() => void inAmbient({ targetPort: 8080, appProtocol: "grpc" }));
    assert.deepEqual(said.warnings, []);
    assert.deepEqual(specOf(said, "web-v1").spec.ports, [
      { name: "http", port: 80, targetPort: 8080, appProtocol: "grpc" },
    ]);
  });
});

describe("the Pods and the waypoint of a canary", () => {
  const deployment = (version: string, replicas?: number) => {
    const labels = { app: "web", version };
    new k8s.apps.v1.Deployment(`web-${version}`, {
      metadata: { name: `web-${version}`, namespace: "shop" },
      spec: {
        ...(replicas !== undefined && { replicas }),
        selector: { matchLabels: labels },
        template: { metadata: { labels }, spec: { containers: [{ name: "web", image: "web" }] } },
      },
    });
  };
  const warnings = async (program: () => void) => {
    const seen = await run(() => {
      service();
      program();
    });
    assert.equal(seen.refusal, undefined);
    return seen.warnings;
  };

  it("are warned of when no Deployment has the labels of a version", async () => {
    const [warning, ...others] = await warnings(() => {
      deployment("v1");
      deployment("2");
      canary();
    });
    assert.match(
      warning ?? "",
      /^Canary "web": versions\[1\].labels: {"version":"v2"} are on the Pods of no Deployment/,
    );
    assert.deepEqual(others, []);
  });

  it("are warned of when a version with a share has none", async () => {
    const [warning] = await warnings(() => {
      canary();
      deployment("v1");
      deployment("v2", 0);
    });
    assert.match(
      warning ?? "",
      /versions\[1\].labels: choose Pods of a Deployment with 0 replicas/,
    );
  });

  it("are left alone where all is there, or nothing is known", async () => {
    const all = () => {
      deployment("v1");
      deployment("v2", 2);
      canary();
    };
    assert.deepEqual(await warnings(all), []);
    assert.deepEqual(await warnings(() => void canary()), []);
  });

  const enrol = { namespace: "shop", enrolServices: ["web"], ingressUseWaypoint: true };

  it("are behind the waypoint that takes the Service by its name", async () => {
    const seen = await run(() => {
      service();
      new Waypoint("waypoint", enrol);
      inAmbient();
    });
    for (const name of ["web-v1", "web-v2"]) {
      assert.deepEqual(specOf(seen, name).metadata.labels, {
        "istio.io/use-waypoint": "waypoint",
        "istio.io/ingress-use-waypoint": "true",
      });
    }
    assert.deepEqual(seen.warnings, []);
  });

  it("are warned of when that waypoint is declared later", async () => {
    const [warning] = await warnings(() => {
      inAmbient();
      new Waypoint("waypoint", enrol);
    });
    assert.match(
      warning ?? "",
      /^Canary "web": service: Waypoint "waypoint" takes requests to web by its name and was declared after/,
    );
  });
});

describe("a canary of connections", () => {
  const virtualService = (seen: Ran) => inputsOf(seen, "VirtualService").spec;
  const tcp = (port: Partial<k8s.types.input.core.v1.ServicePort>) => ({
    ports: [{ port: 7070, ...port }],
  });

  it("splits requests and connections where nothing is known of the port", async () => {
    const { http, tcp: connections } = virtualService(await run(() => void canary({ port: 7070 })));
    assert.equal(http.length, 1);
    assert.deepEqual(
      connections[0].route.map(({ weight }: { weight: number }) => weight),
      [90, 10],
    );
    assert.deepEqual(connections[0].match, [{ port: 7070 }]);
  });

  for (const port of [{ name: "tcp-queue" }, { appProtocol: "redis" }, { name: "mongo" }]) {
    it(`is what a port says of itself by ${JSON.stringify(port)}`, async () => {
      const seen = await run(() => {
        service(tcp(port));
        canary({ port: 7070 });
      });
      assert.deepEqual(Object.keys(virtualService(seen)).sort(), ["gateways", "hosts", "tcp"]);
    });
  }

  it("is requests alone for a port of HTTP", async () => {
    const seen = await run(() => {
      service();
      canary();
    });
    assert.deepEqual(Object.keys(virtualService(seen)).sort(), ["gateways", "hosts", "http"]);
  });

  it("has no routes for connections at a gateway, whose other ports they would take", async () => {
    const seen = await run(() => void canary({ gateways: ["edge/a"], hosts: ["a.example.com"] }));
    assert.equal(virtualService(seen).tcp, undefined);
  });

  it("is a TCPRoute in the other dialect", async () => {
    const seen = await run(() => void inAmbient({ protocol: "tcp", port: 7070, targetPort: 7070 }));
    const { spec } = inputsOf(seen, "TCPRoute");
    assert.deepEqual(spec, {
      parentRefs: [{ group: "", kind: "Service", name: "web", port: 7070 }],
      rules: [
        {
          backendRefs: [
            { name: "web-v1", port: 7070, weight: 90 },
            { name: "web-v2", port: 7070, weight: 10 },
          ],
        },
      ],
    });
    assert.equal(specOf(seen, "web-v1").spec.ports[0].name, "tcp");
  });

  it("refuses what only requests have, and a protocol that Istio takes the port not for", async () => {
    const options = await run(() => {
      service(tcp({ name: "tcp" }));
      canary({ port: 7070, timeout: "1s" });
    });
    assert.match(
      options.refusal ?? "",
      /timeout: "1s" has no effect on connections, and port 7070 \(tcp\)/,
    );
    const said = await run(() => {
      service();
      canary({ protocol: "tcp" });
    });
    assert.match(
      said.refusal ?? "",
      /protocol: "tcp" is not what port 80 \(http\).*speaks.*, http/,
    );
  });
});

describe("a canary beside others", () => {
  const rule = (spec: Partial<networking.v1.DestinationRuleSpec>, namespace = "shop") =>
    new networking.v1.DestinationRule("rule", {
      metadata: { name: "rule", namespace },
      spec: { host: "web.shop.svc.cluster.local", ...spec },
    });
  const pool = { connectionPool: { tcp: { maxConnections: 10 } } };
  const refusals: [string, () => void, RegExp][] = [
    [
      "a second canary of the Service, whatever its positions",
      () => {
        canary();
        canary({ gateways: ["a/b"], hosts: ["a.example.com"] }, "edge");
      },
      /Canary "edge": 1 argument cannot work\n {2}service: canary of shop\/web belongs to Canary "web" already; one canary is for both positions/,
    ],
    [
      "a route for the same Service",
      () => {
        canary();
        new ServiceRoute("route", { ...shop, rules: [{}] });
      },
      /ServiceRoute "route": .*\n {2}service: route in the mesh of web.shop.svc.cluster.local belongs to Canary "web" already/,
    ],
    [
      "a policy for the same host, before it",
      () => {
        new TrafficPolicy("policy", { service: "web", namespace: "shop", ...pool });
        canary();
      },
      /service: traffic policy of host .* belongs to TrafficPolicy "policy" already; say it in `trafficPolicy`/,
    ],
    [
      "a typed rule for the same host, after it",
      () => {
        canary();
        rule({ trafficPolicy: pool });
      },
      /spec.trafficPolicy: traffic policy of host web.shop.svc.cluster.local\/shop belongs to Canary "web" already/,
    ],
    [
      "a typed rule for the same host, in a namespace of its clients",
      () => {
        canary();
        rule({ trafficPolicy: pool }, "bank");
      },
      /spec: is a rule that clients in bank follow instead of that of Canary "web" in shop/,
    ],
    [
      "a host at a gateway that an edge routes",
      () => {
        const edge = new AppGateway("edge", {
          namespace: "shop",
          hosts: ["a.example.com"],
          routes: [{ service: "api", port: 80 }],
        });
        canary({ gateways: [edge.gateway], hosts: ["a.example.com"] });
      },
      /hosts\[0\]: host at the gateway shop\/edge\/a.example.com belongs to AppGateway "edge" already/,
    ],
    [
      "a policy for the Service that does not hold for the Services of its versions",
      () => {
        new Authorization("callers", {
          namespace: "shop",
          targets: [{ kind: "Service", name: "web" }],
          rules: [{ from: [{ serviceAccounts: ["edge/gateway"] }] }],
        });
        inAmbient();
      },
      /Authorization "callers" relies on it: targets\[0\].name .*web-v1, web-v2/,
    ],
    [
      "a typed policy of that kind",
      () => {
        inAmbient();
        new security.v1.AuthorizationPolicy("callers", {
          metadata: { name: "callers", namespace: "shop" },
          spec: { targetRefs: [{ group: "", kind: "Service", name: "web" }], action: "ALLOW" },
        });
      },
      /spec.targetRefs\[0\]: is the Service web, and the policy does not hold for web-v1, web-v2/,
    ],
    [
      "a route to a version that it does not have",
      () => {
        canary();
        new ServiceRoute("route", {
          service: "shop",
          namespace: "shop",
          rules: [{ to: [{ service: "web", version: "v11" }] }],
        });
      },
      /rules\[0\].to\[0\].version: "v11" is not among the versions of Canary "web" \(KIA1107\); allowed: v1, v2; did you mean "v1"\?/,
    ],
    [
      "a route to a version in the other dialect",
      () => {
        inAmbient();
        new ServiceRoute("route", {
          service: "shop",
          namespace: "shop",
          rules: [{ to: [{ service: "web", version: "v1" }] }],
        });
      },
      /"v1" is none of the subsets of DestinationRules: Canary "web" is in dialect "gateway-api"/,
    ],
  ];
  for (const [what, program, message] of refusals) {
    it(`is refused: ${what}`, async () => {
      assert.match((await run(program)).refusal ?? "", message);
    });
  }

  it("lets a policy hold for the Services of the versions when it comes after", async () => {
    const seen = await run(() => {
      inAmbient();
      new Authorization("callers", {
        namespace: "shop",
        targets: [{ kind: "Service", name: "web" }],
        rules: [{ from: [{ serviceAccounts: ["edge/gateway"] }] }],
      });
    });
    const { spec } = inputsOf(seen, "AuthorizationPolicy");
    assert.deepEqual(
      spec.targetRefs.map(({ name }: { name: string }) => name),
      ["web", "web-v1", "web-v2"],
    );
  });

  it("lets a typed rule declare a version for a route", async () => {
    const seen = await run(() => {
      rule({ subsets: [{ name: "v3", labels: { version: "v3" } }] });
      new ServiceRoute("route", { ...shop, rules: [{ to: [{ version: "v3" }] }] });
    });
    assert.equal(seen.refusal, undefined);
    assert.deepEqual(seen.warnings, []);
  });

  it("hears of a second one whose name arrives later", async () => {
    const late = { service: pulumi.output("web"), namespace: pulumi.output("shop") };
    const seen = await run(() => {
      canary();
      canary(late, "later");
    });
    assert.match(
      seen.refusal ?? "",
      /Canary "later": .*\n {2}service: canary of shop\/web belongs to Canary "web" already/,
    );
  });
});

describe("a canary's retries in an HTTPRoute", () => {
  const mesh = (release: string) =>
    new ControlPlane("mesh", {
      profile: "ambient",
      gatewayApi: {
        manifest: `https://github.com/kubernetes-sigs/gateway-api/releases/download/v${release}/standard-install.yaml`,
      },
    });
  const retries = { attempts: 3, retryOn: "503" };

  it("are written for the release that the program installs", async () => {
    const seen = await run(() => {
      mesh("1.7.0");
      inAmbient({ retries, targetPort: 8080 });
    });
    assert.equal(seen.refusal, undefined);
    const [rule] = inputsOf(seen, "HTTPRoute").spec.rules;
    assert.deepEqual(rule.retry, { attempts: 3, codes: [503] });
  });

  it("are refused for an older one", async () => {
    const seen = await run(() => {
      mesh("1.6.0");
      inAmbient({ retries, targetPort: 8080 });
    });
    assert.match(
      seen.refusal ?? "",
      /retries: is for dialect "istio" only: .*before Gateway API 1.7/,
    );
  });
});

describe("a canary's children", () => {
  it("are its fields", async () => {
    let made: Canary | undefined;
    const both = { gateways: ["mesh", "a/b"], hosts: ["a.example.com"] };
    await run(() => {
      made = canary(both);
    });
    assert.deepEqual(Object.keys(made?.destinationRules ?? {}), ["v1", "v2"]);
    assert.deepEqual(
      [made?.httpRoute, made?.tcpRoute, made?.versionServices],
      [undefined, undefined, {}],
    );
    const hosts = [made?.virtualService, made?.gatewayVirtualService].map((route) =>
      settled(pulumi.output(route?.spec)),
    );
    assert.deepEqual(
      (await Promise.all(hosts)).map((spec) => spec?.hosts),
      [["web.shop.svc.cluster.local"], ["a.example.com"]],
    );
  });

  it("are what a transformation makes of them", async () => {
    const seen = await run(() => {
      const exportTo = ["."];
      new Canary(
        "web",
        { ...shop, versions },
        {
          transformations: [
            ({ type, props, opts }) =>
              type.endsWith(":VirtualService")
                ? { props: { ...props, spec: { ...props.spec, exportTo } }, opts }
                : undefined,
          ],
        },
      );
    });
    assert.deepEqual(inputsOf(seen, "VirtualService").spec.exportTo, ["."]);
  });
});
