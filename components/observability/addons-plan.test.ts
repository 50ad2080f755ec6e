import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { settled } from "../../test/support/record";
import versions from "../../versions.json";
import { addonUrl, portForward } from "./addon-wiring";
import type { AddonsArgs } from "./addons-args";
import { addonsPlan } from "./addons-plan";

const plan = (args: AddonsArgs = {}) => addonsPlan("tools", args);

describe("the plan of the add-ons", () => {
  it("takes the manifests of the release, Kiali's last", () => {
    const address = `https://raw.githubusercontent.com/istio/istio/${versions.istio}/samples/addons`;
    assert.deepEqual(plan().manifests, [
      { addon: "prometheus", file: `${address}/prometheus.yaml` },
      { addon: "grafana", file: `${address}/grafana.yaml` },
      { addon: "jaeger", file: `${address}/jaeger.yaml` },
      { addon: "kiali", file: `${address}/kiali.yaml` },
    ]);
    assert.deepEqual(plan().releases, []);
  });

  it("takes them from a folder, and of another release", () => {
    const files = (args: AddonsArgs) => plan(args).manifests.map(({ file }) => file);
    assert.deepEqual(files({ kiali: false, grafana: false, jaeger: false, manifests: "./a/" }), [
      "./a/prometheus.yaml",
    ]);
    assert.match(files({ version: "1.30.3" })[0] ?? "", /\/istio\/1\.30\.3\/samples\/addons\/prom/);
  });

  it("does not install a second of what is there already", () => {
    const existing = {
      prometheus: "http://prometheus.monitoring:9090",
      jaeger: "http://jaeger:16685",
    };
    assert.deepEqual(plan({ existing }).installation.addons, ["grafana", "kiali"]);
  });

  it("takes charts of pinned versions, with own values over those that join the tools", () => {
    const { releases, manifests } = plan({
      source: "charts",
      prometheus: true,
      grafana: false,
      jaeger: false,
      kiali: false,
      charts: { prometheus: { values: { server: { retention: "1d" } } } },
    });
    assert.deepEqual(manifests, []);
    const [release] = releases;
    assert.equal(release?.chart, "prometheus");
    assert.equal(release?.version, versions.charts.prometheus);
    assert.equal(release?.repository, "https://prometheus-community.github.io/helm-charts");
    assert.equal(release?.values.server.retention, "1d");
    assert.equal(release?.values.server.fullnameOverride, "prometheus");
  });

  it("asks no repository for a chart in a folder", () => {
    const charts = { kiali: { chart: "./charts/kiali-server", version: "1" } };
    const kiali = plan({ source: "charts", charts }).releases.at(-1);
    assert.equal(kiali?.chart, "./charts/kiali-server");
    assert.equal(kiali?.version, "1");
    assert.equal(kiali && "repository" in kiali, false);
  });

  it("tells Kiali's chart of the other tools", () => {
    const kiali = plan({ source: "charts", namespace: "tools", grafana: false }).releases.at(-1);
    assert.deepEqual(kiali?.values.external_services, {
      custom_dashboards: { enabled: true },
      istio: { root_namespace: "istio-system" },
      prometheus: { enabled: true, url: "http://prometheus.tools.svc.cluster.local:9090" },
      grafana: { enabled: false },
      tracing: {
        enabled: true,
        provider: "jaeger",
        use_grpc: true,
        internal_url: "http://jaeger.tools.svc.cluster.local:16685",
      },
    });
  });

  it("reads data from those that are there for Grafana", () => {
    const sources = (args: AddonsArgs) =>
      plan({ source: "charts", ...args }).releases.find(({ addon }) => addon === "grafana")?.values
        .datasources["datasources.yaml"].datasources;
    assert.deepEqual(
      sources({ loki: true }).map(({ url }: { url: string }) => url),
      ["http://prometheus:9090", "http://loki:3100"],
    );
  });

  it("offers Jaeger to the mesh config", async () => {
    const offered = (args: AddonsArgs) => settled(pulumi.output(plan(args).extensionProviders));
    const to = (service: string) => [{ name: "jaeger", opentelemetry: { service, port: 4317 } }];
    assert.deepEqual(await offered({}), to("jaeger-collector.istio-system.svc.cluster.local"));
    assert.deepEqual(
      await offered({ source: "charts", namespace: pulumi.output("tools") }),
      to("jaeger.tools.svc.cluster.local"),
    );
    assert.deepEqual(await offered({ jaeger: false }), []);
  });

  it("says where the pages are", () => {
    const { installation } = plan({ clusterDomain: "corp.local" });
    assert.equal(
      addonUrl(installation, "kiali"),
      "http://kiali.istio-system.svc.corp.local:20001/kiali",
    );
    assert.equal(
      portForward(installation, "jaeger"),
      "kubectl --namespace istio-system port-forward service/tracing 16686:80",
    );
  });
});

describe("the add-ons refuse", () => {
  const refused: [string, AddonsArgs, RegExp][] = [
    [
      "a source that is none",
      { source: "helm" as "charts" },
      /source: "helm" is unknown; allowed: manifests, charts/,
    ],
    [
      "charts beside manifests",
      { charts: { kiali: {} } },
      /charts: is for source "charts", and source is "manifests"/,
    ],
    [
      "a release beside charts",
      { source: "charts", version: "1.31.1" },
      /version: "1.31.1" is for source "manifests"/,
    ],
    [
      "the chart of a tool that is off",
      { source: "charts", charts: { loki: {} } },
      /charts\.loki: is for a tool that is not installed; installed: prometheus, grafana, jaeger, kiali/,
    ],
    [
      "a repository of a chart in a folder",
      {
        source: "charts",
        charts: { kiali: { chart: "./kiali", repository: "https://kiali.org" } },
      },
      /charts\.kiali\.repository: "https:\/\/kiali\.org" would not be asked/,
    ],
    [
      "an address that is none",
      { existing: { prometheus: "prometheus:9090" } },
      /existing\.prometheus: "prometheus:9090" is not an address/,
    ],
    [
      "a tool that is both there and to be installed",
      { existing: { grafana: "http://grafana.monitoring:3000" }, grafana: true },
      /existing\.grafana: "http:\/\/grafana\.monitoring:3000" would not be used: grafana is true/,
    ],
    ["a namespace that is no DNS label", { namespace: "My Tools" }, /namespace: "My Tools" is not/],
    [
      "manifests from nowhere",
      { manifests: "ftp://example.com/addons" },
      /manifests: "ftp:\/\/example\.com\/addons" is neither a folder nor the http address of one/,
    ],
  ];
  for (const [what, args, message] of refused) {
    it(what, () => {
      assert.throws(() => plan(args), message);
    });
  }
});
