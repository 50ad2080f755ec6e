import { Httpbin } from "../../components";
import type { ComponentCase } from "../support/component-case";
import { changesOf } from "../support/transitions/changes";

export default {
  component: "Httpbin",
  samples: [
    {
      what: "to look at requests with",
      create: (name, opts, common) =>
        new Httpbin(name, { ...common, name: "httpbin", namespace: "shop" }, opts),
    },
  ],
  refusals: [
    {
      what: "a name that is no DNS label",
      create: () => new Httpbin("x", { namespace: "shop", name: "Httpbin" }),
      at: "name",
      says: /"Httpbin" is not a DNS label.*did you mean "httpbin"/,
    },
    {
      what: "a port that is too high",
      create: () => new Httpbin("x", { namespace: "shop", port: 80000 }),
      at: "port",
      says: /80000 is not a whole number between 1 and 65535/,
    },
    {
      what: "a version that no label can have",
      create: () => new Httpbin("x", { namespace: "shop", version: "v 1" }),
      at: "version",
      says: /"v 1" is not a label value/,
    },
    {
      what: "an address as its image",
      create: () => new Httpbin("x", { namespace: "shop", image: "https://a.example.com/web:1" }),
      at: "image",
      says: /"https:.* is not an image; write for example/,
    },
    {
      what: "a label that selects its Pods",
      create: () => new Httpbin("x", { namespace: "shop", labels: { version: "v2" } }),
      at: 'labels["version"]',
      says: /is set by the component itself/,
    },
  ],
  outputs: ["host", "principal"],
  handles: ["namespace"],
  notTranslated: "a workload only",
  notSubmitted: "workloads only",
  changes: changesOf(Httpbin, {
    bases: { "to look at requests with": { name: "httpbin", namespace: "shop" } },
    values: { version: ["v2"], containerPort: [8080, 8081] },
  }),
} satisfies ComponentCase;
