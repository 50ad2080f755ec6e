import { RevisionTag } from "../../components";
import type { ComponentCase } from "../support/component-case";
import { changesOf } from "../support/transitions/changes";

export default {
  component: "RevisionTag",
  samples: [
    {
      what: "of a revision",
      create: (name, opts, common) =>
        new RevisionTag(name, { ...common, tag: "stable", revision: "1-31-1" }, opts),
    },
    {
      what: "that injects by default",
      create: (name, opts, common) =>
        new RevisionTag(name, { ...common, tag: "default", revision: "1-31-1" }, opts),
    },
  ],
  refusals: [
    {
      what: "a tag that is the revision",
      create: () => new RevisionTag("x", { tag: "1-31-1", revision: "1-31-1" }),
      at: "revision",
      says: /"1-31-1" is the tag itself/,
    },
    {
      what: "a revision with dots",
      create: () => new RevisionTag("x", { revision: "1.31.1" }),
      at: "revision",
      says: /"1\.31\.1" is not a DNS label.*did you mean "1-31-1"/,
    },
    {
      what: "the tag default for an istiod that injects by default",
      create: () => new RevisionTag("x", { tag: "default", revision: "default" }),
      at: "revision",
      says: /injects by default already.*IST0139/,
    },
  ],
  outputs: ["revision", "tag"],
  handles: ["namespace", "revision", "tag"],
  notTranslated: "it chooses which istiod injects a proxy, not what the proxy does",
  notSubmitted: "a webhook and a Service are no kinds of Istio's",
  changes: changesOf(RevisionTag, {
    bases: { "of a revision": { tag: "stable", revision: "1-31-1" } },
    values: { tag: ["default", "prod"] },
  }),
} satisfies ComponentCase;
