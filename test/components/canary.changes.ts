import { Canary } from "../../components";
import { beside, changesOf } from "../support/transitions/changes";

const shop = { service: "web", namespace: "shop" };
const versions = [
  { name: "v1", weight: 100 },
  { name: "v2", weight: 0 },
];

export default changesOf(Canary, {
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
});
