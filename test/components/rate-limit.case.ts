import { RateLimit } from "../../components";
import type { ComponentCase } from "../support/component-case";
import { beside, changesOf } from "../support/transitions/changes";

const shop = { namespace: "shop" };
const global = {
  domain: "shop",
  service: "ratelimit.limits.svc.cluster.local",
  descriptors: [{ entries: [{ remoteAddress: true as const }] }],
};

export default {
  component: "RateLimit",
  samples: [
    {
      what: "that each proxy counts",
      create: (name, opts, common) =>
        new RateLimit(name, { ...common, ...shop, name: "calm", local: { requests: 10 } }, opts),
    },
    {
      what: "that each proxy counts, and a service for all",
      create: (name, opts, common) =>
        new RateLimit(
          name,
          {
            ...common,
            ...shop,
            position: "waypoint",
            waypoint: "waypoint",
            local: { requests: 10 },
            global,
          },
          opts,
        ),
    },
  ],
  refusals: [
    {
      what: "a gateway without its labels",
      create: () => new RateLimit("x", { ...shop, position: "gateway", local: { requests: 1 } }),
      at: "selector",
      says: /is missing; position "gateway" needs the labels of the gateway's Pods/,
    },
    {
      what: "no limit at all",
      create: () => new RateLimit("x", shop),
      at: "local",
      says: /nothing is set; set at least one of local, global/,
    },
    {
      what: "a rule out of step with the whole",
      create: () =>
        new RateLimit("x", {
          ...shop,
          local: {
            requests: 9,
            interval: "2s",
            rules: [{ requests: 1, interval: "3s", headers: [{ name: "x-a", present: true }] }],
          },
        }),
      at: "local.rules[0].interval",
      says: /"3s" is no multiple of the limit's own interval, "2s"/,
    },
    {
      what: "nothing to count by",
      create: () => new RateLimit("x", { ...shop, global: { ...global, descriptors: [] } }),
      at: "global.descriptors",
      says: /is empty, so that nothing is counted/,
    },
  ],
  outputs: ["config"],
  handles: ["namespace", "selector", "waypoint"],
  changes: changesOf(RateLimit, {
    bases: {
      "that each proxy counts": { ...shop, local: { requests: 10 } },
      "that a service counts": { ...shop, global },
    },
    values: {
      local: [{ requests: 20 }, { requests: 10, interval: "60s" }],
      global: [{ ...global, domain: "other" }],
      position: ["gateway", beside({ waypoint: "waypoint", selector: undefined }, "waypoint")],
      waypoint: [
        beside({ position: "waypoint" }, "waypoint"),
        beside({ position: "waypoint" }, "other"),
      ],
      priority: [10, 20],
    },
  }),
} satisfies ComponentCase;
