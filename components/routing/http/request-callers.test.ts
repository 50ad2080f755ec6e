import { each, later, service, space, waypoint } from "../../../test/support/waypoint-programs";
import { AppGateway, Canary, type CanaryArgs, type RequestMatch, ServiceRoute } from "../..";

const gateway = (match: RequestMatch) => () =>
  void new AppGateway("web", {
    namespace: "shop",
    hosts: ["a.example.com"],
    routes: [
      { service: "web", port: 80, matches: [{ path: { prefix: "/api" } }, match] },
      { service: "web", port: 80 },
    ],
  });
const canary =
  (match: RequestMatch, args: Partial<CanaryArgs> = {}) =>
  () =>
    void new Canary("web", {
      namespace: "shop",
      service: "web",
      versions: [
        { name: "v1", weight: 90 },
        { name: "v2", weight: 10 },
      ],
      matches: [{ ...match, version: "v2" }],
      ...args,
    });
const route = (match: RequestMatch) => () =>
  void new ServiceRoute("web", {
    namespace: "shop",
    service: "web",
    rules: [{ matches: [match], timeout: "1s" }, {}],
  });

const labels = { sourceLabels: { app: "tester" } };
const elsewhere = { sourceNamespace: "bank" };
const atGateway = { gateways: ["shop/web"], hosts: ["a.example.com"] };
const sidecars = space({ dataPlaneMode: "sidecar" });

describe("matches on who calls", () => {
  each([
    [
      "are refused where a gateway alone follows the route",
      [gateway(labels)],
      /^AppGateway "web": 1 argument.*\n {2}routes\[0\]\.matches\[1\]\.sourceLabels: \{"app":"tester"\} is for callers with a sidecar: a gateway compares it with its own Pods, and takes all requests or none; match a header/,
    ],
    [
      "of a namespace too",
      [gateway(elsewhere)],
      /routes\[0\]\.matches\[1\]\.sourceNamespace: "bank" is for callers/,
    ],
    [
      "and if they arrive later",
      [gateway({ sourceNamespace: later("bank") })],
      /routes\[0\]\.matches\[1\]\.sourceNamespace: is for callers/,
    ],
    [
      "are refused in a canary at gateways alone",
      [canary(labels, atGateway)],
      /^Canary "web": .*\n {2}matches\[0\]\.sourceLabels: \{"app":"tester"\} is for callers with a sidecar/,
    ],
    [
      "are the mesh's in a canary at both",
      [sidecars, canary(labels, { ...atGateway, gateways: ["mesh", "shop/web"] })],
      "",
    ],
    [
      "are taken among sidecars",
      [sidecars, route(labels), canary(elsewhere, { service: "api" })],
      "",
    ],
    [
      "are told of where a waypoint follows the route",
      [space(), waypoint({ enrol: true }), route(labels)],
      /^ServiceRoute "web": rules\[0\]\.matches\[0\]\.sourceLabels: is for callers with a sidecar, and requests of ambient callers to shop\/web pass Waypoint "way": it takes no request there: .*the next rule decides; match a header/,
    ],
    [
      "of a namespace are told of as what a waypoint makes of them",
      [space(), waypoint({ enrolServices: ["web"] }), route(elsewhere)],
      /sourceNamespace: .*pass Waypoint "way": it takes all requests there or none: a waypoint compares it with its own namespace/,
    ],
    [
      "are told of in a canary, whose waypoint comes later",
      [space(), canary(labels), waypoint({ enrol: true })],
      /^Canary "web": matches\[0\]\.sourceLabels: is for callers with a sidecar, and requests/,
    ],
    [
      "are told of where the Service alone has a waypoint",
      [service({ "istio.io/use-waypoint": "way" }), waypoint(), route(labels)],
      /^ServiceRoute "web": rules\[0\]\.matches\[0\]\.sourceLabels: is for callers with a sidecar/,
    ],
    [
      "are not told of where the Service has none on purpose",
      [sidecars, service({ "istio.io/use-waypoint": "none" }), waypoint(), route(labels)],
      "",
    ],
    ["say nothing when they are undefined", [gateway({ method: "GET" })], ""],
  ]);
});
