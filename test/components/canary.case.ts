import { Canary } from "../../components";
import type { ComponentCase } from "../support/component-case";
import { beside, changesOf } from "../support/transitions/changes";

const shop = { service: "web", namespace: "shop" };
const versions = [
  { name: "v1", weight: 100 },
  { name: "v2", weight: 0 },
];
const edge = { gateways: ["mesh", "edge/public"], hosts: ["shop.example.com"] };
const policy = { outlierDetection: { consecutive5xxErrors: 3 } };

export default {
  component: "Canary",
  samples: [
    {
      what: "in Istio's dialect",
      create: (name, opts, common) => new Canary(name, { ...common, ...shop, versions }, opts),
    },
    {
      what: "in Istio's dialect, in the mesh and at a gateway, with a policy",
      create: (name, opts, common) =>
        new Canary(name, { ...common, ...shop, ...edge, versions, trafficPolicy: policy }, opts),
    },
    {
      what: "in the Gateway API's dialect",
      create: (name, opts, common) =>
        new Canary(name, { ...common, ...shop, versions, dialect: "gateway-api", port: 80 }, opts),
    },
    {
      what: "in the Gateway API's dialect, in the mesh and at a gateway, with a policy",
      create: (name, opts, common) =>
        new Canary(
          name,
          {
            ...common,
            ...shop,
            ...edge,
            versions,
            trafficPolicy: policy,
            dialect: "gateway-api",
            port: 80,
          },
          opts,
        ),
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
    {
      what: "a gateway without the hosts that it is asked for",
      create: () => new Canary("x", { ...shop, versions, gateways: ["edge/public"] }),
      at: "hosts",
      says: /is missing; name the hosts that the gateways are asked for.*IST0132/,
    },
    {
      what: "a match for a version that is not declared",
      create: () =>
        new Canary("x", {
          ...shop,
          versions,
          matches: [{ headers: [{ name: "x-tester", present: true }], version: "v3" }],
        }),
      at: "matches[0].version",
      says: /"v3" is not among the versions \(KIA1107\); allowed: v1, v2/,
    },
    {
      what: "faults in the Gateway API's dialect",
      create: () =>
        new Canary("x", {
          ...shop,
          versions,
          dialect: "gateway-api",
          port: 80,
          fault: { delay: { fixedDelay: "1s" } },
        }),
      at: "fault",
      says: /is for dialect "istio" only: HTTPRoute has no field for faults/,
    },
  ],
  outputs: ["host", "split"],
  plain: ["clusterDomain"],
  handles: ["namespace", "service"],
  changes: changesOf(Canary, {
    bases: {
      "dialect istio": { ...shop, versions },
      "at a gateway": {
        ...shop,
        versions,
        gateways: ["mesh", "edge/public"],
        hosts: ["shop.example.com"],
      },
      "dialect gateway-api": { ...shop, versions, dialect: "gateway-api", port: 80 },
    },
    values: {
      service: ["api"],
      versions: [
        [
          { name: "v1", weight: 50 },
          { name: "v2", weight: 50 },
        ],
        [{ name: "v1", weight: 100 }],
        [
          { name: "v1", weight: 0 },
          { name: "v2", weight: 0 },
          { name: "v3", weight: 100 },
        ],
      ],
      matches: [[{ headers: [{ name: "x-tester", exact: "yes" }], version: "v2" }]],
      retries: [{ attempts: 1 }],
      fault: [{ delay: { fixedDelay: "1s" } }],
      rewrite: [{ host: "other.example.com" }],
      headers: [{ request: { set: { "x-team": "mesh" } } }],
      corsPolicy: [{ allowOrigins: ["https://shop.example.com"] }],
      mirrors: [[{ version: "v2" }]],
      gateways: [
        beside({ hosts: ["shop.example.com"] }, ["edge/public"]),
        beside({ hosts: ["shop.example.com"] }, ["mesh", "edge/other"]),
      ],
      hosts: [["www.example.com"], ["shop.example.com", "www.example.com"]],
      port: [80, 8080],
      targetPort: [8080],
      targetPortName: ["http"],
      appProtocol: ["http"],
      trafficPolicy: [
        { outlierDetection: { consecutive5xxErrors: 3 } },
        { connectionPool: { tcp: { maxConnections: 10 } } },
      ],
      dialect: [beside({ port: 80 }, "gateway-api"), beside({ port: 80 }, "istio")],
    },
  }),
} satisfies ComponentCase;
