import { JwtAuthentication, type JwtAuthenticationArgs } from "../../components";
import type { ComponentCase } from "../support/component-case";
import { beside, changesOf } from "../support/transitions/changes";

const issuer = { issuer: "https://id.example.com", jwksUri: "https://id.example.com/keys" };
const refuse = (args: Partial<JwtAuthenticationArgs>) => () =>
  new JwtAuthentication("x", { namespace: "shop", jwtRules: [issuer], ...args });
const shop = { namespace: "shop", jwtRules: [issuer] };

export default {
  component: "JwtAuthentication",
  samples: [
    {
      what: "of tokens that may be missing",
      create: (name, opts, common) =>
        new JwtAuthentication(name, { ...common, namespace: "shop", jwtRules: [issuer] }, opts),
    },
    {
      what: "of tokens that are required",
      create: (name, opts, common) =>
        new JwtAuthentication(
          name,
          {
            ...common,
            namespace: "shop",
            jwtRules: [issuer],
            targets: [{ kind: "Service", name: "web" }],
            require: true,
            ports: [8080],
            exemptPaths: ["/healthz"],
          },
          opts,
        ),
    },
  ],
  refusals: [
    {
      what: "no issuer at all",
      create: refuse({ jwtRules: [] }),
      at: "jwtRules",
      says: /is empty; name the issuers whose tokens are accepted/,
    },
    {
      what: "keys that are none",
      create: refuse({ jwtRules: [{ issuer: "me", jwks: "secret" }] }),
      at: "jwtRules[0].jwks",
      says: /a JSON Web Key Set is expected/,
    },
    {
      what: "a private key",
      create: refuse({
        jwtRules: [{ issuer: "me", jwks: '{"keys":[{"kty":"oct","k":"AAAA"}]}' }],
      }),
      at: "jwtRules[0].jwks",
      says: /key 0 of "keys" is a private one; tokens are checked with public keys/,
    },
    {
      what: "Pods in ambient mode",
      create: refuse({ dataPlaneMode: "ambient" }),
      at: "targets",
      says: /is missing; dataPlaneMode is "ambient", where only waypoints see tokens/,
    },
  ],
  outputs: ["name", "namespace"],
  plain: ["allowPreflight", "require"],
  handles: ["namespace", "selector"],
  changes: changesOf(JwtAuthentication, {
    bases: {
      "of tokens that may be missing": shop,
      "of tokens that are required": { ...shop, selector: { app: "web" }, require: true },
    },
    values: {
      jwtRules: [
        [{ ...issuer, audiences: ["shop"] }],
        [
          issuer,
          { issuer: "https://other.example.com", jwksUri: "https://other.example.com/keys" },
        ],
      ],
      exemptPaths: [["/healthz"], ["/healthz", "/metrics"]],
      ports: [[8080], [8081]],
      targets: [beside({ selector: undefined }, [{ kind: "Service", name: "web" }])],
    },
  }),
} satisfies ComponentCase;
