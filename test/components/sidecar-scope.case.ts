import { SidecarScope } from "../../components";
import type { ComponentCase } from "../support/component-case";
import { beside, changesOf } from "../support/transitions/changes";

const shop = { namespace: "shop" };

export default {
  component: "SidecarScope",
  samples: [
    {
      what: "for a namespace",
      create: (name, opts, common) =>
        new SidecarScope(
          name,
          {
            ...common,
            ...shop,
            hosts: ["./*", "istio-system/*"],
            outboundTrafficPolicy: "ALLOW_ANY",
          },
          opts,
        ),
    },
  ],
  refusals: [
    {
      what: "a host without its namespace",
      create: () => new SidecarScope("x", { ...shop, hosts: ["web"] }),
      at: "hosts[0]",
      says: /"web": namespace\/host is expected/,
    },
    {
      what: "a selector in the root namespace",
      create: () =>
        new SidecarScope("x", {
          namespace: "istio-system",
          hosts: ["./*"],
          selector: { app: "web" },
        }),
      at: "selector",
      says: /is not allowed in the root namespace "istio-system".*KIA1006/,
    },
    {
      what: "nothing to say",
      create: () => new SidecarScope("x", shop),
      at: "hosts",
      says: /says nothing; one of/,
    },
  ],
  outputs: ["name", "namespace"],
  handles: ["namespace", "rootNamespace", "selector"],
  changes: changesOf(SidecarScope, {
    bases: { "of a namespace": { namespace: "shop", hosts: ["./*", "istio-system/*"] } },
    values: {
      hosts: [["./*", "*/api.example.com"]],
      ingress: [
        beside({ selector: { app: "web" } }, [
          { port: 8080, protocol: "HTTP", defaultEndpoint: "127.0.0.1:8080" },
        ]),
        beside({ selector: { app: "web" } }, [
          { port: 8081, protocol: "HTTP", defaultEndpoint: "127.0.0.1:8081" },
        ]),
      ],
      inboundConnectionPool: [{ tcp: { maxConnections: 10 } }],
      rootNamespace: ["mesh"],
    },
  }),
} satisfies ComponentCase;
