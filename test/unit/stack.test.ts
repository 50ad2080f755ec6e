import assert from "node:assert/strict";
import { deploy } from "../../stack/deploy";
import type { StackConfig } from "../../stack/stack";
import versions from "../../versions.json";
import { type Recording, record, settled } from "../support/record";

const bookinfo = { namespace: "shop", reviews: { v1: 80, v2: 20, v3: 0 } };
const sidecar: StackConfig = {
  mesh: { profile: "sidecar" },
  namespaces: { shop: "sidecar", outside: "none" },
  bookinfo,
  mutualTls: { shop: { namespace: "shop" } },
  clients: { sleep: "shop", notsleep: "outside" },
};
const ambient: StackConfig = {
  ...sidecar,
  mesh: { profile: "ambient" },
  namespaces: { shop: "ambient", outside: "none" },
};

const components = (seen: Recording) =>
  seen.resources
    .filter(({ type }) => type.startsWith("istio-mesh:"))
    .map(({ type, name }) => `${type.split(":")[2]} ${name}`)
    .sort();

/** Everything that a component comes after, directly or by what it waits for itself. */
function earlierThan(seen: Recording, type: string, name: string): string[] {
  const own = seen.the(type, name);
  const children = seen.resources.filter(({ parent, type: t }) => parent === name && t !== type);
  return [...new Set([own, ...children].flatMap(({ dependencies }) => dependencies))];
}

const istiod = "kubernetes:helm.sh/v4:Chart istio-istiod";

describe("the stack", () => {
  it("is the whole of Bookinfo in a mesh of sidecars", async () => {
    const seen = await record(() => void deploy(sidecar));
    assert.deepEqual(components(seen), [
      "AppGateway bookinfo",
      "Bookinfo bookinfo",
      "Canary reviews",
      "Client notsleep",
      "Client sleep",
      "ControlPlane istio",
      "IngressGateway ingress",
      "MeshNamespace outside",
      "MeshNamespace shop",
      "MutualTls shop",
    ]);
    assert.deepEqual(seen.duplicates, []);
  });

  it("splits by VirtualService for sidecars and by HTTPRoute behind a waypoint for ambient", async () => {
    const kinds = async (config: StackConfig) =>
      (await record(() => void deploy(config))).resources
        .filter(({ parent }) => parent === "reviews" || parent === "shop-waypoint")
        .map(({ type }) => type.split(":").pop())
        .sort();
    assert.deepEqual(await kinds(sidecar), [
      "DestinationRule",
      "DestinationRule",
      "DestinationRule",
      "VirtualService",
    ]);
    assert.deepEqual(await kinds(ambient), [
      "Gateway",
      "HTTPRoute",
      "Service",
      "Service",
      "Service",
    ]);
  });

  it("points an ambient namespace to its waypoint", async () => {
    const seen = await record(() => void deploy(ambient));
    assert.deepEqual(seen.the("kubernetes:core/v1:Namespace", "shop").inputs.metadata.labels, {
      "istio.io/dataplane-mode": "ambient",
      "istio.io/use-waypoint": "waypoint",
    });
  });

  for (const [type, name, needs] of [
    ["Bookinfo", "bookinfo", [istiod, "kubernetes:core/v1:Namespace shop"]],
    ["Client", "sleep", [istiod, "kubernetes:core/v1:Namespace shop"]],
    ["IngressGateway", "ingress", [istiod]],
    ["AppGateway", "bookinfo", [istiod, "kubernetes:apps/v1:Deployment bookinfo-productpage-v1"]],
    ["MutualTls", "shop", [istiod, "kubernetes:core/v1:Namespace shop"]],
    [
      "Canary",
      "reviews",
      [
        istiod,
        "kubernetes:apps/v1:Deployment bookinfo-reviews-v2",
        "kubernetes:core/v1:Namespace shop",
      ],
    ],
  ] as const) {
    it(`creates ${type} ${name} after ${needs.join(", ")}`, async () => {
      const seen = await record(() => void deploy(sidecar));
      const earlier = earlierThan(seen, `istio-mesh:index:${type}`, name);
      assert.deepEqual(
        needs.filter((need) => !earlier.includes(need)),
        [],
      );
    });
  }

  it("lets nobody be shut out before the policies that let him in are there", async () => {
    const authorization = {
      "allow-nothing": { namespace: "istio-system", preset: "allow-nothing" },
      page: { namespace: "shop", preset: "allow-all" },
    } as const;
    const seen = await record(() => void deploy({ ...sidecar, authorization }));
    const type = "istio-mesh:index:Authorization";
    const policy = (name: string) => `kubernetes:security.istio.io/v1:AuthorizationPolicy ${name}`;
    assert.ok(earlierThan(seen, type, "allow-nothing").includes(policy("page")));
    assert.ok(!earlierThan(seen, type, "page").includes(policy("allow-nothing")));
  });

  it("declares what is in the gateway's namespace after the gateway, which makes it", async () => {
    const authorization = {
      gate: { namespace: "istio-ingress", preset: "allow-all" },
      page: { namespace: "shop", preset: "allow-all" },
    } as const;
    const seen = await record(() => void deploy({ ...sidecar, authorization }));
    const isLater = (name: string) =>
      earlierThan(seen, "istio-mesh:index:Authorization", name).includes(
        "kubernetes:core/v1:Namespace ingress",
      );
    assert.deepEqual([isLater("gate"), isLater("page")], [true, false]);
  });

  it("keeps the waypoint of a stack that had it for Bookinfo alone", async () => {
    const namespaces = { shop: "ambient", other: "ambient", outside: "none" } as const;
    const seen = await record(() => void deploy({ ...ambient, namespaces }));
    const old = (name: string) => seen.the("istio-mesh:index:Waypoint", name).aliases.length;
    assert.deepEqual([old("shop-waypoint"), old("other-waypoint")], [1, 0]);
  });

  it("routes by HTTP only once the waypoint is there", async () => {
    const seen = await record(() => void deploy(ambient));
    assert.ok(
      earlierThan(seen, "istio-mesh:index:Canary", "reviews").includes(
        "kubernetes:gateway.networking.k8s.io/v1:Gateway shop-waypoint",
      ),
    );
  });

  it("installs gateway and control plane in one version from one source", async () => {
    const mesh = {
      profile: "sidecar",
      version: "1.30.5",
      charts: { path: "/srv/charts" },
    } as const;
    const seen = await record(() => void deploy({ ...sidecar, mesh }));
    const { inputs } = seen.the("kubernetes:helm.sh/v4:Chart", "ingress");
    assert.equal(inputs.chart, "/srv/charts/gateway");
    assert.equal(seen.the("istio-mesh:index:IngressGateway").inputs.version, "1.30.5");
  });

  it("runs exactly the versions of reviews that have a weight", async () => {
    const reviews = { v1: 0, v3: 100 };
    const seen = await record(
      () => void deploy({ ...sidecar, bookinfo: { ...bookinfo, reviews } }),
    );
    const names = seen
      .ofType("kubernetes:apps/v1:Deployment")
      .map(({ name }) => name)
      .filter((name) => name.includes("reviews"));
    assert.deepEqual(names.sort(), ["bookinfo-reviews-v1", "bookinfo-reviews-v3"]);
  });

  it("does without what is left out", async () => {
    const { mesh, namespaces } = sidecar;
    const seen = await record(() => void deploy({ mesh, namespaces }));
    assert.deepEqual(components(seen), [
      "ControlPlane istio",
      "IngressGateway ingress",
      "MeshNamespace outside",
      "MeshNamespace shop",
    ]);
  });

  it("tells what reviewers and scripts need", async () => {
    let outputs: ReturnType<typeof deploy> | undefined;
    await record(() => {
      outputs = deploy({ ...sidecar, bookinfo: { ...bookinfo, host: "shop.example.com" } });
    });
    assert.ok(outputs);
    assert.deepEqual(await settled(outputs.namespaces), { shop: "sidecar", outside: "none" });
    assert.deepEqual(await settled(outputs.applications), {
      bookinfo: {
        page: "http://shop.example.com/productpage",
        split: { v1: 80, v2: 20, v3: 0 },
      },
    });
    assert.equal(await settled(outputs.profile), "sidecar");
    assert.equal(await settled(outputs.version), versions.istio);
    assert.equal(await settled(outputs.gatewayAddress), undefined);
  });
});
