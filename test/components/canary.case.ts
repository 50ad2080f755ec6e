import { Canary } from "../../components";
import type { ComponentCase } from "../support/component-case";

const shop = { service: "web", namespace: "shop" };
const versions = [
  { name: "v1", weight: 100 },
  { name: "v2", weight: 0 },
];

export default {
  component: "Canary",
  samples: [
    {
      what: "in Istio's dialect",
      create: (name, opts, common) => new Canary(name, { ...common, ...shop, versions }, opts),
    },
    {
      what: "in the Gateway API's dialect",
      create: (name, opts, common) =>
        new Canary(name, { ...common, ...shop, versions, dialect: "gateway-api", port: 80 }, opts),
    },
  ],
  refusals: [
    {
      what: "no version at all",
      create: () => new Canary("x", { ...shop, versions: [] }),
      at: "versions",
      says: /is empty; name at least one version/,
    },
    {
      what: "weights that do not add up",
      create: () =>
        new Canary("x", {
          ...shop,
          versions: [
            { name: "v1", weight: 80 },
            { name: "v2", weight: 10 },
          ],
        }),
      at: "versions",
      says: /weights add up to 90 \(v1 80, v2 10\); they must add up to 100/,
    },
    {
      what: "the Gateway API's dialect without a port",
      create: () => new Canary("x", { ...shop, versions, dialect: "gateway-api" }),
      at: "port",
      says: /is missing; dialect "gateway-api" needs the port of the Service/,
    },
  ],
  outputs: ["host", "split"],
  plain: ["clusterDomain", "service"],
  handles: ["namespace"],
} satisfies ComponentCase;
