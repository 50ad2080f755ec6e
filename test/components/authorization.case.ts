import { Authorization, type AuthorizationArgs } from "../../components";
import type { ComponentCase } from "../support/component-case";
import { beside, changesOf } from "../support/transitions/changes";

const refuse = (args: Partial<AuthorizationArgs>) => () =>
  new Authorization("x", { namespace: "shop", ...args });
const rules = [{ from: [{ serviceAccounts: ["edge/gateway"] }], to: [{ methods: ["GET"] }] }];

export default {
  component: "Authorization",
  samples: [
    {
      what: "with rules for chosen workloads",
      create: (name, opts, common) =>
        new Authorization(
          name,
          {
            ...common,
            namespace: "shop",
            selector: { app: "web" },
            rules: [{ from: [{ serviceAccounts: ["edge/gateway"] }], to: [{ methods: ["GET"] }] }],
          },
          opts,
        ),
    },
    {
      what: "as the base of allow lists",
      create: (name, opts, common) =>
        new Authorization(name, { ...common, namespace: "shop", preset: "allow-nothing" }, opts),
    },
    {
      what: "at a waypoint, as a dry run",
      create: (name, opts, common) =>
        new Authorization(
          name,
          {
            ...common,
            namespace: "shop",
            targets: [{ kind: "Service", name: "web" }],
            dryRun: true,
            rules: [{ to: [{ paths: ["/admin/{**}"] }] }],
          },
          opts,
        ),
    },
    {
      what: "against the way past a waypoint",
      create: (name, opts, common) => {
        const guard = { namespace: "shop", onlyThroughWaypoint: "waypoint" };
        return new Authorization(name, { ...common, ...guard, selector: { app: "web" } }, opts);
      },
    },
  ],
  refusals: [
    {
      what: "nothing that says what holds",
      create: refuse({}),
      at: "rules",
      says: /nothing is set; set exactly one of rules, preset, onlyThroughWaypoint/,
    },
    {
      what: "an address that is none",
      create: refuse({ rules: [{ from: [{ ipBlocks: ["10.0.0.0/40"] }] }] }),
      at: "rules[0].from[0].ipBlocks[0]",
      says: /"10.0.0.0\/40"/,
    },
    {
      what: "paths where only connections are seen",
      create: refuse({ dataPlaneMode: "ambient", rules: [{ to: [{ paths: ["/admin"] }] }] }),
      at: "rules[0].to[0].paths",
      says: /\["\/admin"\] is nothing that ztunnel sees, it would let none .*name what .* in targets/,
    },
    {
      what: "an authorizer that the mesh does not know",
      create: refuse({ action: "CUSTOM", provider: "opa", knownProviders: [], rules: [{}] }),
      at: "provider",
      says: /"opa" is not among the known providers; allowed: none/,
    },
    {
      what: "a name that is no DNS name",
      create: refuse({ preset: "deny-all", name: "deny_all" }),
      at: "name",
      says: /"deny_all" is not a DNS name/,
    },
  ],
  outputs: ["action", "name", "namespace"],
  handles: ["namespace", "onlyThroughWaypoint", "provider", "selector", "trustDomain"],
  plain: ["multipleProviders"],
  changes: changesOf(Authorization, {
    bases: {
      "for chosen workloads": { namespace: "shop", selector: { app: "web" }, rules },
      "for targets": { namespace: "shop", targets: [{ kind: "Service", name: "web" }], rules },
      "by preset": { namespace: "shop", preset: "allow-nothing" },
      "by an authorizer": {
        namespace: "shop",
        selector: { app: "web" },
        action: "CUSTOM",
        provider: "opa",
        rules: [{ to: [{ paths: ["/admin"] }] }],
      },
    },
    values: {
      rules: [[{ from: [{ namespaces: ["edge"] }] }], [{ to: [{ methods: ["GET"] }] }]],
      onlyThroughWaypoint: [
        beside({ rules: undefined }, "waypoint"),
        beside({ rules: undefined }, "other"),
      ],
      provider: ["oauth2"],
      knownProviders: [["opa"], ["opa", "other"]],
    },
  }),
} satisfies ComponentCase;
