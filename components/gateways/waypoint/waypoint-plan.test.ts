import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { settled } from "../../../test/support/record";
import type { View } from "../../program/view";
import type { WaypointArgs } from "./waypoint-args";
import { waypointPlan } from "./waypoint-plan";

const plan = (args: Partial<WaypointArgs> = {}) =>
  waypointPlan("waypoint", { namespace: "shop", ...args });

describe("the plan of a waypoint", () => {
  it("is a Gateway of Istio's class that Pulumi waits for", () => {
    assert.deepEqual(plan().object, {
      name: "waypoint",
      namespace: "shop",
      labels: undefined,
      annotations: { "pulumi.com/waitFor": "condition=Programmed" },
      spec: {
        gatewayClassName: "istio-waypoint",
        listeners: [{ name: "mesh", port: 15008, protocol: "HBONE" }],
      },
    });
  });

  it("says what it is for and whose it is, when asked to", () => {
    assert.deepEqual(plan({ waypointFor: "all", revision: "canary" }).object.labels, {
      "istio.io/waypoint-for": "all",
      "istio.io/rev": "canary",
    });
  });
});

describe("the enrolment of a waypoint", () => {
  it("is left to others unless it is asked for", () => {
    assert.equal(plan().namespacePatch, undefined);
    assert.deepEqual(plan().servicePatches, []);
    assert.equal(plan().parameters, undefined);
  });

  it("labels the namespace", () => {
    assert.deepEqual(plan({ enrol: true, ingressUseWaypoint: true }).namespacePatch, {
      name: "shop",
      labels: { "istio.io/use-waypoint": "waypoint", "istio.io/ingress-use-waypoint": "true" },
      annotations: undefined,
    });
  });

  it("labels chosen Services", () => {
    const labels = { "istio.io/use-waypoint": "waypoint" };
    assert.deepEqual(plan({ enrolServices: ["web"] }).servicePatches, [
      ["web", { name: "web", namespace: "shop", labels, annotations: undefined }],
    ]);
  });

  it("takes a share of the connections beside another waypoint", () => {
    const labels = { "istio.io/use-waypoint-canary": "waypoint" };
    const annotations = { "istio.io/use-waypoint-canary-weight": "10" };
    assert.deepEqual(plan({ enrol: true, canaryWeight: 10 }).namespacePatch, {
      name: "shop",
      labels,
      annotations,
    });
    assert.deepEqual(plan({ enrolServices: ["web"], canaryWeight: 0 }).servicePatches, [
      [
        "web",
        {
          name: "web",
          namespace: "shop",
          labels,
          annotations: { "istio.io/use-waypoint-canary-weight": "0" },
        },
      ],
    ]);
  });
});

describe("the identity of a waypoint", () => {
  const inMesh = (trustDomain: string): View => ({
    said: (topic) => (topic === "controlPlane" ? ([{ trustDomain }] as never) : []),
  });
  const principal = (args: Partial<WaypointArgs>, program?: View) =>
    settled(waypointPlan("waypoint", { namespace: "shop", ...args }, program).principal);

  it("is of the trust domain that is said, of the program's, or of the usual one", async () => {
    assert.equal(await principal({}), "cluster.local/ns/shop/sa/waypoint");
    assert.equal(await principal({}, inMesh("a.b")), "a.b/ns/shop/sa/waypoint");
    assert.equal(await principal({ trustDomain: "c.d" }, inMesh("a.b")), "c.d/ns/shop/sa/waypoint");
  });
});

describe("a waypoint's Gateway", () => {
  const listener = (args: Partial<WaypointArgs>) => plan(args).object.spec.listeners[0];

  it("lets other namespaces in when asked to", () => {
    assert.deepEqual(listener({ allowedNamespaces: "All" })?.allowedRoutes, {
      namespaces: { from: "All" },
    });
    assert.deepEqual(listener({ namespaceSelector: { team: "a" } })?.allowedRoutes, {
      namespaces: { from: "Selector", selector: { matchLabels: { team: "a" } } },
    });
    assert.equal(listener({})?.allowedRoutes, undefined);
  });

  it("names what istiod lays over its Deployment", async () => {
    const { object, parameters } = plan({
      name: "edge",
      replicas: 0,
      resources: { requests: { cpu: "10m" } },
    });
    assert.deepEqual(object.spec.infrastructure, {
      parametersRef: { group: "", kind: "ConfigMap", name: "edge-parameters" },
    });
    assert.ok(parameters);
    const resources = { requests: { cpu: "10m" } };
    assert.deepEqual(JSON.parse(await settled(pulumi.output(parameters.data.deployment ?? ""))), {
      spec: {
        replicas: 0,
        template: { spec: { containers: [{ name: "istio-proxy", resources }] } },
      },
    });
  });

  it("tells of more memory than istiod's values let it use", () => {
    const warned = (resources: WaypointArgs["resources"]) =>
      plan(resources && { resources }).warnings.map((text) =>
        text.split(": ").slice(1, 3).join(": "),
      );
    assert.deepEqual(warned({ requests: { memory: "2Gi" } }), [
      'resources.requests.memory: "2Gi" is more than the limit by default, "1Gi"; write limits.memory as well; unless global.waypoint.resources of the chart istiod says otherwise, no Pod is made',
    ]);
    assert.deepEqual(warned({ requests: { memory: "2Gi" }, limits: { memory: "4Gi" } }), []);
    assert.deepEqual(warned({ requests: { memory: "1024Mi", cpu: "2000m" } }), []);
    assert.deepEqual(warned(undefined), []);
  });

  it("is scaled by an autoscaler of its own", async () => {
    const { parameters } = plan({ autoscaling: { min: 2, max: 4 } });
    assert.ok(parameters);
    assert.deepEqual(Object.keys(parameters.data), ["horizontalPodAutoscaler"]);
    const text = await settled(pulumi.output(parameters.data.horizontalPodAutoscaler ?? ""));
    const target = { type: "Utilization", averageUtilization: 80 };
    assert.deepEqual(JSON.parse(text), {
      spec: {
        minReplicas: 2,
        maxReplicas: 4,
        metrics: [{ type: "Resource", resource: { name: "cpu", target } }],
      },
    });
  });
});

describe("a waypoint refuses", () => {
  const refused: [string, Partial<WaypointArgs>, RegExp][] = [
    ["the reserved name", { name: "none" }, /name: "none" is reserved/],
    [
      "an unknown purpose",
      { waypointFor: "services" as "service" },
      /waypointFor: "services" is unknown.*did you mean "service"/,
    ],
    [
      "the name of a Service",
      { name: "web", enrolServices: ["web"] },
      /name: "web" is a Service already, and istiod creates one of this name/,
    ],
    [
      "Services beside their whole namespace",
      { enrol: true, enrolServices: ["web"] },
      /enrolServices: \["web"\] are in the namespace/,
    ],
    [
      "a Service twice",
      { enrolServices: ["web", "web"] },
      /enrolServices\[1\]: "web" is listed twice/,
    ],
    [
      "a share of nothing",
      { canaryWeight: 10 },
      /canaryWeight: 10 is a label of what is enrolled, and nothing is/,
    ],
    [
      "more than all",
      { enrol: true, canaryWeight: 101 },
      /canaryWeight: 101 is not a whole number between 0 and 100/,
    ],
    [
      "requests from ingress for a share",
      { enrol: true, canaryWeight: 10, ingressUseWaypoint: true },
      /ingressUseWaypoint: true is said where the other waypoint is named/,
    ],
    [
      "requests from ingress for nothing",
      { ingressUseWaypoint: true },
      /ingressUseWaypoint: true is a label of what is enrolled, and nothing is/,
    ],
    [
      "an unknown scope",
      { allowedNamespaces: "all" as "All" },
      /allowedNamespaces: "all" is unknown; allowed: Same, All; did you mean "All"/,
    ],
    [
      "two scopes",
      { allowedNamespaces: "All", namespaceSelector: { a: "b" } },
      /namespaceSelector: \{"a":"b"\}: allowedNamespaces "All" and namespaceSelector are set; set at most one/,
    ],
    [
      "a number of Pods beside autoscaling",
      { replicas: 1, autoscaling: {} },
      /replicas: replicas 1 and autoscaling are set; set at most one/,
    ],
    [
      "a namespace that is no DNS label",
      { namespace: "a.b" },
      /namespace: "a.b" is not a DNS label/,
    ],
    [
      "another wait",
      { annotations: { "pulumi.com/waitFor": "x" } },
      /annotations\["pulumi.com\/waitFor"\]: "x" is set by the component/,
    ],
  ];
  for (const [what, args, message] of refused) {
    it(what, () => {
      assert.throws(() => plan(args), message);
    });
  }
});
