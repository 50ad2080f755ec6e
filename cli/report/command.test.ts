import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const tool = join(__dirname, "../main.ts");

const state = (type: string, name: string, inputs: object) => ({
  urn: `urn:pulumi:dev::shop::kubernetes:${type}::${name}`,
  type: `kubernetes:${type}`,
  custom: true,
  inputs,
});

const workload = (version: string) =>
  state("apps/v1:Deployment", `web-${version}`, {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name: `web-${version}`, namespace: "shop" },
    spec: {
      selector: { matchLabels: { app: "web", version } },
      template: {
        metadata: { labels: { app: "web", version } },
        spec: { containers: [{ name: "web", image: "web", ports: [{ containerPort: 8080 }] }] },
      },
    },
  });

const unchanged = [
  state("core/v1:Namespace", "shop", {
    apiVersion: "v1",
    kind: "Namespace",
    metadata: { name: "shop", labels: { "istio-injection": "enabled" } },
  }),
  state("core/v1:Service", "web", {
    apiVersion: "v1",
    kind: "Service",
    metadata: { name: "web", namespace: "shop" },
    spec: { selector: { app: "web" }, ports: [{ name: "http", port: 80, targetPort: 8080 }] },
  }),
  workload("v1"),
  workload("v2"),
  state("networking.istio.io/v1:DestinationRule", "web", {
    apiVersion: "networking.istio.io/v1",
    kind: "DestinationRule",
    metadata: { name: "web", namespace: "shop" },
    spec: {
      host: "web.shop.svc.cluster.local",
      subsets: ["v1", "v2"].map((version) => ({ name: version, labels: { version } })),
    },
  }),
];

const route = (...weights: [subset: string, weight: number][]) =>
  state("networking.istio.io/v1:VirtualService", "web", {
    apiVersion: "networking.istio.io/v1",
    kind: "VirtualService",
    metadata: { name: "web", namespace: "shop" },
    spec: {
      hosts: ["web.shop.svc.cluster.local"],
      http: [
        {
          route: weights.map(([subset, weight]) => ({
            destination: { host: "web.shop.svc.cluster.local", subset },
            weight,
          })),
        },
      ],
    },
  });

const before = route(["v1", 90], ["v2", 10]);

const previewTo = (after: ReturnType<typeof route>) => ({
  steps: [
    ...unchanged.map((own) => ({ op: "same", urn: own.urn, oldState: own, newState: own })),
    { op: "update", urn: before.urn, oldState: before, newState: after },
  ],
  diagnostics: [],
  changeSummary: { same: unchanged.length, update: 1 },
});

function report(preview: object, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", tool, "report", ...args],
    { input: JSON.stringify(preview), encoding: "utf8" },
  );
  return { status, stdout, stderr };
}

describe("istio-mesh report", function () {
  this.timeout(60_000);

  it("tells a weight as a shift, and fails by what it is told to fail by", () => {
    const shifted = previewTo(route(["v1", 70], ["v2", 30]));
    const { status, stdout, stderr } = report(shifted, "--output", "text");
    assert.deepEqual([status, stderr], [0, ""]);
    assert.equal(
      stdout,
      `shop/dev: 1 shift of weights; 1 object (1 changed)
shifted mesh → web.shop:80, any path: v1 90 → 70 %, v2 10 → 30 %
  GET http://web.shop.svc.cluster.local/
VirtualService web.shop changed
  spec.http[0].route[0].weight 90 → 70
  spec.http[0].route[1].weight 10 → 30
`,
    );
    assert.equal(report(shifted, "--fail-on", "shifted").status, 1);
  });

  it("tells a subset that nobody has as an outage and as a new finding", () => {
    const broken = previewTo(route(["v3", 100]));
    const { status, stdout } = report(broken);
    assert.equal(status, 1);
    const [marker, verdict] = stdout.split("\n");
    assert.equal(marker, "<!-- istio-mesh-report:shop/dev -->");
    assert.match(
      verdict ?? "",
      /^\*\*`shop\/dev`: 1 outage; 1 object \(1 changed\); 1 finding new\*\*$/,
    );
    assert.match(stdout, /### Outage: answered before, now by nobody\n\n- mesh → `web\.shop:80`/);
    assert.match(stdout, /### New findings\n\n- error `VirtualService web\.shop`/);
    assert.equal(report(broken, "--allow", "outage=web.shop:80").status, 0);
  });
});
