import assert from "node:assert/strict";
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

describe("a waypoint refuses", () => {
  const refused: [string, Partial<WaypointArgs>, RegExp][] = [
    ["the reserved name", { name: "none" }, /name: "none" is reserved/],
    [
      "an unknown purpose",
      { waypointFor: "services" as "service" },
      /waypointFor: "services" is unknown.*did you mean "service"/,
    ],
    [
      "a namespace that is no DNS label",
      { namespace: "a.b" },
      /namespace: "a.b" is not a DNS label/,
    ],
    [
      "another wait",
      { annotations: { "pulumi.com/waitFor": "x" } },
      /annotations\["pulumi.com\/waitFor"\]: is set by the component/,
    ],
  ];
  for (const [what, args, message] of refused) {
    it(what, () => {
      assert.throws(() => plan(args), message);
    });
  }
});
