import assert from "node:assert/strict";
import fc from "fast-check";
import { enrolmentKeys, enrolmentLabels } from "./enrolment-labels";
import { MeshMode, type MeshNamespaceArgs } from "./mesh-namespace-args";
import { meshNamespacePlan } from "./mesh-namespace-plan";

const plan = (args: MeshNamespaceArgs) => meshNamespacePlan("shop", args);

describe("the labels of a namespace", () => {
  for (const [args, labels] of [
    [{ dataPlaneMode: "sidecar" }, { "istio-injection": "enabled" }],
    [{ dataPlaneMode: "sidecar", revision: "canary" }, { "istio.io/rev": "canary" }],
    [{ dataPlaneMode: "ambient" }, { "istio.io/dataplane-mode": "ambient" }],
    [
      { dataPlaneMode: "ambient", waypoint: "waypoint" },
      { "istio.io/dataplane-mode": "ambient", "istio.io/use-waypoint": "waypoint" },
    ],
    [
      {
        dataPlaneMode: "ambient",
        waypoint: "w",
        waypointNamespace: "shared",
        ingressUseWaypoint: true,
      },
      {
        "istio.io/dataplane-mode": "ambient",
        "istio.io/use-waypoint": "w",
        "istio.io/use-waypoint-namespace": "shared",
        "istio.io/ingress-use-waypoint": "true",
      },
    ],
    [
      { dataPlaneMode: "ambient", adopt: true },
      { "istio.io/dataplane-mode": "ambient", "istio-injection": "disabled" },
    ],
    [{ dataPlaneMode: "sidecar", adopt: true }, { "istio-injection": "enabled" }],
    [
      { dataPlaneMode: "none", adopt: true },
      { "istio-injection": "disabled", "istio.io/dataplane-mode": "none" },
    ],
    [{ dataPlaneMode: "none" }, { "istio-injection": "disabled" }],
    [
      { dataPlaneMode: "none", labels: { team: "a" } },
      { team: "a", "istio-injection": "disabled" },
    ],
  ] as [MeshNamespaceArgs, object][]) {
    it(`are ${JSON.stringify(labels)} for ${JSON.stringify(args)}`, () => {
      assert.deepEqual(plan(args).labels, labels);
    });
  }

  it("choose exactly one mode whatever is given", () => {
    const modes = ["istio-injection", "istio.io/rev", "istio.io/dataplane-mode"];
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(MeshMode)),
        fc.option(fc.string(), { nil: undefined }),
        fc.option(fc.string(), { nil: undefined }),
        (mode, revision, waypoint) => {
          const keys = Object.keys(enrolmentLabels({ dataPlaneMode: mode, revision, waypoint }));
          assert.equal(keys.filter((key) => modes.includes(key)).length, 1);
          assert.ok(keys.every((key) => enrolmentKeys.includes(key)));
        },
      ),
    );
  });
});

describe("the plan of a mesh namespace", () => {
  const restarts = (args: Partial<MeshNamespaceArgs>) =>
    plan({ dataPlaneMode: "sidecar", restart: { deployments: ["web"] }, ...args }).restarts("shop");

  it("restarts a Deployment by an annotation of its Pods, and touches nothing else", () => {
    assert.deepEqual(restarts({}), [
      [
        "web",
        {
          metadata: {
            name: "web",
            namespace: "shop",
            labels: undefined,
            annotations: undefined,
          },
          spec: {
            template: {
              metadata: { annotations: { "istio-mesh/restarted-for": "sidecar/default" } },
            },
          },
        },
      ],
    ]);
  });

  it("restarts again when mode or revision change, or whenever it is told to", () => {
    const token = (args: Partial<MeshNamespaceArgs>) =>
      JSON.stringify(restarts(args)).match(/"istio-mesh\/restarted-for":"([^"]*)"/)?.[1];
    assert.equal(token({ revision: "1-31-1" }), "sidecar/1-31-1");
    assert.equal(token({ dataPlaneMode: "ambient" }), "ambient");
    assert.equal(token({ dataPlaneMode: "none" }), "none");
    assert.equal(token({ restart: { deployments: ["web"], token: "again" } }), "again");
  });

  it("takes labels over only when it is told to", () => {
    const annotations = (takeOver?: boolean) =>
      plan({ dataPlaneMode: "sidecar", adopt: true, takeOver }).annotations;
    assert.equal(annotations(), undefined);
    assert.deepEqual(annotations(true), { "pulumi.com/patchForce": "true" });
    assert.deepEqual(annotations(false), { "pulumi.com/patchForce": "false" });
  });
});

describe("a mesh namespace refuses", () => {
  const refused: [string, MeshNamespaceArgs, RegExp][] = [
    [
      "an unknown mode",
      { dataPlaneMode: "sidecars" as "sidecar" },
      /dataPlaneMode: "sidecars" is unknown; allowed: sidecar, ambient, none; did you mean "sidecar"/,
    ],
    [
      "a revision in ambient mode",
      { dataPlaneMode: "ambient", revision: "a" },
      /revision: "a" is for dataPlaneMode "sidecar" only.*would inject sidecars/,
    ],
    [
      "a revision outside the mesh",
      { dataPlaneMode: "none", revision: "a" },
      /revision: "a" is for dataPlaneMode "sidecar" only.*nothing is injected/,
    ],
    [
      "a waypoint for sidecars",
      { dataPlaneMode: "sidecar", waypoint: "w" },
      /waypoint: "w" is for dataPlaneMode "ambient" only/,
    ],
    [
      "the waypoint none",
      { dataPlaneMode: "ambient", waypoint: "none" },
      /waypoint: "none" means no waypoint/,
    ],
    [
      "the namespace of a waypoint that is not named",
      { dataPlaneMode: "ambient", waypointNamespace: "shared" },
      /waypointNamespace: "shared" is the namespace of a waypoint; set waypoint as well/,
    ],
    [
      "a waypoint's requests from ingress, for sidecars",
      { dataPlaneMode: "sidecar", ingressUseWaypoint: false },
      /ingressUseWaypoint: false is for dataPlaneMode "ambient" only/,
    ],
    [
      "to take over a namespace of its own",
      { dataPlaneMode: "sidecar", takeOver: true },
      /takeOver: is for a namespace of somebody else; set adopt/,
    ],
    [
      "a Deployment twice",
      { dataPlaneMode: "sidecar", restart: { deployments: ["web", "web"] } },
      /restart.deployments\[1\]: "web" is listed twice/,
    ],
    [
      "a Deployment that cannot exist",
      { dataPlaneMode: "sidecar", restart: { deployments: ["Web"] } },
      /restart.deployments\[0\]: "Web" is not a DNS name/,
    ],
    [
      "a restart of nothing",
      { dataPlaneMode: "sidecar", restart: { deployments: [] } },
      /restart.deployments: is empty/,
    ],
    [
      "a namespace of Kubernetes itself",
      { dataPlaneMode: "sidecar", name: "kube-system" },
      /name: "kube-system" cannot join the mesh/,
    ],
    [
      "a name that is no DNS label",
      { dataPlaneMode: "none", name: "Shop" },
      /name: "Shop" is not a DNS label.*did you mean "shop"/,
    ],
    [
      "a label of another mode",
      { dataPlaneMode: "sidecar", labels: { "istio.io/dataplane-mode": "ambient" } },
      /labels\["istio.io\/dataplane-mode"\]: "ambient" is set by the component/,
    ],
  ];
  for (const [what, args, message] of refused) {
    it(what, () => {
      assert.throws(() => plan(args), message);
    });
  }

  it("not a namespace of Kubernetes that stays outside", () => {
    assert.equal(plan({ dataPlaneMode: "none", name: "kube-system" }).name, "kube-system");
  });
});
