import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse, parseAllDocuments } from "yaml";
import { allPrograms, notRendered } from "../../scripts/programs";
import versions from "../../versions.json";
import { must, run } from "../support/command";

interface Rendered {
  apiVersion: string;
  kind: string;
  metadata: { name: string; namespace?: string; labels?: Record<string, string> };
  // biome-ignore lint/suspicious/noExplicitAny: objects of every kind, read by their paths
  [section: string]: any;
}

function rendered(name: string): Rendered[] {
  const dir = join("build/render", name);
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .flatMap((file) => parseAllDocuments(readFileSync(join(file.parentPath, file.name), "utf8")))
    .map((document) => document.toJS());
}

const id = ({ kind, metadata }: Rendered) =>
  [kind, metadata.namespace, metadata.name].filter(Boolean).join(" ");

function counts(objects: Rendered[], kinds: string[]): Record<string, number> {
  return Object.fromEntries(
    kinds.map((kind) => [kind, objects.filter((object) => object.kind === kind).length]),
  );
}

describe("what a cluster would get", () => {
  const objects: Record<string, Rendered[]> = {};
  const known = allPrograms(".").map(({ name }) => name);
  const names = known.filter((name) => !(name in notRendered));

  before("make render", async function () {
    this.timeout(1_800_000);
    await must("make", ["render"]);
    for (const name of names) {
      objects[name] = rendered(name);
    }
  });

  /** What every cluster has. */
  const ofCluster = ["default"];

  const find = (name: string, wanted: string): Rendered => {
    const found = (objects[name] ?? []).filter((object) => id(object) === wanted);
    assert.equal(found.length, 1, `${wanted} in ${name}`);
    return found[0] as Rendered;
  };

  it("is every program of the repository", () => {
    assert.deepEqual(readdirSync("build/render").sort(), [...names].sort());
  });

  for (const name of names) {
    it(`has every object of ${name} once`, () => {
      const ids = (objects[name] ?? []).map(id);
      assert.deepEqual(
        ids.filter((one, index) => ids.indexOf(one) !== index),
        [],
      );
      assert.ok(ids.length > 0);
    });

    it(`puts the objects of ${name} into namespaces that are declared, but for the cluster's own`, () => {
      const all = objects[name] ?? [];
      const declared = all
        .filter(({ kind }) => kind === "Namespace")
        .map(({ metadata }) => metadata.name);
      const used = all.flatMap(({ metadata }) => metadata.namespace ?? []);
      assert.deepEqual(
        [...new Set(used)].filter((one) => ![...declared, ...ofCluster].includes(one)),
        [],
      );
    });

    it(`has nothing in ${name} that istioctl analyze would report`, async function () {
      this.timeout(60_000);
      const istioctl = (await must("lab/lab", ["bin", "istioctl"])).trim();
      const { code, stdout } = await run(istioctl, [
        "analyze",
        "--all-namespaces",
        "--use-kube=false",
        "--output=json",
        // istiod warns of every EnvoyFilter, however right it is.
        "--suppress=IST0133=EnvoyFilter *",
        join("build/render", name),
      ]);
      // istioctl writes its own log lines to the same stream.
      const findings = stdout.slice(stdout.search(/^\[/m));
      assert.deepEqual({ code, findings: JSON.parse(findings) }, { code: 0, findings: [] });
    });
  }

  it("is Istio of the declared version in the dev stack, and no part of ambient mode", () => {
    const { image } = find("stack-dev", "Deployment istio-system istiod").spec.template.spec
      .containers[0];
    assert.equal(image, `docker.io/istio/pilot:${versions.istio}`);
    assert.deepEqual(
      counts(objects["stack-dev"] ?? [], ["DaemonSet", "HTTPRoute", "ValidatingAdmissionPolicy"]),
      { DaemonSet: 0, HTTPRoute: 0, ValidatingAdmissionPolicy: 0 },
    );
  });

  it("splits reviews by one VirtualService over one DestinationRule for each version", () => {
    const { spec } = find("stack-dev", "VirtualService bookinfo reviews");
    const host = "reviews.bookinfo.svc.cluster.local";
    assert.deepEqual(spec.http[0].route, [
      { destination: { host, subset: "v1" }, weight: 80 },
      { destination: { host, subset: "v2" }, weight: 20 },
      { destination: { host, subset: "v3" }, weight: 0 },
    ]);
    for (const version of ["v1", "v2", "v3"]) {
      assert.deepEqual(find("stack-dev", `DestinationRule bookinfo reviews-${version}`).spec, {
        host,
        subsets: [{ name: version, labels: { version } }],
      });
    }
    assert.deepEqual(find("stack-dev", "PeerAuthentication bookinfo default").spec, {
      mtls: { mode: "STRICT" },
    });
  });

  it("has the whole Gateway API and the ambient mode's agents in the ambient stack", () => {
    find("stack-ambient", "DaemonSet istio-system istio-cni-node");
    find("stack-ambient", "DaemonSet istio-system ztunnel");
    find("stack-ambient", "CustomResourceDefinition httproutes.gateway.networking.k8s.io");
    find("stack-ambient", "ValidatingAdmissionPolicy safe-upgrades.gateway.networking.k8s.io");
    assert.equal(
      find("stack-ambient", "Gateway bookinfo waypoint").spec.gatewayClassName,
      "istio-waypoint",
    );
    assert.equal(
      find("stack-ambient", "Namespace bookinfo").metadata.labels?.["istio.io/use-waypoint"],
      "waypoint",
    );
  });

  it("splits reviews by one HTTPRoute over one Service for each version in the ambient stack", () => {
    const { spec } = find("stack-ambient", "HTTPRoute bookinfo reviews");
    const backends = spec.rules[0].backendRefs.map(
      ({ name, weight }: { name: string; weight: number }) => [name, weight],
    );
    assert.deepEqual(backends, [
      ["reviews-v1", 80],
      ["reviews-v2", 20],
      ["reviews-v3", 0],
    ]);
  });

  it("has two of each in the production stack, by its tag, and lets nothing pass that is not allowed", () => {
    const name = "stack-production";
    for (const scaled of ["istio-system istiod-1-31-4", "istio-ingress istio-ingressgateway"]) {
      assert.equal(find(name, `HorizontalPodAutoscaler ${scaled}`).spec.minReplicas, 2);
      assert.equal(find(name, `PodDisruptionBudget ${scaled}`).spec.minAvailable, 1);
    }
    assert.equal(find(name, "Namespace bookinfo").metadata.labels?.["istio.io/rev"], "production");
    assert.deepEqual(find(name, "AuthorizationPolicy istio-system allow-nothing").spec, {
      action: "ALLOW",
    });
    assert.deepEqual(find(name, "PeerAuthentication istio-system default").spec, {
      mtls: { mode: "STRICT" },
    });
    const { mesh } = find(name, "ConfigMap istio-system istio-1-31-4").data;
    assert.deepEqual(parse(mesh).outboundTrafficPolicy, { mode: "REGISTRY_ONLY" });
    assert.equal(find(name, "Certificate istio-ingress bookinfo").spec.secretName, "bookinfo");
  });

  it("tries a header before the weights in the example of a canary", () => {
    const host = "catalog.shop.svc.cluster.local";
    const [header, weights] = find("canary", "VirtualService shop catalog").spec.http;
    assert.deepEqual(header.match, [{ headers: { "x-tester": { exact: "yes" } } }]);
    assert.deepEqual(header.route, [{ destination: { host, subset: "v2" } }]);
    assert.deepEqual(weights.route, [
      { destination: { host, subset: "v1" }, weight: 90 },
      { destination: { host, subset: "v2" }, weight: 10 },
    ]);
    assert.equal(weights.timeout, "2s");
    assert.deepEqual(weights.retries, { attempts: 1, perTryTimeout: "500ms" });
  });

  it("names what can be rendered when a name is unknown", async function () {
    this.timeout(120_000);
    const { code, stderr } = await run("scripts/render", ["stage"]);
    assert.equal(code, 1);
    assert.ok(
      stderr.includes(`there is no stack or example stage; there are: ${known.join(", ")}\n`),
      stderr,
    );
  });
});
