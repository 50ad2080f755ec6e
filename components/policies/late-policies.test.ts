import type * as pulumi from "@pulumi/pulumi";
import { each, later, space, waypoint } from "../../test/support/waypoint-programs";
import {
  Authorization,
  type AuthorizationArgs,
  ControlPlane,
  MeshNamespace,
  MeshTelemetry,
  RateLimit,
  SidecarScope,
} from "..";

const guard = (onlyThroughWaypoint: pulumi.Input<string>) => () =>
  void new Authorization("guard", { namespace: "shop", onlyThroughWaypoint });
const limits = (name: pulumi.Input<string>) => () =>
  void new RateLimit("limits", {
    namespace: "shop",
    position: "waypoint",
    waypoint: name,
    local: { requests: 10, interval: "1m" },
  });
const mesh = () => void new ControlPlane("mesh", { profile: "ambient", version: "1.31.2" });
const inNamespace = (args: Partial<AuthorizationArgs>, mode: "sidecar" | "ambient") => () => {
  const { name: namespace } = new MeshNamespace("bank", { dataPlaneMode: mode });
  new Authorization("a", { preset: "deny-all", ...args, namespace });
};

describe("the waypoint that is the only way to Pods", () => {
  each([
    [
      "is declared by nobody",
      [space(), guard("way")],
      /^Authorization "guard": onlyThroughWaypoint: "way" is a waypoint that nothing in this program declares; where there is none, the Pods refuse everybody$/,
    ],
    [
      "turns out to be nobody's",
      [space(), waypoint({ enrol: true }), guard(later("shop/wya"))],
      /^Authorization "guard": onlyThroughWaypoint: "wya" is a waypoint that nothing .*; did you mean "way"\?$/,
    ],
    [
      "is one that nothing is sent through",
      [space(), waypoint(), guard("way")],
      /^Authorization "guard": onlyThroughWaypoint: is Waypoint "way", through which nothing in this program sends requests, so that the Pods refuse everybody/,
    ],
    ["is the namespace's", [space(), waypoint({ enrol: true }), guard("way")], ""],
    [
      "is another namespace's",
      [waypoint({ namespace: "egress", enrol: true }), guard("egress/way")],
      "",
    ],
    [
      "turns out to be another namespace's",
      [waypoint({ namespace: "egress", enrol: true }), guard(later("egress/way"))],
      "",
    ],
  ]);
});

describe("the waypoint that counts requests", () => {
  each([
    [
      "is declared by nobody",
      [space(), limits("way")],
      /^RateLimit "limits": waypoint: "way" is a waypoint that nothing in this program declares; where there is none, nothing counts requests$/,
    ],
    [
      "turns out to be nobody's",
      [space(), waypoint({ enrol: true }), limits(later("wya"))],
      /^RateLimit "limits": waypoint: "wya" is a waypoint .*; did you mean "way"\?$/,
    ],
    [
      "is one that nothing is sent through",
      [space(), waypoint(), limits("way")],
      /^RateLimit "limits": waypoint: is Waypoint "way", .*so that nothing counts requests/,
    ],
    ["serves its namespace", [space(), waypoint({ enrol: true }), limits("way")], ""],
  ]);
});

describe("a name that arrives later and that nobody declares", () => {
  each([
    [
      "is that of an authorizer",
      [
        mesh,
        () =>
          void new Authorization("a", {
            namespace: "shop",
            action: "CUSTOM",
            rules: [{ to: [{ ports: [8080] }] }],
            provider: later("authz"),
          }),
      ],
      /Authorization "a": provider: "authz" is none of the extensionProviders that ControlPlane "mesh" declares/,
    ],
    [
      "is that of a tracer",
      [
        mesh,
        () =>
          void new MeshTelemetry("m", {
            namespace: "shop",
            tracing: { provider: later("jaeger") },
          }),
      ],
      /MeshTelemetry "m": tracing\.provider: "jaeger" is no provider that ControlPlane "mesh" declares/,
    ],
    [
      "is that of a revision",
      [
        mesh,
        () =>
          void new MeshNamespace("shop", { dataPlaneMode: "sidecar", revision: later("canary") }),
      ],
      /MeshNamespace "shop": revision: no istiod and no tag of this program is called "canary"/,
    ],
    [
      "is that of a class of waypoints",
      [
        () =>
          void new Authorization("a", {
            namespace: "istio-system",
            preset: "deny-all",
            targets: [{ kind: "GatewayClass", name: later("istio") }],
          }),
      ],
      /targets\[0\]\.name: "istio" is no class that waypoints have; allowed: istio-waypoint/,
    ],
  ]);
});

describe("a namespace whose name is an output of its component", () => {
  each([
    [
      "is named in what is said of a target",
      [inNamespace({ targets: [{ kind: "Service", name: "web" }] }, "sidecar")],
      /the program's namespace "bank" has mode "sidecar"; use selector/,
    ],
    [
      "is named in what is said of its mode",
      [inNamespace({ dataPlaneMode: "ambient" }, "sidecar")],
      /Pods of the program's namespace "bank" are in the mesh: "sidecar"/,
    ],
    [
      "is known as the one whose scopes are for the whole mesh",
      [
        () => {
          const root = new MeshNamespace("istio-system", { dataPlaneMode: "none" });
          new SidecarScope("s", { namespace: root.name, selector: { app: "web" }, hosts: ["./*"] });
        },
      ],
      /selector: \{"app":"web"\} is not allowed in the root namespace "istio-system"/,
    ],
  ]);
});
