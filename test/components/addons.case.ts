import { Addons, type AddonsArgs } from "../../components";
import type { ComponentCase } from "../support/component-case";
import { beside, changesOf } from "../support/transitions/changes";

const refuse = (args: AddonsArgs) => () => new Addons("x", args);

export default {
  component: "Addons",
  samples: [
    {
      what: "from the manifests of the release",
      create: (name, opts, common) => new Addons(name, { ...common, jaeger: false }, opts),
    },
    {
      what: "from manifests in a folder, without Kiali",
      create: (name, opts, common) =>
        new Addons(name, { ...common, kiali: false, loki: true, manifests: "./addons" }, opts),
    },
    {
      what: "from charts, with Loki and a Prometheus that is there already",
      create: (name, opts, common) =>
        new Addons(
          name,
          {
            ...common,
            source: "charts",
            namespace: "observability",
            loki: true,
            existing: { prometheus: "http://prometheus.monitoring:9090" },
          },
          opts,
        ),
    },
  ],
  refusals: [
    {
      what: "no tool at all",
      create: refuse({ kiali: false, prometheus: false, grafana: false, jaeger: false }),
      at: "kiali",
      says: /false, and the other tools are off too; switch one on/,
    },
    {
      what: "Kiali without metrics",
      create: refuse({ prometheus: false }),
      at: "prometheus",
      says: /false, and Kiali draws what Prometheus counted; switch it on or name one under existing/,
    },
    {
      what: "the manifests of a version that is none",
      create: refuse({ version: "1.31" }),
      at: "version",
      says: /"1.31" is not a version; write all three numbers/,
    },
    {
      what: "a folder for charts",
      create: refuse({ source: "charts", manifests: "./addons" }),
      at: "manifests",
      says: /is for source "manifests", and source is "charts"/,
    },
    {
      what: "a file instead of its folder",
      create: refuse({ manifests: "./addons/kiali.yaml" }),
      at: "manifests",
      says: /"\.\/addons\/kiali\.yaml" is neither a folder nor .* leave the file's name out/,
    },
  ],
  outputs: ["extensionProviders", "namespace", "portForward", "urls"],
  plain: [
    "clusterDomain",
    "grafana",
    "jaeger",
    "kiali",
    "loki",
    "manifests",
    "prometheus",
    "version",
  ],
  handles: ["istioNamespace", "namespace"],
  rendered: true,
  notTranslated: "the tools are workloads; what proxies report to them is MeshTelemetry's",
  notSubmitted: "it makes Deployments, Services and the like, which no rule of Istio is for",
  changes: changesOf(Addons, {
    bases: {
      "from manifests": { jaeger: false },
      "from charts": { source: "charts", loki: true },
    },
    values: {
      manifests: ["./addons"],
      charts: [{ kiali: { version: "2.1.0" } }],
      existing: [
        beside({ prometheus: false }, { prometheus: "http://prometheus.monitoring:9090" }),
        beside({ prometheus: false }, { prometheus: "http://metrics.monitoring:9090" }),
      ],
      istioNamespace: ["mesh"],
    },
  }),
} satisfies ComponentCase;
