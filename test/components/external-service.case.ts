import { ExternalService } from "../../components";
import type { ComponentCase } from "../support/component-case";
import { beside, changesOf } from "../support/transitions/changes";

const api = { namespace: "shop", hosts: ["api.example.com"] };
const http = { port: 80, protocol: "HTTP" } as const;
const https = { port: 443, protocol: "HTTPS" } as const;

export default {
  component: "ExternalService",
  samples: [
    {
      what: "as it is",
      create: (name, opts, common) =>
        new ExternalService(name, { ...common, ...api, ports: [http] }, opts),
    },
    {
      what: "with TLS added",
      create: (name, opts, common) =>
        new ExternalService(
          name,
          {
            ...common,
            ...api,
            hosts: ["api.example.com", "www.example.com"],
            ports: [{ ...http, tls: { mode: "SIMPLE" } }],
          },
          opts,
        ),
    },
  ],
  refusals: [
    {
      what: "a wildcard that is to be looked up",
      create: () => new ExternalService("x", { ...api, hosts: ["*.example.com"], ports: [http] }),
      at: "hosts[0]",
      says: /"\*\.example\.com": without endpoints the host itself is looked up/,
    },
    {
      what: "TLS over TLS",
      create: () =>
        new ExternalService("x", {
          ...api,
          ports: [{ port: 443, protocol: "HTTPS", tls: { mode: "SIMPLE" } }],
        }),
      at: "ports[0].tls",
      says: /would encrypt twice what the client sends as HTTPS already/,
    },
    {
      what: "no port",
      create: () => new ExternalService("x", { ...api, ports: [] }),
      at: "ports",
      says: /is empty; name at least one port/,
    },
    {
      what: "addresses that are missing",
      create: () => new ExternalService("x", { ...api, ports: [http], resolution: "STATIC" }),
      at: "endpoints",
      says: /is missing; resolution "STATIC" needs the addresses/,
    },
  ],
  outputs: ["hosts"],
  handles: ["namespace", "waypoint", "waypointNamespace"],
  changes: changesOf(ExternalService, {
    bases: {
      "as it is": { ...api, ports: [http] },
      "with TLS added": { ...api, ports: [{ ...http, tls: { mode: "SIMPLE" } }] },
      "in two hosts": { ...api, hosts: ["api.example.com", "www.example.com"], ports: [http] },
    },
    values: {
      hosts: [
        ["other.example.com"],
        ["api.example.com", "other.example.com"],
        ["first.example.com", "api.example.com"],
      ],
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
  }),
} satisfies ComponentCase;
