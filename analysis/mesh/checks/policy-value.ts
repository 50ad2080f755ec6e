import type { AuthorizationPolicySpec } from "../../../schemas/kinds/security/authorization-policy";
import {
  comparedHostProblem,
  comparedNamespaceProblem,
  comparedPortProblem,
} from "../../../values/compared-name";
import { comparedPathProblem, hasTemplate } from "../../../values/path";
import { patternProblem } from "../../../values/pattern";
import { principalProblem, requestPrincipalProblem } from "../../../values/principal";
import { check, type Found } from "../check";
import { Kind } from "../kinds";
import {
  namedClaims,
  namedHosts,
  namedNamespaces,
  namedPaths,
  namedPorts,
  namedPrincipals,
  namedRequestPrincipals,
  namedTexts,
  type PolicyValue,
} from "../model/policy-values";
import { quoted } from "../words";

type Problem = (value: string) => string | undefined;

const starProblem: Problem = (value) => {
  const problem = patternProblem(value);
  return problem && `${problem}; any other stands for itself`;
};

const pathProblem: Problem = (value) =>
  hasTemplate(value) ? undefined : (comparedPathProblem(value) ?? starProblem(value));

const hostProblem: Problem = (value) => comparedHostProblem(value) ?? starProblem(value);

const principalsProblem: Problem = (value) => principalProblem(value) ?? starProblem(value);

const requestPrincipalsProblem: Problem = (value) =>
  requestPrincipalProblem(value) ?? starProblem(value);

/** Claims of Keycloak that hold others. */
const nests = ["realm_access.", "resource_access."];

/** A claim within another one is named by brackets of its own; a dot is part of a name. */
function* nestedClaims({ rules = [] }: AuthorizationPolicySpec): Iterable<Found> {
  for (const [i, { when = [] }] of rules.entries()) {
    for (const [j, { key }] of when.entries()) {
      const nest = nests.find((one) => key.startsWith(`request.auth.claims[${one}`));
      if (nest !== undefined) {
        const path = `spec.rules[${i}].when[${j}].key`;
        const meant = key
          .replaceAll(".", "][")
          .replace("request][auth][claims[", "request.auth.claims[");
        yield {
          path,
          message: `${quoted(key)} is one claim with dots in its name, which no token has; write ${quoted(meant)}`,
          aliases: [],
          fix: { path, value: meant },
        };
      }
    }
  }
}

const anyType = "*/*";

/** Types of media have stars of their own. */
const textProblem: Problem = (value) => (value.includes(anyType) ? undefined : starProblem(value));

const grammars: readonly (readonly [
  of: (spec: AuthorizationPolicySpec) => readonly PolicyValue[],
  problem: Problem,
  more?: Pick<Found, "aliases" | "level">,
])[] = [
  [namedPrincipals, principalsProblem, { aliases: ["KIA0106"] }],
  [namedNamespaces, comparedNamespaceProblem],
  [namedRequestPrincipals, requestPrincipalsProblem],
  [namedPorts, comparedPortProblem],
  [namedPaths, pathProblem],
  [namedHosts, hostProblem],
  [namedTexts, textProblem],
  // Permissions such as orders:*:read have stars that stand for themselves.
  [namedClaims, textProblem, { level: "info" }],
];

/** A policy with a value that no request has. */
export const policyValue = check({
  id: "policy-value",
  code: "MESH0220",
  aliases: ["KIA0106"],
  level: "warning",
  kinds: [Kind.AuthorizationPolicy],
  summary: "An AuthorizationPolicy compares with what no request has.",
  why: 'Values are compared letter by letter, and a "*" stands for any text at the beginning or the end alone: the rule takes nobody, so that ALLOW shuts out and DENY lets in.',
  fix: 'Write the value in full, or with one "*" at an end; in paths, {*} stands for a whole segment.',
  url: "https://istio.io/latest/docs/reference/config/security/authorization-policy/#Rule",
  fires: `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: printers, namespace: office}
spec:
  rules:
  - from:
    - source:
        principals:
        - cluster.local/ns/*/sa/scanner # found
        notNamespaces:
        - Office # found
        requestPrincipals:
        - id.example.com # found
    to:
    - operation:
        paths:
        - "*/jobs/*" # found
        - jobs # found
        hosts:
        - https://printers.example.com # found
        notPorts:
        - "0" # found
    - operation:
        ports: ["631"]
    when:
    - key: request.headers[x-floor]
      values:
      - 3*east # found
`,
  silent: `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: printers, namespace: office}
spec:
  rules:
  - from:
    - source:
        principals: ["*/ns/office/sa/scanner"]
        notNamespaces: ["office-*"]
        requestPrincipals: ["https://id.example.com/*"]
    to:
    - operation:
        paths: ["/office/jobs", "/jobs/*"]
        hosts: ["*.example.com"]
    when:
    - key: request.headers[accept]
      values: ["*/*"]
---
apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata: {name: tokens, namespace: office}
spec: {jwtRules: [{issuer: "https://id.example.com", jwksUri: "https://id.example.com/keys"}]}
`,
  *run({ spec }) {
    yield* nestedClaims(spec);
    for (const [valuesOf, problemOf, more] of grammars) {
      for (const { value, path } of valuesOf(spec)) {
        const problem = problemOf(value);
        if (problem !== undefined) {
          yield { path, message: `${quoted(value)} ${problem}`, aliases: [], ...more };
        }
      }
    }
  },
});
