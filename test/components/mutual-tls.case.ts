import { MutualTls } from "../../components";
import type { ComponentCase } from "../support/component-case";

export default {
  component: "MutualTls",
  samples: [
    {
      what: "for a namespace",
      create: (name, opts, common) => new MutualTls(name, { ...common, namespace: "shop" }, opts),
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
  ],
  outputs: ["mode", "namespace"],
  handles: ["namespace"],
} satisfies ComponentCase;
