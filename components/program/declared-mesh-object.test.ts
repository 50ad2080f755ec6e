import assert from "node:assert/strict";
import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { runProgram } from "../../test/support/field-program";
import {
  AppGateway,
  Authorization,
  Canary,
  ControlPlane,
  ExternalService,
  MeshNamespace,
  MeshTelemetry,
  MutualTls,
  networking,
  ServiceRoute,
  SidecarScope,
  security,
  TrafficPolicy,
  Waypoint,
} from "..";

const metadata = { name: "raw", namespace: "shop" };
const host = "web.shop.svc.cluster.local";

/** An object as a program makes it without a class for its kind. */
const raw = (apiVersion: string, kind: string, spec: object, more: object = {}) =>
  new k8s.apiextensions.CustomResource("raw", {
    apiVersion,
    kind,
    metadata: { ...metadata, ...more },
    spec,
  });
const strict = () =>
  raw("security.istio.io/v1", "PeerAuthentication", { mtls: { mode: "STRICT" } });
const plain = () =>
  new TrafficPolicy("web", { namespace: "shop", service: "web", tls: { mode: "DISABLE" } });
const route = (service: string) =>
  new ServiceRoute("web", { namespace: "shop", service, rules: [{ timeout: "1s" }] });

/** Everything that the user is told. */
async function told(...program: (() => unknown)[]): Promise<string> {
  const { refusals, warnings } = await runProgram(() => {
    for (const step of program) {
      step();
    }
  });
  return [...refusals.map(({ text }) => text), ...warnings].join("\n");
}

describe("an object of the mesh without a component", () => {
  const cases: [string, (() => unknown)[], RegExp][] = [
    [
      "that wants mutual TLS is known to who speaks plain text",
      [plain, strict],
      /TrafficPolicy "web": tls\.mode: "DISABLE" .* PeerAuthentication "raw" lets nothing but mutual TLS in/,
    ],
    [
      "that speaks plain text is told of who wants mutual TLS",
      [
        () => new MutualTls("all", { namespace: "shop" }),
        () =>
          new networking.v1.DestinationRule("raw", {
            metadata,
            spec: { host: "web", trafficPolicy: { tls: { mode: "DISABLE" } } },
          }),
      ],
      /DestinationRule "raw": spec\.trafficPolicy\.tls\.mode: "DISABLE".*MutualTls "all"/,
    ],
    [
      "is a second mode of mutual TLS",
      [() => new MutualTls("all", { namespace: "shop" }), strict],
      /PeerAuthentication "raw".*mutual TLS of shop belongs to MutualTls "all" already/s,
    ],
    [
      "is a second mode for some of the same Pods",
      [
        () => new MutualTls("web", { namespace: "shop", selector: { app: "web" } }),
        () =>
          new security.v1.PeerAuthentication("raw", {
            metadata,
            spec: { selector: { matchLabels: { app: "web", v: "1" } } },
          }),
      ],
      /PeerAuthentication "raw": spec\.selector: chooses Pods with app=web,v=1, which MutualTls "web"/,
    ],
    [
      "is a second scope of a namespace",
      [
        () => raw("networking.istio.io/v1", "Sidecar", { egress: [{ hosts: ["./*"] }] }),
        () => new SidecarScope("small", { namespace: "shop", hosts: ["./*"] }),
      ],
      /SidecarScope "small".*scope of the sidecars of shop belongs to Sidecar "raw" already/s,
    ],
    [
      "is a second telemetry of a namespace",
      [
        () => new MeshTelemetry("all", { namespace: "shop", accessLogging: [{ disabled: true }] }),
        () => raw("telemetry.istio.io/v1", "Telemetry", { tracing: [{}] }),
      ],
      /Telemetry "raw".*telemetry of shop belongs to MeshTelemetry "all" already/s,
    ],
    [
      "is a second authorizer",
      [
        () =>
          raw("security.istio.io/v1", "AuthorizationPolicy", {
            action: "CUSTOM",
            provider: { name: "one" },
            rules: [{}],
          }),
        () =>
          new Authorization("two", {
            namespace: "shop",
            action: "CUSTOM",
            provider: "two",
            preset: "custom-all",
          }),
      ],
      /Authorization "two".*provider: "two" is a second authorizer for all of shop, about which AuthorizationPolicy "raw" asks "one"/s,
    ],
    [
      "lets the waypoint in that a list leaves out",
      [
        () => new MeshNamespace("shop", { dataPlaneMode: "ambient" }),
        () => new Waypoint("way", { namespace: "shop", enrol: true }),
        () => new Authorization("own", { namespace: "shop", rules: fromShop }),
        () =>
          raw("security.istio.io/v1", "AuthorizationPolicy", {
            rules: [{ from: [{ source: { principals: ["cluster.local/ns/shop/sa/waypoint"] } }] }],
          }),
      ],
      /^$/,
    ],
    [
      "is a second rule for the host of a policy",
      [
        () => new TrafficPolicy("web", { namespace: "shop", service: "web", ...pool }),
        () => raw("networking.istio.io/v1", "DestinationRule", { host, trafficPolicy: pool }),
      ],
      /DestinationRule "raw".*traffic policy of host web\.shop\.svc\.cluster\.local\/shop belongs to TrafficPolicy "web"/s,
    ],
    [
      "is a second route of a Service",
      [
        () => route("web"),
        () => raw("networking.istio.io/v1", "VirtualService", { hosts: ["web"], http: [{}] }),
      ],
      /VirtualService "raw".*spec\.hosts\[0\]: route in the mesh of web\.shop\.svc\.cluster\.local belongs to ServiceRoute "web" already/s,
    ],
    [
      "declares a host that a component declares",
      [
        () => entry(),
        () =>
          new ExternalService("pay", {
            namespace: "shop",
            hosts: ["pay.example.com"],
            ports: [{ port: 80, protocol: "HTTP" }],
          }),
      ],
      /ExternalService "pay".*external host pay\.example\.com:80\/all namespaces belongs to ServiceEntry "raw"/s,
    ],
  ];
  const fromShop = [{ from: [{ serviceAccounts: ["shop/web"] }] }];
  const pool = { connectionPool: { tcp: { maxConnections: 3 } } };
  const entry = () =>
    new networking.v1.ServiceEntry("raw", {
      metadata,
      spec: {
        hosts: ["pay.example.com"],
        ports: [{ number: 80, name: "http", protocol: "HTTP" }],
        resolution: "DNS",
      },
    });
  for (const [what, program, expected] of cases) {
    it(what, async () => assert.match(await told(...program), expected));
  }

  it("is what others look for", async () => {
    assert.match(await told(() => route("pay.example.com")), /declared by no ExternalService/);
    assert.equal(await told(() => route("pay.example.com"), entry), "");
    const guard = () =>
      new Authorization("guard", { namespace: "shop", onlyThroughWaypoint: "raw" });
    const waypoint = () =>
      raw("gateway.networking.k8s.io/v1", "Gateway", {
        gatewayClassName: "istio-waypoint",
        listeners: [{ name: "mesh", port: 15008, protocol: "HBONE" }],
      });
    assert.match(await told(guard), /is a waypoint that nothing in this program declares/);
    const space = () => new MeshNamespace("shop", { dataPlaneMode: "ambient", waypoint: "raw" });
    assert.equal(await told(guard, waypoint, space), "");
  });

  for (const [kind, spec] of [
    ["PeerAuthentication", pulumi.output({ mtls: { mode: "STRICT" } })],
    ["PeerAuthentication", { selector: pulumi.output({ matchLabels: { app: "api" } }) }],
    ["PeerAuthentication", { selector: { matchLabels: pulumi.output({ app: "api" }) } }],
    ["AuthorizationPolicy", { rules: pulumi.output([]) }],
    ["AuthorizationPolicy", { targetRefs: pulumi.output([{ kind: "Service", name: "web" }]) }],
  ] as const) {
    it(`has no place before that arrives: ${kind} ${Object.keys(spec).slice(0, 1)}`, async () => {
      assert.equal(
        await told(
          () => new MeshNamespace("shop", { dataPlaneMode: "ambient" }),
          () => new ControlPlane("mesh", { profile: "ambient" }),
          () => new MutualTls("all", { namespace: "shop" }),
          () => new Waypoint("way", { namespace: "shop", enrol: true }),
          () => raw("security.istio.io/v1", kind, spec),
        ),
        "",
      );
    });
  }

  it("is known in the namespace of a component", async () => {
    const said = await told(() => {
      const { name: namespace } = new MeshNamespace("shop", { dataPlaneMode: "sidecar" });
      const port = { number: 80, name: "http", protocol: "HTTP" };
      new AppGateway("api-gateway", { namespace, routes: [{ service: "api", port: 80 }] });
      new networking.v1.Gateway("web-gateway", {
        metadata: { name: "web-gateway", namespace },
        spec: { selector: { istio: "web" }, servers: [{ hosts: ["web.example.com"], port }] },
      });
      new Canary("web", {
        namespace,
        service: "web",
        versions: [{ name: "v1", weight: 100 }],
        gateways: [pulumi.interpolate`${namespace}/web-gateway`],
        hosts: ["web.example.com"],
      });
    });
    assert.equal(said, "");
  });

  it("says nothing of what arrives later, and is no rival where it is for others", async () => {
    const later = pulumi.output("STRICT");
    assert.equal(
      await told(plain, () =>
        raw("security.istio.io/v1", "PeerAuthentication", { mtls: { mode: later } }),
      ),
      "",
    );
    assert.equal(
      await told(
        () => route("web"),
        () =>
          raw(
            "networking.istio.io/v1",
            "VirtualService",
            {
              hosts: ["web"],
              gateways: ["shop/edge"],
              http: [{ route: [{ destination: { host: "web" } }] }],
            },
            { name: "other" },
          ),
        () => new ControlPlane("mesh", { profile: "sidecar" }),
      ),
      "",
    );
  });
});
