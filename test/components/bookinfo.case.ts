import { Bookinfo } from "../../components";
import type { ComponentCase } from "../support/component-case";
import { changesOf } from "../support/transitions/changes";

export default {
  component: "Bookinfo",
  samples: [
    {
      what: "whole",
      create: (name, opts, common) => new Bookinfo(name, { ...common, namespace: "shop" }, opts),
    },
    {
      what: "with other versions",
      create: (name, opts, common) =>
        new Bookinfo(
          name,
          { ...common, namespace: "shop", details: ["v1", "v2"], reviews: ["v3"] },
          opts,
        ),
    },
    {
      what: "with databases",
      create: (name, opts, common) =>
        new Bookinfo(
          name,
          {
            ...common,
            namespace: "shop",
            ratings: ["v1", "v2", "v2-mysql", "v2-mysql-vm"],
            mysqlPassword: "s3cret",
            services: { productpage: { type: "NodePort", ipFamilies: ["IPv4"] } },
            restricted: true,
          },
          opts,
        ),
    },
  ],
  refusals: [
    {
      what: "an unknown version of reviews",
      create: () => new Bookinfo("x", { namespace: "shop", reviews: ["v9"] }),
      at: "reviews[0]",
      says: /"v9" is unknown; allowed: v1, v2, v3/,
    },
    {
      what: "details without a version",
      create: () => new Bookinfo("x", { namespace: "shop", details: [] }),
      at: "details",
      says: /is empty; allowed: v1, v2/,
    },
    {
      what: "half a replica",
      create: () => new Bookinfo("x", { namespace: "shop", replicas: 0.5 }),
      at: "replicas",
      says: /0\.5 is not a whole number of at least 0/,
    },
    {
      what: "a label that selects its Pods",
      create: () => new Bookinfo("x", { namespace: "shop", labels: { version: "v9" } }),
      at: 'labels["version"]',
      says: /is set by the component itself/,
    },
  ],
  outputs: ["hosts", "principals"],
  handles: ["namespace"],
  notTranslated: "workloads only; what routes to them are other components",
  notSubmitted: "workloads only",
  changes: changesOf(Bookinfo, {
    bases: { whole: { namespace: "shop", ratings: ["v1", "v2-mysql"] } },
    values: {
      mysqlPassword: ["0ther"],
      services: [
        { productpage: { type: "NodePort" } },
        { details: { waypoint: "waypoint" } },
        { details: { waypoint: "none" } },
      ],
      details: [["v1", "v2"]],
      reviews: [["v3"], ["v1", "v2"]],
      ratings: [["v2"], ["v1"], ["v-faulty"]],
    },
  }),
} satisfies ComponentCase;
