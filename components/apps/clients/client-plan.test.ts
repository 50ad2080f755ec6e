import assert from "node:assert/strict";
import type { ClientArgs } from "./client-args";
import { clientPlan } from "./client-plan";

const plan = (args: Partial<ClientArgs> = {}) =>
  clientPlan("sleep", { namespace: "shop", ...args });

function templateOf(args: Partial<ClientArgs> = {}) {
  const [deployment] = plan(args).workload.deployments;
  assert.ok(deployment);
  return (deployment.args.spec as { template: { spec: { affinity?: object } } }).template;
}

describe("the plan of a client", () => {
  it("is a Pod that sleeps for ever under its own identity", () => {
    assert.deepEqual(templateOf(), {
      metadata: { labels: { app: "sleep" } },
      spec: {
        terminationGracePeriodSeconds: 0,
        serviceAccountName: "sleep",
        containers: [
          {
            name: "sleep",
            image: "docker.io/curlimages/curl:8.16.0",
            imagePullPolicy: "IfNotPresent",
            command: ["/bin/sleep", "infinity"],
          },
        ],
      },
    });
  });

  it("has the files of a Secret as soon as there is one", () => {
    const { spec } = templateOf({ name: "probe", tlsSecret: "probe-secret" });
    const { volumes, containers } = spec as {
      volumes?: object;
      containers?: { volumeMounts?: object }[];
    };
    assert.deepEqual(volumes, [
      { name: "secret-volume", secret: { secretName: "probe-secret", optional: true } },
    ]);
    assert.deepEqual(containers?.[0]?.volumeMounts, [
      { name: "secret-volume", mountPath: "/etc/probe/tls" },
    ]);
  });

  it("uses one name for account, Service and Deployment", () => {
    const { account, service, deployments } = plan({ name: "probe" }).workload;
    const names = [account, service, ...deployments.map(({ args }) => args)].map(
      ({ metadata }) => (metadata as { name: string }).name,
    );
    assert.deepEqual(names, ["probe", "probe", "probe"]);
  });

  it("has as many Pods as it is told, one when it is told nothing", () => {
    const replicasOf = (args: Partial<ClientArgs>) =>
      plan(args).workload.deployments.map(
        ({ args: deployment }) => (deployment.spec as { replicas?: unknown }).replicas,
      );
    assert.deepEqual([{}, { replicas: 10 }, { replicas: 0 }].flatMap(replicasOf), [1, 10, 0]);
  });

  it("has that name in its identity", () => {
    assert.equal(plan({ name: "probe" }).principal, "cluster.local/ns/shop/sa/probe");
  });

  it("keeps away from the nodes of an application, if it can", () => {
    const { affinity } = templateOf({ antiAffinityTo: "productpage" }).spec;
    assert.deepEqual(affinity, {
      podAntiAffinity: {
        preferredDuringSchedulingIgnoredDuringExecution: [
          {
            weight: 100,
            podAffinityTerm: {
              labelSelector: { matchLabels: { app: "productpage" } },
              topologyKey: "kubernetes.io/hostname",
            },
          },
        ],
      },
    });
  });
});

describe("a client refuses", () => {
  const refused: [string, Partial<ClientArgs>, RegExp][] = [
    ["a name that is no DNS label", { name: "Sleep" }, /name: "Sleep" is not a DNS label/],
    ["a namespace that is no DNS label", { namespace: "" }, /namespace: "" is not a DNS label/],
    ["half a Pod", { replicas: 0.5 }, /replicas: 0\.5 is not a whole number of at least 0/],
    ["a Secret's name with spaces", { tlsSecret: "a b" }, /tlsSecret: "a b" is not a DNS name/],
    [
      "to keep away from what no label can say",
      { antiAffinityTo: "product page" },
      /antiAffinityTo: "product page" is not a label value/,
    ],
    [
      "a key of an annotation that is none",
      { annotations: { "a b": "x" } },
      /annotations\["a b"\]: "a b" is not a valid key/,
    ],
    [
      "a label that selects its Pod",
      { labels: { app: "x" } },
      /labels\["app"\]: "x" is set by the component/,
    ],
  ];
  for (const [what, args, message] of refused) {
    it(what, () => {
      assert.throws(() => plan(args), message);
    });
  }
});
