import { ExternalService } from "../../components";
import { beside, changesOf } from "../support/transitions/changes";

const api = { namespace: "shop", hosts: ["api.example.com"] };
const http = { port: 80, protocol: "HTTP" } as const;
const https = { port: 443, protocol: "HTTPS" } as const;

export default changesOf(ExternalService, {
  bases: {
    "as it is": { ...api, ports: [http] },
    "with TLS added": { ...api, ports: [{ ...http, tls: { mode: "SIMPLE" } }] },
    "in two hosts": { ...api, hosts: ["api.example.com", "www.example.com"], ports: [http] },
  },
  values: {
    hosts: [["other.example.com"], ["api.example.com", "other.example.com"]],
    ports: [[https], [http, https]],
    endpoints: [
      beside({ resolution: "STATIC" }, [{ address: "192.0.2.1" }]),
      beside({ resolution: "STATIC" }, [{ address: "192.0.2.2" }]),
    ],
    addresses: [["192.0.2.10"], ["192.0.2.11"]],
    subjectAltNames: [["api.example.com"], ["other.example.com"]],
    trafficPolicy: [{ outlierDetection: { consecutive5xxErrors: 3 } }],
    waypoint: ["egress", "other"],
    waypointNamespace: [
      beside({ waypoint: "egress" }, "egress"),
      beside({ waypoint: "egress" }, "other"),
    ],
  },
});
