import assert from "node:assert/strict";
import fc from "fast-check";
import { enrolmentKeys, enrolmentLabels } from "./enrolment-labels";
import { MeshMode } from "./mesh-mode";
import type { MeshNamespaceArgs } from "./mesh-namespace-args";
import { meshNamespacePlan } from "./mesh-namespace-plan";

const plan = (args: MeshNamespaceArgs) => meshNamespacePlan("shop", args);

describe("the labels of a namespace", () => {
  for (const [args, labels] of [
    [{ mode: "sidecar" }, { "istio-injection": "enabled" }],
    [{ mode: "sidecar", revision: "canary" }, { "istio.io/rev": "canary" }],
    [{ mode: "ambient" }, { "istio.io/dataplane-mode": "ambient" }],
    [
      { mode: "ambient", waypoint: "waypoint" },
      { "istio.io/dataplane-mode": "ambient", "istio.io/use-waypoint": "waypoint" },
    ],
    [{ mode: "none" }, { "istio-injection": "disabled" }],
    [
      { mode: "none", labels: { team: "a" } },
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
          const keys = Object.keys(enrolmentLabels({ mode, revision, waypoint }));
          assert.equal(keys.filter((key) => modes.includes(key)).length, 1);
          assert.ok(keys.every((key) => enrolmentKeys.includes(key)));
        },
      ),
    );
  });
});

describe("a mesh namespace refuses", () => {
  const refused: [string, MeshNamespaceArgs, RegExp][] = [
    [
      "an unknown mode",
      { mode: "sidecars" as "sidecar" },
      /mode: "sidecars" is unknown; allowed: sidecar, ambient, none; did you mean "sidecar"/,
    ],
    [
      "a revision in ambient mode",
      { mode: "ambient", revision: "a" },
      /revision: is for mode "sidecar" only.*would inject sidecars/,
    ],
    [
      "a revision outside the mesh",
      { mode: "none", revision: "a" },
      /revision: is for mode "sidecar" only.*nothing is injected/,
    ],
    [
      "a waypoint for sidecars",
      { mode: "sidecar", waypoint: "w" },
      /waypoint: is for mode "ambient" only/,
    ],
    [
      "the waypoint none",
      { mode: "ambient", waypoint: "none" },
      /waypoint: "none" means no waypoint/,
    ],
    [
      "a namespace of Kubernetes itself",
      { mode: "sidecar", name: "kube-system" },
      /name: "kube-system" cannot join the mesh/,
    ],
    [
      "a name that is no DNS label",
      { mode: "none", name: "Shop" },
      /name: "Shop" is not a DNS label.*did you mean "shop"/,
    ],
    [
      "a label of another mode",
      { mode: "sidecar", labels: { "istio.io/dataplane-mode": "ambient" } },
      /labels\["istio.io\/dataplane-mode"\]: is set by the component/,
    ],
  ];
  for (const [what, args, message] of refused) {
    it(what, () => {
      assert.throws(() => plan(args), message);
    });
  }

  it("not a namespace of Kubernetes that stays outside", () => {
    assert.equal(plan({ mode: "none", name: "kube-system" }).name, "kube-system");
  });
});
