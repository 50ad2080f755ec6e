import { type RuleCase, ruleCases } from "../../../test/support/rule-cases";
import { unknown } from "../mesh-object";
import { requestAuthenticationRules } from "./request-authentication";

const rule = (...rules: unknown[]) => ({ jwtRules: rules });
const jwks = (keys: unknown) =>
  rule({ issuer: "a", jwks: typeof keys === "string" ? keys : JSON.stringify({ keys }) });
const refusedKeys = ["error spec.jwtRules[0].jwks"];
const secretKeys = ["warning spec.jwtRules[0].jwks"];

const cases: RuleCase[] = [
  ["nothing", {}, []],
  ["an empty selector", { selector: {} }, ["warning spec.selector"]],
  [
    "another kind of target",
    { targetRefs: [{ kind: "Pod", name: "a" }] },
    ["error spec.targetRefs[0].kind"],
  ],
  ["a target", { targetRef: { kind: "Service", name: "a" } }, []],

  ["a rule without issuer", rule({ issuer: "a" }, {}), ["error spec.jwtRules[1].issuer"]],
  ["a rule with keys alone", rule({ jwks: '{"keys":[]}' }), ["error spec.jwtRules[0].issuer"]],
  ["a rule with an address of keys", rule({ jwksUri: "https://a.example/keys" }), []],
  ["a rule with an address of the older name", rule({ jwks_uri: "https://a.example/keys" }), []],

  ["keys that are no JSON", jwks("{"), refusedKeys],
  ["keys that are a list", jwks("[]"), refusedKeys],
  ["keys that are a text", jwks([1]), refusedKeys],
  ["keys in no list", jwks('{"keys":{}}'), refusedKeys],
  ["no keys", jwks([]), []],
  ["empty keys", jwks(""), []],
  ["a key of no type", jwks("{}"), refusedKeys],
  ["a key of another type", jwks([{ kty: "rsa", n: "AQAB", e: "AQAB" }]), refusedKeys],
  ["an RSA key without n", jwks([{ kty: "RSA", e: "AQAB" }]), refusedKeys],
  ["an RSA key", jwks([{ kty: "RSA", e: "AQAB", n: "AQAB", kid: "a" }]), []],
  ["one key without a set", jwks('{"kty":"RSA","e":"AQAB","n":"AQAB"}'), []],
  ["an EC key without curve", jwks([{ kty: "EC", x: "AQAB", y: "AQAB" }]), refusedKeys],
  ["an EC key", jwks([{ kty: "EC", crv: "P-256", x: "AQAB", y: "AQAB" }]), []],
  ["an OKP key without x", jwks([{ kty: "OKP", crv: "Ed25519" }]), refusedKeys],
  ["an OKP key", jwks([{ kty: "OKP", crv: "Ed25519", x: "AQAB" }]), []],
  ["a key that is not Base64", jwks([{ kty: "RSA", e: "AQAB", n: "A+-B" }]), refusedKeys],
  ["a key of broken Base64", jwks([{ kty: "RSA", e: "AQAB", n: "AQABA" }]), refusedKeys],
  ["a key with wrong padding", jwks([{ kty: "RSA", e: "AQAB", n: "AQA==" }]), refusedKeys],
  ["a key with padding", jwks([{ kty: "RSA", e: "AQA=", n: "A-_A" }]), []],
  ["a symmetric key", jwks([{ kty: "oct", k: "AQAB" }]), secretKeys],
  ["a symmetric key without k", jwks([{ kty: "oct" }]), refusedKeys],
  ["a private RSA key", jwks([{ kty: "RSA", e: "AQAB", n: "AQAB", d: "AQAB" }]), secretKeys],
  [
    "a private EC key",
    jwks([{ kty: "EC", crv: "P-256", x: "AQAB", y: "AQAB", d: "AQAB" }]),
    secretKeys,
  ],

  [
    "a timeout in microseconds",
    rule({ issuer: "a", timeout: "1500us" }),
    ["error spec.jwtRules[0].timeout"],
  ],
  ["a timeout", rule({ issuer: "a", timeout: "1.5s" }), []],

  ["an unknown spec", unknown, []],
  ["unknown rules", { jwtRules: unknown }, []],
  ["an unknown rule", rule(unknown), []],
  ["an unknown issuer", rule({ issuer: unknown }), []],
  ["an unknown address of keys", rule({ jwksUri: unknown }), []],
  ["unknown keys and timeout", rule({ issuer: "a", jwks: unknown, timeout: unknown }), []],
  ["nothing of use", { jwtRules: "a", selector: [] }, []],
];

ruleCases(
  "rules of RequestAuthentication",
  {
    rules: requestAuthenticationRules,
    apiVersion: "security.istio.io/v1",
    kind: "RequestAuthentication",
  },
  cases,
);
