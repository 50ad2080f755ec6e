import * as mesh from "../../components";
import { runProgram } from "../support/field-program";
import { assertRight, fieldCase, refused } from "../support/field-right";

const none = undefined as never;
const any = (value: unknown) => value as never;

describe("field: a needed argument that is not there", () => {
  const weight = { by: 'Canary "web"', at: "versions[1].weight", words: /is missing/ };
  for (const [file, what] of [
    ["index", "the weight of one version"],
    ["ambient", "the weight of one version, in the Gateway API"],
    ["whole", "the weight of a version beside one with everything"],
  ]) {
    fieldCase(`M-13: ${what}`, `M-13/${file}`, refused(weight));
  }

  const shop = { namespace: "shop" };
  const web = { service: "web", ...shop };
  const whole = [{ name: "v1", weight: 100 }];
  const egress = {
    namespace: "e",
    gatewayService: "s",
    selector: { a: "b" },
    host: "a.example.com",
  };
  const external = { ...shop, hosts: ["a.example.com"] };
  const http = { port: 80, protocol: "HTTP" as const };
  const tries: [component: string, at: string, make: () => unknown][] = [
    ["Canary", "service", () => new mesh.Canary("a", { ...shop, service: none, versions: whole })],
    [
      "Canary",
      "namespace",
      () => new mesh.Canary("a", { ...web, namespace: none, versions: whole }),
    ],
    ["Canary", "versions", () => new mesh.Canary("a", { ...web, versions: none })],
    [
      "TrafficPolicy",
      "service",
      () =>
        new mesh.TrafficPolicy("a", { ...shop, service: none, loadBalancer: { simple: "RANDOM" } }),
    ],
    ["ServiceRoute", "rules", () => new mesh.ServiceRoute("a", { ...web, rules: none })],
    [
      "AppGateway",
      "namespace",
      () => new mesh.AppGateway("a", { namespace: none, routes: [{ service: "web", port: 80 }] }),
    ],
    [
      "AppGateway",
      "routes[0].versions[1].weight",
      () => {
        const versions = [
          { name: "v1", weight: 50 },
          { name: "v2", weight: none },
        ];
        new mesh.AppGateway("a", { ...shop, routes: [{ service: "web", port: 80, versions }] });
      },
    ],
    [
      "Authorization",
      "namespace",
      () => new mesh.Authorization("a", { namespace: none, preset: "deny-all" }),
    ],
    [
      "JwtAuthentication",
      "jwtRules[0].issuer",
      () => new mesh.JwtAuthentication("a", { ...shop, jwtRules: [{ issuer: none }] }),
    ],
    [
      "JwtAuthentication",
      "jwtRules",
      () => new mesh.JwtAuthentication("a", { ...shop, jwtRules: none }),
    ],
    ["EgressRoute", "host", () => new mesh.EgressRoute("a", { ...egress, host: none })],
    ["EgressRoute", "selector", () => new mesh.EgressRoute("a", { ...egress, selector: none })],
    [
      "EgressRoute",
      "gatewayService",
      () => new mesh.EgressRoute("a", { ...egress, gatewayService: none }),
    ],
    [
      "RateLimit",
      "local.requests",
      () => new mesh.RateLimit("a", { ...shop, local: { requests: none } }),
    ],
    [
      "RateLimit",
      "namespace",
      () => new mesh.RateLimit("a", { namespace: none, local: { requests: 5 } }),
    ],
    [
      "ExternalService",
      "hosts",
      () => new mesh.ExternalService("a", { ...external, hosts: none, ports: [http] }),
    ],
    [
      "ExternalService",
      "ports[0].protocol",
      () => new mesh.ExternalService("a", { ...external, ports: [{ port: 80, protocol: none }] }),
    ],
    ["MutualTls", "namespace", () => new mesh.MutualTls("a", { namespace: none })],
    [
      "SidecarScope",
      "namespace",
      () => new mesh.SidecarScope("a", { namespace: none, hosts: ["./*"] }),
    ],
    [
      "ServiceRoute",
      "rules[0].retries.attempts",
      () => new mesh.ServiceRoute("a", { ...web, rules: [{ retries: { attempts: none } }] }),
    ],
    [
      "ServiceRoute",
      "rules[0].fault.delay.fixedDelay",
      () =>
        new mesh.ServiceRoute("a", { ...web, rules: [{ fault: { delay: { fixedDelay: none } } }] }),
    ],
    [
      "ServiceRoute",
      'rules[0].headers.request.set["x-a"]',
      () =>
        new mesh.ServiceRoute("a", {
          ...web,
          rules: [{ headers: { request: { set: { "x-a": none } } } }],
        }),
    ],
  ];
  for (const [component, at, make] of tries) {
    it(`M-13: ${component} without ${at}`, async () => {
      const by = `${component} "a"`;
      assertRight(await runProgram(make), [refused({ by, at, words: /missing|undefined/ })]);
    });
  }
});

describe("field: an argument with a wrong word", () => {
  const sidecar = { profile: "sidecar" };
  const control = (args: unknown) => () => new mesh.ControlPlane("a", any(args));
  const gateway = (args: unknown) => () => new mesh.IngressGateway("a", any(args));
  const space = (args: unknown) => () => new mesh.MeshNamespace("a", any(args));
  const two = {
    oci: "oci://registry.example.com/charts",
    repository: "https://charts.example.com",
  };
  const values = { pilot: {} };
  type Try = [what: string, component: string, at: string | RegExp, words: RegExp, () => unknown];
  const tries: Try[] = [
    [
      "version latest",
      "ControlPlane",
      "version",
      /latest/,
      control({ ...sidecar, version: "latest" }),
    ],
    [
      "version v1.31.1",
      "ControlPlane",
      "version",
      /1\.31\.1/,
      control({ ...sidecar, version: "v1.31.1" }),
    ],
    ["version 1.31", "ControlPlane", "version", /1\.31/, control({ ...sidecar, version: "1.31" })],
    [
      "version as a number",
      "ControlPlane",
      "version",
      /1\.31/,
      control({ ...sidecar, version: 1.31 }),
    ],
    [
      "version 2.0.0",
      "ControlPlane",
      "version",
      /2\.0\.0/,
      control({ ...sidecar, version: "2.0.0" }),
    ],
    ["an empty version", "ControlPlane", "version", /./, control({ ...sidecar, version: "" })],
    [
      "two chart sources",
      "ControlPlane",
      /^charts/,
      /oci|repository/,
      control({ ...sidecar, charts: two }),
    ],
    [
      "no chart source",
      "ControlPlane",
      /^charts/,
      /oci|repository|path/,
      control({ ...sidecar, charts: {} }),
    ],
    [
      "oci without its scheme",
      "ControlPlane",
      "charts.oci",
      /oci:\/\//,
      control({ ...sidecar, charts: { oci: "registry.example.com/charts" } }),
    ],
    ["no arguments at all", "ControlPlane", /^(profile|args)/, /missing/, control(undefined)],
    ["empty arguments", "ControlPlane", "profile", /missing/, control({})],
    ["profile undefined", "ControlPlane", "profile", /missing/, control({ profile: undefined })],
    ["profile null", "ControlPlane", "profile", /null|missing/, control({ profile: null })],
    ["profile default", "ControlPlane", "profile", /default/, control({ profile: "default" })],
    ["charts null", "ControlPlane", "charts", /null/, control({ ...sidecar, charts: null })],
    [
      "an unknown argument",
      "ControlPlane",
      "plattform",
      /"platform"/,
      control({ ...sidecar, plattform: "k3s" }),
    ],
    [
      "a chart's values beside values",
      "ControlPlane",
      "istiod",
      /./,
      control({ ...sidecar, istiod: values }),
    ],
    [
      "createNamespace as a text",
      "ControlPlane",
      "createNamespace",
      /true|boolean/,
      control({ ...sidecar, createNamespace: "false" }),
    ],
    ["cni as a text", "ControlPlane", "cni", /true|boolean/, control({ ...sidecar, cni: "false" })],
    [
      "platform eks",
      "ControlPlane",
      "platform",
      /eks/,
      control({ profile: "ambient", platform: "eks" }),
    ],
    ["values of no chart", "ControlPlane", "values.pilot", /./, control({ ...sidecar, values })],
    ["replicas as a text", "IngressGateway", "replicas", /number/, gateway({ replicas: "3" })],
    ["a chart's word", "IngressGateway", "replicaCount", /./, gateway({ replicaCount: 3 })],
    [
      "an argument of another component",
      "IngressGateway",
      "hub",
      /./,
      gateway({ hub: "registry.example.com/mesh" }),
    ],
    [
      "a typing mistake",
      "MeshNamespace",
      "waypiont",
      /"waypoint"/,
      space({ dataPlaneMode: "ambient", waypiont: "w" }),
    ],
    [
      "a tag without its revision",
      "RevisionTag",
      "revision",
      /missing/,
      () => new mesh.RevisionTag("a", any({})),
    ],
  ];
  for (const [what, component, at, words, make] of tries) {
    it(`MI-3: ${component}: ${what}`, async () => {
      assertRight(await runProgram(make), [refused({ by: `${component} "a"`, at, words })]);
    });
  }
});
