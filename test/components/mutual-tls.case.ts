import { MutualTls } from "../../components";
import type { ComponentCase } from "../support/component-case";
import { beside, changesOf } from "../support/transitions/changes";

export default {
  component: "MutualTls",
  samples: [
    {
      what: "for a namespace",
      create: (name, opts, common) => new MutualTls(name, { ...common, namespace: "shop" }, opts),
    },
    {
      what: "for a port of chosen workloads",
      create: (name, opts, common) => {
        const web = { selector: { app: "web" }, ports: { "8080": "PERMISSIVE" } } as const;
        return new MutualTls(name, { ...common, namespace: "shop", ...web }, opts);
      },
    },
  ],
  refusals: [
    {
      what: "a namespace that is no DNS label",
      create: () => new MutualTls("x", { namespace: "Not A Label" }),
      at: "namespace",
      says: /"Not A Label" is not a DNS label/,
    },
    {
      what: "a mode that is none",
      create: () => new MutualTls("x", { namespace: "shop", mode: "strict" as "STRICT" }),
      at: "mode",
      says: /"strict" is unknown; allowed: STRICT, PERMISSIVE, DISABLE, UNSET/,
    },
    {
      what: "an empty selector",
      create: () => new MutualTls("x", { namespace: "shop", selector: {} }),
      at: "selector",
      says: /is empty; leave it out/,
    },
    {
      what: "a mode of a port for all workloads",
      create: () => new MutualTls("x", { namespace: "shop", ports: { "8080": "DISABLE" } }),
      at: "ports",
      says: /sets 8080; a mode of a port needs a selector/,
    },
    {
      what: "plain text alone in ambient mode",
      create: () =>
        new MutualTls("x", { namespace: "shop", mode: "DISABLE", dataPlaneMode: "ambient" }),
      at: "mode",
      says: /"DISABLE" has no effect on Pods in ambient mode; allowed: STRICT/,
    },
  ],
  outputs: ["mode", "namespace"],
  handles: ["namespace", "selector"],
  changes: changesOf(MutualTls, {
    bases: {
      "of a namespace": { namespace: "shop" },
      "of workloads": { namespace: "shop", selector: { app: "web" } },
    },
    values: {
      ports: [
        beside({ selector: { app: "web" } }, { "8080": "PERMISSIVE" }),
        beside({ selector: { app: "web" } }, { "8080": "DISABLE" }),
      ],
    },
  }),
} satisfies ComponentCase;
