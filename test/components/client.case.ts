import { Client } from "../../components";
import type { ComponentCase } from "../support/component-case";
import { changesOf } from "../support/transitions/changes";

export default {
  component: "Client",
  samples: [
    {
      what: "to run curl in",
      create: (name, opts, common) =>
        new Client(name, { ...common, name: "curl", namespace: "shop" }, opts),
    },
  ],
  refusals: [
    {
      what: "a namespace that is no DNS label",
      create: () => new Client("x", { namespace: "Not A Label" }),
      at: "namespace",
      says: /"Not A Label" is not a DNS label/,
    },
    {
      what: "a name that is no DNS label",
      create: () => new Client("x", { namespace: "shop", name: "Curl" }),
      at: "name",
      says: /"Curl" is not a DNS label.*did you mean "curl"/,
    },
    {
      what: "to keep away from what no label can say",
      create: () => new Client("x", { namespace: "shop", antiAffinityTo: "product page" }),
      at: "antiAffinityTo",
      says: /"product page" is not a label value/,
    },
    {
      what: "a label that selects its Pods",
      create: () => new Client("x", { namespace: "shop", labels: { app: "other" } }),
      at: 'labels["app"]',
      says: /is set by the component itself/,
    },
  ],
  outputs: ["name", "namespace", "principal"],
  handles: ["namespace"],
  notTranslated: "a workload only",
  notSubmitted: "workloads only",
  changes: changesOf(Client, {
    bases: { "to run curl in": { name: "curl", namespace: "shop" } },
    values: { replicas: [3], tlsSecret: ["curl-secret"], antiAffinityTo: ["web", "api"] },
  }),
} satisfies ComponentCase;
