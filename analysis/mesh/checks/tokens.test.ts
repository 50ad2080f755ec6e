import { deployment, istio, meshCases, service } from "../../../test/support/mesh-cases";
import { tokenIssuer } from "./token-issuer";

const web = service("shop", "web") + deployment("shop", "web", "app: web");
const reads = (rules: string, spec = "selector: {matchLabels: {app: web}}", name = "r") =>
  istio("RequestAuthentication", "shop", name, `{${spec}, jwtRules: [${rules}]}`);
const rule = (issuer: string) => `{${issuer && `issuer: ${issuer}, `}jwks: "{}"}`;
const asks = (principal: string, spec = "selector: {matchLabels: {app: web}}") =>
  istio(
    "AuthorizationPolicy",
    "shop",
    "p",
    `{${spec}, rules: [{from: [{source: {requestPrincipals: ["${principal}"]}}]}]}`,
  );
const target = 'targetRefs: [{kind: Service, group: "", name: web}]';
const found = ["warning AuthorizationPolicy p spec.rules[0].from[0].source.requestPrincipals[0]"];

meshCases(tokenIssuer, {
  "finds another issuer": {
    yaml: web + reads(`${rule("me")}, ${rule("you")}`) + asks("they/x"),
    says: found,
    messages: [
      'no token of issuer "they" is read: RequestAuthentication r.shop reads those of "me", "you"',
    ],
  },
  "offers the one that is called nearly so": {
    yaml: web + reads(rule("https://a.example.com")) + asks("https://a.exmple.com/x"),
    says: found,
    messages: [
      'no token of issuer "https://a.exmple.com" is read: RequestAuthentication r.shop reads those of "https://a.example.com"; did you mean "https://a.example.com"?',
    ],
  },
  "reads what is attached to a Service": {
    yaml: web + reads(rule("me"), target) + asks("you/x", target),
    says: found,
  },
  "takes the issuer of one of several": {
    yaml: web + reads(rule("me")) + reads(rule("you"), undefined, "s") + asks("you/x"),
  },
  "takes a subject with slashes of its own": {
    yaml: web + reads(rule("me")) + asks("me/spiffe://example.com/batch"),
  },
  "takes a rule for all issuers": { yaml: web + reads(rule("")) + asks("you/x") },
  "takes patterns": { yaml: web + reads(rule("me")) + asks("*") + asks("*/x") },
  "leaves a workload alone that reads no tokens": {
    yaml: web + asks("you/x"),
  },
  "leaves a policy for several alone of which one reads none": {
    yaml:
      web +
      deployment("shop", "db", "app: db") +
      reads(rule("me")) +
      asks("you/x", "{}").replace("{{},", "{"),
  },
});
