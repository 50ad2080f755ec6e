import { ServiceRoute } from "../../components";
import type { ComponentCase } from "../support/component-case";
import { beside, changesOf } from "../support/transitions/changes";

const shop = { service: "web", namespace: "shop" };
const rules = [
  { matches: [{ path: { prefix: "/api" } }], to: [{ service: "api", port: 8080 }] },
  { timeout: "2s" },
];

export default {
  component: "ServiceRoute",
  samples: [
    {
      what: "in Istio's dialect",
      create: (name, opts, common) => new ServiceRoute(name, { ...common, ...shop, rules }, opts),
    },
    {
      what: "in the Gateway API's dialect",
      create: (name, opts, common) =>
        new ServiceRoute(
          name,
          { ...common, ...shop, rules, dialect: "gateway-api", port: 80 },
          opts,
        ),
    },
  ],
  refusals: [
    {
      what: "no rule at all",
      create: () => new ServiceRoute("x", { ...shop, rules: [] }),
      at: "rules",
      says: /is empty; a route needs a rule/,
    },
    {
      what: "requests that no rule fits",
      create: () => new ServiceRoute("x", { ...shop, rules: [{ matches: [{ method: "GET" }] }] }),
      at: "rules[0].matches",
      says: /leave requests that no rule fits, which get 404; add a last rule without matches/,
    },
    {
      what: "a rule that no request reaches",
      create: () => new ServiceRoute("x", { ...shop, rules: [{}, { timeout: "1s" }] }),
      at: "rules[0]",
      says: /takes every request, so nothing behind it is reached; put it last \(IST0130\)/,
    },
    {
      what: "an impossible share",
      create: () =>
        new ServiceRoute("x", {
          ...shop,
          rules: [{ fault: { abort: { httpStatus: 503, percentage: 150 } } }],
        }),
      at: "rules[0].fault.abort.percentage",
      says: /150 is not a percentage: 0, or 0.0001 to 100/,
    },
    {
      what: "retries in the Gateway API's dialect",
      create: () =>
        new ServiceRoute("x", {
          ...shop,
          rules: [{ retries: { attempts: 3 } }],
          dialect: "gateway-api",
          port: 80,
        }),
      at: "rules[0].retries",
      says: /is for dialect "istio" only: HTTPRoute has no retries/,
    },
  ],
  outputs: ["host"],
  plain: ["clusterDomain"],
  handles: ["namespace", "service"],
  changes: changesOf(ServiceRoute, {
    bases: {
      "dialect istio": { ...shop, rules },
      "dialect gateway-api": { ...shop, rules, dialect: "gateway-api", port: 80 },
    },
    values: {
      service: ["api"],
      rules: [[{ timeout: "3s" }]],
      dialect: [beside({ port: 80 }, "gateway-api"), beside({ port: 80 }, "istio")],
      port: [80, 8080],
    },
  }),
} satisfies ComponentCase;
