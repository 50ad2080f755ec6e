import assert from "node:assert/strict";
import type { ChartRelease } from "../../../components/control-plane/chart";
import { Installer } from "../../../components/control-plane/installer";
import { standInFor } from "../../../testing/charts";
import { chartGateway } from "../../support/chart-objects";
import type { KubernetesObject } from "../../support/objects";

// biome-ignore lint/suspicious/noExplicitAny: objects of two kinds, read by their paths
type Any = any;

/** What of a gateway decides about requests. */
function read(objects: readonly KubernetesObject[]) {
  const service: Any = objects.find(({ kind }) => kind === "Service");
  const runs: Any = objects.find(({ kind }) => kind === "Deployment" || kind === "DaemonSet");
  const { metadata, spec } = runs.spec.template;
  const inject = ["inject.istio.io/templates", "sidecar.istio.io/inject"];
  // Istio's own labels of charts and releases differ with each version, and nobody selects by them.
  const labels = Object.entries(metadata.labels).filter(
    ([name]) => !name.startsWith("app.kubernetes.io/") && name !== "helm.sh/chart",
  );
  return {
    service: service && {
      name: service.metadata.name,
      namespace: service.metadata.namespace,
      type: service.spec.type,
      ports: service.spec.ports,
      selector: service.spec.selector,
    },
    runs: { kind: runs.kind, name: runs.metadata.name, namespace: runs.metadata.namespace },
    labels: Object.fromEntries(labels),
    annotations: Object.fromEntries(inject.map((name) => [name, metadata.annotations[name]])),
    account: spec.serviceAccountName,
  };
}

const release = (values: ChartRelease["values"], name = "istio-ingressgateway"): ChartRelease => ({
  chart: "gateway",
  release: name,
  namespace: "edge",
  version: "",
  source: { repository: "" },
  values,
  installer: Installer.Chart,
});

const cases: readonly (readonly [what: string, ChartRelease])[] = [
  ["nothing said", release({})],
  ["a name without istio-", release({}, "shop")],
  ["labels", release({ labels: { app: "a", istio: "b", team: "core" } })],
  ["a revision", release({ revision: "canary" })],
  ["a name and an account", release({ name: "own", serviceAccount: { name: "who" } })],
  ["no account of its own", release({ serviceAccount: { create: false } })],
  ["a DaemonSet without a Service", release({ kind: "DaemonSet", service: { type: "None" } })],
  [
    "ports and labels to select by",
    release({
      service: {
        type: "ClusterIP",
        ports: [{ name: "tcp", port: 9000, targetPort: 9001, protocol: "TCP" }],
        selectorLabels: { zone: "a" },
      },
    }),
  ],
  ["a network", release({ networkGateway: "one" })],
  [
    "annotations of Pods",
    release({ podAnnotations: { "inject.istio.io/templates": "gateway,own" } }),
  ],
];

describe("what stands for the chart of a gateway is what the chart renders", function () {
  this.timeout(120_000);

  for (const [what, own] of cases) {
    it(`of ${what}`, async () => {
      const { objects } = await chartGateway(own);
      const standIn = standInFor({
        chart: "gateway",
        name: own.release,
        namespace: "edge",
        values: own.values,
      });
      assert.deepEqual(read((standIn ?? []) as readonly KubernetesObject[]), read(objects));
    });
  }
});
