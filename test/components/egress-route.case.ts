import { EgressRoute } from "../../components";
import type { ComponentCase } from "../support/component-case";
import { changesOf } from "../support/transitions/changes";

const api = {
  namespace: "istio-egress",
  gatewayService: "istio-egressgateway",
  selector: { istio: "egressgateway" },
  host: "api.example.com",
};

export default {
  component: "EgressRoute",
  samples: [
    {
      what: "for HTTP that the gateway encrypts",
      create: (name, opts, common) =>
        new EgressRoute(name, { ...common, ...api, tls: { mode: "SIMPLE" } }, opts),
    },
    {
      what: "for TLS that is passed on",
      create: (name, opts, common) =>
        new EgressRoute(name, { ...common, ...api, protocol: "TLS" }, opts),
    },
  ],
  refusals: [
    {
      what: "a wildcard",
      create: () => new EgressRoute("x", { ...api, host: "*.example.com" }),
      at: "host",
      says: /"\*\.example\.com" is a wildcard, whose addresses the gateway cannot look up/,
    },
    {
      what: "TLS over TLS",
      create: () => new EgressRoute("x", { ...api, protocol: "TLS", tls: { mode: "SIMPLE" } }),
      at: "tls",
      says: /would encrypt again what the client encrypts; allowed with protocol "HTTP"/,
    },
    {
      what: "no labels of a gateway",
      create: () => new EgressRoute("x", { ...api, selector: {} }),
      at: "selector",
      says: /is empty, which no gateway has/,
    },
  ],
  outputs: ["host"],
  plain: ["clusterDomain"],
  handles: ["namespace", "gatewayService", "host"],
  changes: changesOf(EgressRoute, {
    bases: {
      HTTP: { ...api, tls: { mode: "SIMPLE" } },
      TLS: { ...api, protocol: "TLS" },
    },
    values: {
      gatewayService: ["other"],
      host: ["other.example.com"],
      targetPort: [8443],
      tls: [{ mode: "MUTUAL", credentialName: "client" }],
      gatewayPort: [8080],
    },
  }),
} satisfies ComponentCase;
