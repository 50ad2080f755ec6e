import { Coolstore } from "../../components";
import type { ComponentCase } from "../support/component-case";
import { changesOf } from "../support/transitions/changes";

export default {
  component: "Coolstore",
  samples: [
    {
      what: "as the book begins",
      create: (name, opts, common) =>
        new Coolstore(name, { ...common, namespace: "istioinaction" }, opts),
    },
    {
      what: "with two versions of catalog and no forum",
      create: (name, opts, common) =>
        new Coolstore(
          name,
          {
            ...common,
            namespace: "istioinaction",
            catalogVersions: ["v1", "v2"],
            forum: false,
          },
          opts,
        ),
    },
  ],
  refusals: [
    {
      what: "an unknown version of catalog",
      create: () => new Coolstore("x", { namespace: "shop", catalogVersions: ["v1", "v3"] }),
      at: "catalogVersions[1]",
      says: /"v3" is unknown; allowed: v1, v2/,
    },
    {
      what: "users for a forum that is not there",
      create: () => new Coolstore("x", { namespace: "shop", forum: false, localUsers: true }),
      at: "localUsers",
      says: /is for forum, and forum is false/,
    },
    {
      what: "half a replica",
      create: () => new Coolstore("x", { namespace: "shop", replicas: 0.5 }),
      at: "replicas",
      says: /0\.5 is not a whole number of at least 0/,
    },
    {
      what: "a label that selects its Pods",
      create: () => new Coolstore("x", { namespace: "shop", labels: { app: "other" } }),
      at: 'labels["app"]',
      says: /is set by the component itself/,
    },
  ],
  outputs: ["hosts", "principals"],
  plain: ["forum"],
  handles: ["namespace"],
  notTranslated: "workloads only; what routes to them are other components",
  notSubmitted: "workloads only",
  changes: changesOf(Coolstore, {
    bases: { "as the book begins": { namespace: "istioinaction" } },
    values: {
      catalogVersions: [["v1", "v2"], ["v2"]],
      podAnnotations: [{ webapp: { "proxy.istio.io/config": "tracing: {sampling: 10}" } }],
      upstreams: [{ forum: "forum.forum-services" }],
      images: [{ webapp: "registry.example.com/webapp:2" }],
    },
  }),
} satisfies ComponentCase;
