import { StandaloneEnvoy } from "../../components";
import type { ComponentCase } from "../support/component-case";
import { beside, changesOf } from "../support/transitions/changes";

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
  changes: changesOf(StandaloneEnvoy, {
    bases: {
      "in front of httpbin": {
        upstream: "httpbin",
        upstreamPort: 8000,
        name: "proxy",
        namespace: "edge",
      },
    },
    readAtStart: ["upstream", "upstreamPort", "timeout", "retries", "retryOn"],
    values: {
      upstream: ["other"],
      upstreamPort: [8080],
      retries: [1, 2],
      retryOn: [beside({ retries: 1 }, "5xx"), beside({ retries: 1 }, "reset")],
      port: [15002],
    },
  }),
} satisfies ComponentCase;
