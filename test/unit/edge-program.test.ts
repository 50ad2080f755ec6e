import assert from "node:assert/strict";
import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import {
  AppGateway,
  type AppGatewayArgs,
  type AppRoute,
  Canary,
  ControlPlane,
  type Dialect,
  GatewayCertificate,
  IngressGateway,
  MeshNamespace,
} from "../../components";
import type { GatewayTopologyFact } from "../../components/program/facts/gateway-facts";
import { joinProgram } from "../../components/program/join";
import { fact } from "../../components/program/part";
import { newCertificate } from "../support/certificates";
import { record } from "../support/record";

const hosts = ["shop.example.com"];
const web: AppRoute = { service: "web", port: 80 };
const edge = (args: Partial<AppGatewayArgs> = {}, name = "edge") =>
  new AppGateway(name, {
    namespace: "shop",
    ...(args.servers ? {} : { hosts }),
    routes: [web],
    ...args,
  });
const versions = [
  { name: "v1", weight: 90 },
  { name: "v2", weight: 10 },
];
const canary = (args: object = {}) =>
  new Canary("web", { service: "web", namespace: "shop", port: 80, versions, ...args });

/** What is refused of a program, or nothing, and what it warns of. */
async function told(program: () => void): Promise<{ refused: string; warned: string[] }> {
  let refused = "";
  const { warnings } = await record(() => {
    try {
      program();
    } catch (error) {
      refused = String(error);
    }
  });
  return { refused, warned: warnings.filter((line) => line.includes("AppGateway")) };
}

describe("an edge beside a canary of one of its services", () => {
  for (const dialect of ["istio", "gateway-api"] as Dialect[]) {
    it(`takes its split in dialect ${dialect}`, async () => {
      const seen = await record(() => {
        const split = canary({ dialect, ...(dialect === "gateway-api" && { targetPort: 8080 }) });
        edge({ dialect, routes: [{ canary: split }] });
      });
      const kind =
        dialect === "istio"
          ? "networking.istio.io/v1:VirtualService"
          : "gateway.networking.k8s.io/v1:HTTPRoute";
      const { inputs, dependencies } = seen.the(`kubernetes:${kind}`, "edge");
      const weights =
        dialect === "istio"
          ? inputs.spec.http[0].route.map((one: { weight: number }) => one.weight)
          : inputs.spec.rules[0].backendRefs.map((one: { weight: number }) => one.weight);
      assert.deepEqual(weights, [90, 10]);
      // A version that a route names is there before it.
      const version = dialect === "istio" ? "DestinationRule" : "Service";
      assert.ok(
        dependencies.some((one) => one.endsWith(`:${version} web-v2`)),
        `${dependencies}`,
      );
    });
  }

  it("is refused when it takes no notice of the split, whoever comes first", async () => {
    const first = await told(() => {
      edge();
      canary();
    });
    assert.match(first.refused, /Canary "web": .*\n.*AppGateway "edge" relies on it: routes\[0\]/);
    const second = await told(() => {
      canary();
      edge();
    });
    assert.match(
      second.refused,
      /AppGateway "edge": .*\n {2}routes\[0\].service: goes to all versions alike \(v1, v2\).*split of Canary "web".*write routes\[0\].canary/,
    );
  });

  it("may have other shares", async () => {
    const { refused, warned } = await told(() => {
      canary();
      edge({ routes: [{ ...web, versions: [{ name: "v2", weight: 100 }] }] });
    });
    assert.deepEqual([refused, warned], ["", []]);
  });

  it("is refused with a version that the canary does not have, and warned of one that nobody has", async () => {
    const routes = [{ ...web, versions: [{ name: "v3", weight: 100 }] }];
    const refused = await told(() => {
      canary();
      edge({ routes });
    });
    assert.match(
      refused.refused,
      /routes\[0\].versions\[0\].name: "v3" is no version of Canary "web"/,
    );
    const warned = await told(() => void edge({ routes }));
    assert.match(warned.warned[0] ?? "", /routes\[0\].versions\[0\].name: .*"v3".*KIA1107/);
  });

  it("is refused where subsets meet Services", async () => {
    const { refused } = await told(() => {
      canary({ dialect: "gateway-api", targetPort: 8080 });
      edge({ routes: [{ ...web, versions }] });
    });
    assert.match(refused, /"v1" is among the Services of Canary "web".*write canary/);
  });

  it("leaves hosts to it, where it says so", async () => {
    const seen = await record(() => {
      const gateway = edge({ routes: undefined, routesElsewhere: true });
      canary({ gateways: ["mesh", gateway.gateway], hosts });
    });
    const routes = seen.ofType("kubernetes:networking.istio.io/v1:VirtualService");
    assert.deepEqual(routes.map(({ name }) => name).sort(), ["web", "web-gateway"]);
    const listener = await record(
      () => void edge({ dialect: "gateway-api", routes: undefined, routesElsewhere: true }),
    );
    assert.deepEqual(
      listener.the("kubernetes:gateway.networking.k8s.io/v1:Gateway").inputs.spec.listeners[0]
        .allowedRoutes,
      { namespaces: { from: "All" } },
    );
  });

  it("does not share a host with it", async () => {
    const { refused } = await told(() => {
      const gateway = edge();
      canary({ gateways: [gateway.gateway], hosts });
    });
    assert.match(
      refused,
      /hosts\[0\]: host at the gateway shop\/edge\/shop.example.com belongs to/,
    );
  });
});

describe("two gateways of applications", () => {
  it("do not serve one host at one port of the same Pods", async () => {
    const { refused } = await told(() => {
      edge();
      edge({ namespace: new MeshNamespace("other", { dataPlaneMode: "sidecar" }).name }, "other");
    });
    assert.match(
      refused,
      /AppGateway "other": 1 argument cannot work\n {2}hosts\[0\]: host at the port of the gateway istio=ingressgateway\/80\/shop.example.com belongs to AppGateway "edge" already; serve it in one AppGateway/,
    );
  });

  it("may do so at other Pods, at another port and for other hosts", async () => {
    const { refused } = await told(() => {
      edge();
      edge({ selector: { istio: "other" } }, "pods");
      edge({ port: 8080 }, "port");
      edge({ hosts: ["*.example.com"] }, "host");
      edge({ dialect: "gateway-api" }, "own");
    });
    assert.equal(refused, "");
  });
});

/** Stands for an IngressGateway, or without a selector for a ControlPlane. */
const topology = (value: Partial<GatewayTopologyFact>) =>
  joinProgram(
    "IngressGateway",
    "ingress",
    {
      facts: [
        fact({
          topic: "gatewayTopology",
          key: [],
          path: "gatewayName",
          value: { owner: 'IngressGateway "ingress"', ...value },
        }),
      ],
    },
    undefined,
  );
const selector = { istio: "ingressgateway" };
const matches = [{ headers: [{ name: "x-forwarded-proto", exact: "http" }] }];
const byScheme: AppRoute[] = [{ matches, redirect: { scheme: "https" } }, web];

describe("an edge behind a proxy", () => {
  const path = "routes[0].matches[0].headers[0].name";

  it("is warned of a header of the proxy where nobody says that the gateway believes it", async () => {
    const { refused, warned } = await told(() => void edge({ routes: byScheme }));
    assert.equal(refused, "");
    assert.equal(warned.length, 1);
    assert.ok(warned[0]?.includes(`AppGateway "edge": ${path}: x-forwarded-proto is what a proxy`));
  });

  it("is refused where the program says that the gateway believes none", async () => {
    const { refused } = await told(() => {
      topology({ numTrustedProxies: 0 });
      topology({ selector, numTrustedProxies: 0 });
      edge({ routes: byScheme });
    });
    assert.ok(
      refused.includes(`${path}: x-forwarded-proto is what a proxy in front says, and this`),
    );
    const { refused: own } = await told(
      () => void edge({ routes: byScheme, numTrustedProxies: 0 }),
    );
    assert.ok(own.includes(path));
  });

  for (const [what, before, args] of [
    ["the mesh says so", () => topology({ numTrustedProxies: 1 }), {}],
    ["its gateway says so", () => topology({ selector, numTrustedProxies: 2 }), {}],
    ["it says so itself", () => {}, { numTrustedProxies: 1 }],
  ] as [string, () => void, Partial<AppGatewayArgs>][]) {
    it(`is fine where ${what}`, async () => {
      const { refused, warned } = await told(() => {
        before();
        edge({ routes: byScheme, ...args });
      });
      assert.deepEqual([refused, warned], ["", []]);
    });
  }

  it("is refused with a number that its gateway does not have", async () => {
    const { refused } = await told(() => {
      topology({ selector, numTrustedProxies: 2 });
      edge({ routes: byScheme, numTrustedProxies: 1 });
    });
    assert.match(refused, /numTrustedProxies: 1 is not what IngressGateway "ingress" has, 2/);
  });

  it("is judged by the mesh config where its gateway has no number of its own", async () => {
    const program = (mesh: object, gateway: object, app: Partial<AppGatewayArgs>) => () => {
      new ControlPlane("mesh", { profile: "sidecar", meshConfig: { defaultConfig: mesh } });
      new IngressGateway("ingress", gateway);
      edge({ routes: byScheme, ...app });
    };
    const ofMesh = { gatewayTopology: { numTrustedProxies: 2 } };
    assert.match((await told(program({}, {}, {}))).refused, /this gateway trusts none/);
    assert.deepEqual(await told(program(ofMesh, {}, {})), { refused: "", warned: [] });
    const own = { numTrustedProxies: 0 };
    assert.match((await told(program(ofMesh, own, {}))).refused, /this gateway trusts none/);
    assert.match(
      (await told(program(ofMesh, {}, { numTrustedProxies: 1 }))).refused,
      /numTrustedProxies: 1 is not what IngressGateway "ingress" has, 2/,
    );
    const other = () =>
      new ControlPlane("next", { profile: "sidecar", revision: "next", parts: "istiod" });
    const beside = (gateway: object) => () => {
      other();
      program(ofMesh, gateway, {})();
    };
    assert.deepEqual(await told(beside({})), { refused: "", warned: [] });
    assert.match((await told(beside({ revision: "next" }))).refused, /this gateway trusts none/);
    const late = { gatewayTopology: { numTrustedProxies: pulumi.output(2) } };
    const { refused, warned } = await told(program(late, {}, {}));
    assert.equal(refused, "");
    assert.match(warned.join(), /nobody in this program says that the gateway trusts one/);
  });

  const inFront: Partial<AppGatewayArgs> = {
    servers: [{ port: 80, protocol: "HTTP", hosts, redirectToHttps: true, tlsInFront: true }],
    numTrustedProxies: 1,
  };

  it("redirects clients without TLS only, at one port", async () => {
    const seen = await record(() => void edge(inFront));
    const { spec } = seen.the("kubernetes:networking.istio.io/v1:Gateway").inputs;
    assert.deepEqual(spec.servers[0].tls, { httpsRedirect: true });
    assert.equal(seen.ofType("kubernetes:networking.istio.io/v1:VirtualService").length, 1);
  });

  it("does so in the Gateway API, by the header, and tells the gateway to believe it", async () => {
    const routes = [{ prefix: ["/api"], service: "api", port: 80 }, web];
    const seen = await record(() => void edge({ ...inFront, routes, dialect: "gateway-api" }));
    const { spec } = seen.the("kubernetes:gateway.networking.k8s.io/v1:Gateway").inputs;
    assert.deepEqual(spec.infrastructure.annotations, {
      "proxy.istio.io/config": '{"gatewayTopology":{"numTrustedProxies":1}}',
    });
    const rules = (name: string) =>
      seen.the("kubernetes:gateway.networking.k8s.io/v1:HTTPRoute", name).inputs.spec.rules;
    const https = [{ name: "x-forwarded-proto", type: "Exact", value: "https" }];
    assert.deepEqual(
      rules("edge-in-front").map((rule: { matches: object }) => rule.matches),
      [[{ path: { type: "PathPrefix", value: "/api" }, headers: https }], [{ headers: https }]],
    );
    assert.deepEqual(rules("edge-redirect-in-front"), [
      {
        matches: [{ headers: [{ name: "x-forwarded-proto", type: "Exact", value: "http" }] }],
        filters: [
          { type: "RequestRedirect", requestRedirect: { scheme: "https", statusCode: 301 } },
        ],
      },
    ]);
  });

  it("is refused with a port that its gateway does not have", async () => {
    const { refused } = await told(() => {
      topology({ selector, ports: [80, 443] });
      edge({ port: 8443 });
    });
    assert.match(refused, /port: 8443 is no port of IngressGateway "ingress" \(80, 443\)/);
  });
});

const pem = newCertificate({ commonName: "shop", dnsNames: ["*.example.com"] });
const certificate = (args: object = {}, name = "shop") =>
  new GatewayCertificate(name, { gatewayNamespace: "istio-ingress", pem, ...args });
const secure = (name = "shop.example.com", tls: object = {}): Partial<AppGatewayArgs> => ({
  servers: [
    {
      port: 443,
      protocol: "HTTPS",
      hosts: [name],
      tls: { credentialName: "shop", ...tls },
    },
  ],
});

describe("an edge with a certificate of the program", () => {
  const gateway = () => topology({ selector, namespace: "istio-ingress" });

  it("is fine where the certificate is beside the gateway's Pods, and for its hosts", async () => {
    const seen = await told(() => {
      gateway();
      certificate();
      edge(secure());
    });
    assert.deepEqual(seen, { refused: "", warned: [] });
  });

  it("is refused where the Secret is elsewhere", async () => {
    const { refused } = await told(() => {
      gateway();
      certificate({ gatewayNamespace: "shop" });
      edge(secure());
    });
    assert.match(
      refused,
      /servers\[0\].tls.credentialName: "shop" is in namespace shop \(GatewayCertificate "shop"\).*in istio-ingress; give it gatewayNamespace "istio-ingress"/,
    );
    const { refused: own } = await told(() => {
      certificate();
      edge({ ...secure(), dialect: "gateway-api" });
    });
    assert.match(own, /give it gatewayNamespace "shop"/);
  });

  it("is refused with a host that the certificate is not for", async () => {
    const { refused } = await told(() => {
      certificate();
      edge(secure("a.shop.example.com"));
    });
    assert.match(
      refused,
      /servers\[0\].hosts\[0\]: "a.shop.example.com" is not among the names of its certificate \(GatewayCertificate "shop": \*\.example\.com\)/,
    );
  });

  it("is warned of a certificate that comes later and is not for its host", async () => {
    const { warned } = await told(() => {
      edge(secure("shop.example.org"));
      certificate();
    });
    assert.match(warned[0] ?? "", /servers\[0\].hosts\[0\]: "shop.example.org" is not among/);
  });

  it("is warned when it asks clients for certificates and nobody says of which CA", async () => {
    const { refused, warned } = await told(() => {
      certificate();
      edge(secure(undefined, { mode: "MUTUAL" }));
    });
    assert.equal(refused, "");
    assert.match(
      warned[0] ?? "",
      /servers\[0\].tls.mode: MUTUAL has no CAs to check clients by.*shop-cacert.*clientCa/,
    );
  });
});

it("an edge with several ports in the Gateway API has routes that the API takes", async () => {
  const server = { protocol: "HTTP", hosts } as const;
  const refs = async (servers: AppGatewayArgs["servers"]) => {
    const seen = await record(() => void edge({ dialect: "gateway-api", servers }));
    return seen.the("kubernetes:gateway.networking.k8s.io/v1:HTTPRoute", "edge").inputs.spec
      .parentRefs;
  };
  const secureServer = (port: number) => ({
    port,
    protocol: "HTTPS" as const,
    hosts,
    tls: { credentialName: `shop-${port}` },
  });
  const redirect = { ...server, port: 80, redirectToHttps: true };
  assert.deepEqual(await refs([{ ...server, port: 80 }, secureServer(443)]), [{ name: "edge" }]);
  assert.deepEqual(await refs([redirect, secureServer(443)]), [{ name: "edge", port: 443 }]);
  assert.deepEqual(await refs([redirect, secureServer(443), secureServer(8443)]), [
    { name: "edge", sectionName: "https-shop-example-com" },
    { name: "edge", sectionName: "https-2-shop-example-com" },
  ]);
});

it("an edge with another cluster's objects is none of this program's", async () => {
  const { refused } = await told(() => {
    edge();
    const provider = new k8s.Provider("other", { kubeconfig: "other" });
    new AppGateway(
      "other",
      { namespace: "shop", name: "edge", hosts, routes: [web] },
      { providers: { kubernetes: provider } },
    );
  });
  assert.equal(refused, "");
});
