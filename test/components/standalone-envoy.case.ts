import { StandaloneEnvoy } from "../../components";
import type { ComponentCase } from "../support/component-case";

const upstream = { upstream: "httpbin", upstreamPort: 8000 };

export default {
  component: "StandaloneEnvoy",
  samples: [
    {
      what: "in front of httpbin",
      create: (name, opts, common) =>
        new StandaloneEnvoy(
          name,
          { ...common, ...upstream, name: "proxy", namespace: "edge" },
          opts,
        ),
    },
  ],
  refusals: [
    {
      what: "an upstream with a scheme",
      create: () =>
        new StandaloneEnvoy("x", { ...upstream, namespace: "edge", upstream: "http://httpbin" }),
      at: "upstream",
      says: /"http:\/\/httpbin" is not a DNS name/,
    },
    {
      what: "a timeout without unit",
      create: () => new StandaloneEnvoy("x", { ...upstream, namespace: "edge", timeout: "1" }),
      at: "timeout",
      says: /"1" is not a duration of at least 1ms; write for example/,
    },
    {
      what: "failures to retry without retries",
      create: () => new StandaloneEnvoy("x", { ...upstream, namespace: "edge", retryOn: "5xx" }),
      at: "retryOn",
      says: /says what is tried again, but retries is missing/,
    },
    {
      what: "a label that selects its Pods",
      create: () =>
        new StandaloneEnvoy("x", { ...upstream, namespace: "edge", labels: { app: "other" } }),
      at: 'labels["app"]',
      says: /is set by the component itself/,
    },
  ],
  outputs: ["host"],
  handles: ["namespace", "upstream"],
  notSubmitted: "a workload and its file only",
} satisfies ComponentCase;
