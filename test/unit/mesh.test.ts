import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import {
  AppGateway,
  Canary,
  MeshNamespace,
  type MeshNamespaceArgs,
  MutualTls,
  Waypoint,
} from "../../components";
import { failureOf, type Recording, record, settled } from "../support/record";

const istio = (kind: string) => `kubernetes:networking.istio.io/v1:${kind}`;
const gatewayApi = (kind: string) => `kubernetes:gateway.networking.k8s.io/v1:${kind}`;
const versions = [
  { name: "v1", weight: 100 },
  { name: "v2", weight: 0 },
];

describe("MeshNamespace", () => {
  it("creates a namespace with the labels of its mode", async () => {
    const seen = await record(() => void new MeshNamespace("shop", { dataPlaneMode: "ambient" }));
    assert.deepEqual(seen.the("kubernetes:core/v1:Namespace", "shop").inputs.metadata, {
      name: "shop",
      labels: { "istio.io/dataplane-mode": "ambient" },
    });
  });

  it("only labels a namespace that it adopts", async () => {
    const seen = await record(
      () =>
        void new MeshNamespace("shop", { name: "default", dataPlaneMode: "sidecar", adopt: true }),
    );
    assert.deepEqual(seen.tree, [
      "istio-mesh:index:MeshNamespace shop",
      "kubernetes:core/v1:NamespacePatch shop < shop",
    ]);
    assert.equal(seen.the("kubernetes:core/v1:NamespacePatch").inputs.metadata.name, "default");
  });

  const adopted = async (args: Partial<MeshNamespaceArgs>, labels?: Record<string, string>) => {
    let name: pulumi.Output<string> | undefined;
    const seen = await record(
      () => {
        name = new MeshNamespace("shop", { dataPlaneMode: "sidecar", adopt: true, ...args }).name;
      },
      { state: () => ({ metadata: { name: "shop", labels } }) },
    );
    assert.ok(name);
    return { name, seen };
  };
  const injected = { "istio-injection": "enabled" };

  it("takes a revision in a namespace that has no label of somebody else in its way", async () => {
    const { name } = await adopted({ revision: "canary" }, { "istio.io/rev": "canary" });
    assert.equal(await settled(name), "shop");
    assert.equal(await settled((await adopted({ revision: "canary" })).name), "shop");
  });

  it("has its own label for injection in a namespace that it adopts", async () => {
    assert.equal(await settled((await adopted({}, injected)).name), "shop");
  });

  it("fails where a label of somebody else wins over the revision", async () => {
    const { name } = await adopted({ revision: "canary" }, injected);
    assert.match(
      (await failureOf(name)).message,
      /MeshNamespace "shop": 1 argument cannot work\n {2}revision: has no effect beside the label "istio-injection: enabled", .*\(IST0123\); remove it by "kubectl label namespace shop istio-injection-", then run "pulumi up --refresh"$/,
    );
  });

  it("restarts no Pods while that label wins", async () => {
    const restart = { deployments: ["web"] };
    const patches = ({ seen }: { seen: Recording }) =>
      seen.ofType("kubernetes:apps/v1:DeploymentPatch").length;
    assert.equal(patches(await adopted({ revision: "canary", restart })), 1);
    const undone = await adopted({ revision: "canary", restart }, injected);
    await failureOf(undone.name);
    assert.equal(patches(undone), 0);
  });

  it("makes what uses its name wait for the labels", async () => {
    const seen = await record(() => {
      const shop = new MeshNamespace("shop", { dataPlaneMode: "sidecar" });
      new MutualTls("strict", { namespace: shop.name });
    });
    assert.deepEqual(seen.the("kubernetes:security.istio.io/v1:PeerAuthentication").dependencies, [
      "kubernetes:core/v1:Namespace shop",
    ]);
  });
});

describe("Canary", () => {
  const args = { service: "reviews", namespace: "shop", versions };

  it("is one DestinationRule per version, and a VirtualService after all of them", async () => {
    const seen = await record(() => void new Canary("reviews", args));
    assert.deepEqual(seen.tree, [
      "istio-mesh:index:Canary reviews",
      `${istio("DestinationRule")} reviews-v1 < reviews`,
      `${istio("DestinationRule")} reviews-v2 < reviews`,
      `${istio("VirtualService")} reviews < reviews`,
    ]);
    assert.deepEqual(seen.the(istio("VirtualService")).dependencies, [
      `${istio("DestinationRule")} reviews-v1`,
      `${istio("DestinationRule")} reviews-v2`,
    ]);
  });

  it("is one Service per version, and an HTTPRoute after all of them, in the other dialect", async () => {
    const seen = await record(
      () => void new Canary("reviews", { ...args, dialect: "gateway-api", port: 9080 }),
    );
    assert.deepEqual(seen.tree, [
      "istio-mesh:index:Canary reviews",
      "kubernetes:core/v1:Service reviews-v1 < reviews",
      "kubernetes:core/v1:Service reviews-v2 < reviews",
      `${gatewayApi("HTTPRoute")} reviews < reviews`,
    ]);
    assert.deepEqual(seen.the(gatewayApi("HTTPRoute")).dependencies, [
      "kubernetes:core/v1:Service reviews-v1",
      "kubernetes:core/v1:Service reviews-v2",
    ]);
  });

  it("rule 6: sends weight 0 and no retries as such", async () => {
    const seen = await record(
      () => void new Canary("reviews", { ...args, retries: { attempts: 0 } }),
    );
    const [rule] = seen.the(istio("VirtualService")).inputs.spec.http;
    assert.deepEqual(
      rule.route.map(({ weight }: { weight: number }) => weight),
      [100, 0],
    );
    assert.deepEqual(rule.retries, { attempts: 0 });
  });

  it("changes one field of one object when only a weight changes", async () => {
    const at = async (first: number) =>
      record(() => {
        const [v1, v2] = [
          { name: "v1", weight: first },
          { name: "v2", weight: 100 - first },
        ];
        new Canary("reviews", { ...args, versions: [v1, v2] });
      });
    const before = await at(100);
    const after = await at(90);
    const inputs = (seen: typeof before) =>
      new Map(seen.resources.map((r) => [`${r.type} ${r.name}`, JSON.stringify(r.inputs)]));
    const later = inputs(after);
    const changed = [...inputs(before)].filter(([key, value]) => later.get(key) !== value);
    assert.deepEqual(changed.map(([key]) => key).sort(), [
      "istio-mesh:index:Canary reviews",
      `${istio("VirtualService")} reviews`,
    ]);
  });

  it("takes a namespace and weights that arrive later", async () => {
    let canary: Canary | undefined;
    const seen = await record(() => {
      canary = new Canary("reviews", {
        service: "reviews",
        namespace: pulumi.output("shop"),
        versions: [
          { name: "v1", weight: pulumi.output(80) },
          { name: "v2", weight: 20 },
        ],
      });
    });
    const { hosts, http } = seen.the(istio("VirtualService")).inputs.spec;
    assert.deepEqual(hosts, ["reviews.shop.svc.cluster.local"]);
    assert.deepEqual(
      http[0].route.map(({ weight }: { weight: number }) => weight),
      [80, 20],
    );
    assert.ok(canary);
    assert.deepEqual(await settled(canary.split), { v1: 80, v2: 20 });
    assert.equal(await settled(canary.host), "reviews.shop.svc.cluster.local");
  });
});

describe("AppGateway", () => {
  it("is a Gateway and a VirtualService that names it", async () => {
    let gateway: AppGateway | undefined;
    const seen = await record(() => {
      const routes = [{ service: "web", port: 80 }];
      gateway = new AppGateway("shop", { namespace: "shop", name: "public", routes });
    });
    assert.deepEqual(seen.tree, [
      "istio-mesh:index:AppGateway shop",
      `${istio("Gateway")} shop < shop`,
      `${istio("VirtualService")} shop < shop`,
    ]);
    assert.deepEqual(seen.the(istio("VirtualService")).inputs.spec.gateways, ["public"]);
    assert.deepEqual(seen.the(istio("VirtualService")).dependencies, [`${istio("Gateway")} shop`]);
    assert.ok(gateway);
    assert.equal(await settled(gateway.gateway), "shop/public");
  });
});

describe("Waypoint", () => {
  it("is one Gateway of the Gateway API", async () => {
    const seen = await record(() => void new Waypoint("waypoint", { namespace: "shop" }));
    assert.deepEqual(seen.tree, [
      "istio-mesh:index:Waypoint waypoint",
      `${gatewayApi("Gateway")} waypoint < waypoint`,
    ]);
  });
});

describe("MutualTls", () => {
  it("is one PeerAuthentication", async () => {
    const seen = await record(() => void new MutualTls("strict", { namespace: "shop" }));
    const { inputs } = seen.the("kubernetes:security.istio.io/v1:PeerAuthentication", "strict");
    assert.deepEqual(inputs, {
      apiVersion: "security.istio.io/v1",
      kind: "PeerAuthentication",
      metadata: { name: "default", namespace: "shop" },
      spec: { mtls: { mode: "STRICT" } },
    });
  });
});
