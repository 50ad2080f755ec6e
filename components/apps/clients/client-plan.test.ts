import assert from "node:assert/strict";
import type { ClientArgs } from "./client-args";
import { clientPlan } from "./client-plan";

const plan = (args: Partial<ClientArgs> = {}) =>
  clientPlan("sleep", { namespace: "shop", ...args });

describe("the plan of a client", () => {
  it("is a Pod that sleeps for ever under its own identity", () => {
    assert.deepEqual((plan().deployment.spec as { template: unknown }).template, {
      metadata: { labels: { app: "sleep" } },
      spec: {
        terminationGracePeriodSeconds: 0,
        serviceAccountName: "sleep",
        containers: [
          {
            name: "curl",
            image: "docker.io/curlimages/curl:8.16.0",
            imagePullPolicy: "IfNotPresent",
            command: ["/bin/sleep", "infinity"],
          },
        ],
      },
    });
  });

  it("uses one name for account, Service and Deployment", () => {
    const { account, service, deployment } = plan({ name: "probe" });
    const names = [account, service, deployment].map(
      ({ metadata }) => (metadata as { name: string }).name,
    );
    assert.deepEqual(names, ["probe", "probe", "probe"]);
  });
});

describe("a client refuses", () => {
  const refused: [string, Partial<ClientArgs>, RegExp][] = [
    ["a name that is no DNS label", { name: "Sleep" }, /name: "Sleep" is not a DNS label/],
    ["a namespace that is no DNS label", { namespace: "" }, /namespace: "" is not a DNS label/],
    [
      "a label that selects its Pod",
      { labels: { app: "x" } },
      /labels\["app"\]: is set by the component/,
    ],
  ];
  for (const [what, args, message] of refused) {
    it(what, () => {
      assert.throws(() => plan(args), message);
    });
  }
});
