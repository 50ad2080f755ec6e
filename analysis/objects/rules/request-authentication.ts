import { isAnyBase64 } from "../../../values/base64";
import { millisecondsProblem } from "../../../values/duration";
import { type Finding, refused, warned } from "../finding";
import { isRecord } from "../fits";
import type { MeshObject } from "../mesh-object";
import { attachmentFindings } from "./primitives/attachment";
import {
  checkText,
  entries,
  field,
  isBlank,
  type Place,
  refusedIf,
  text,
} from "./primitives/place";

/**
 * What istiod's webhook says of a RequestAuthentication: of where it is attached, and of issuers and
 * their keys.
 */
export function requestAuthenticationRules({ spec: value }: MeshObject): Finding[] {
  const spec: Place = { path: "spec", value };
  return [
    ...attachmentFindings(spec),
    ...entries(field(spec, "jwtRules")).flatMap(jwtRuleFindings),
  ];
}

function jwtRuleFindings(rule: Place): Finding[] {
  const issuer = field(rule, "issuer");
  const keySources = ["jwksUri", "jwks_uri"].map((name) => field(rule, name));
  return [
    ...refusedIf(
      [issuer, ...keySources].every(isBlank),
      issuer,
      "issuer is required where there is no jwksUri",
    ),
    ...jwksFindings(field(rule, "jwks")),
    ...checkText(field(rule, "timeout"), millisecondsProblem),
  ];
}

type Key = Readonly<Record<string, unknown>>;

/** A key set may hold secrets, by mistake; findings are shown. */
const hidden = "(a key set)";

function jwksFindings({ path, value }: Place): Finding[] {
  const source = text({ path, value }) ?? "";
  if (source === "") {
    return [];
  }
  const keys = keysOf(source);
  if (typeof keys === "string") {
    return [refused(path, hidden, keys)];
  }
  const reasons = keys.flatMap((key, index) => {
    const problem = keyProblem(key);
    return problem === undefined ? [] : [`key ${index}: ${problem}`];
  });
  const secrets = keys.filter(isRecord).flatMap((key, index) => (isPrivate(key) ? [index] : []));
  return reasons.length > 0
    ? reasons.map((reason) => refused(path, hidden, reason))
    : secrets.map((index) =>
        warned(path, hidden, `key ${index} is a private one; tokens are checked with public keys`),
      );
}

/** The keys of a set, or of a single key; a reason where it is neither. */
function keysOf(source: string): readonly unknown[] | string {
  const set = parse(source);
  if (!isRecord(set)) {
    return "a JSON Web Key Set is expected";
  }
  if (!Object.hasOwn(set, "keys")) {
    return [set];
  }
  const { keys } = set;
  return Array.isArray(keys) ? keys : keys === null ? [] : '"keys" is a list of keys';
}

function parse(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return undefined;
  }
}

/** What a key needs, by its type; all but the name of a curve in Base64. */
const parts = new Map([
  ["RSA", ["n", "e"]],
  ["EC", ["crv", "x", "y"]],
  ["OKP", ["crv", "x"]],
  ["oct", ["k"]],
]);

function keyProblem(key: unknown): string | undefined {
  if (!isRecord(key)) {
    return "a JSON Web Key is expected";
  }
  const needed = parts.get(String(key.kty));
  if (needed === undefined) {
    return `kty allows: ${[...parts.keys()].join(", ")}`;
  }
  const lacking = needed.find((name) => typeof key[name] !== "string");
  if (lacking !== undefined) {
    return `kty ${key.kty} needs ${lacking}`;
  }
  const wrong = needed.find((name) => name !== "crv" && !isAnyBase64(String(key[name])));
  return wrong === undefined ? undefined : `${wrong} is not Base64`;
}

const isPrivate = (key: Key): boolean => key.kty === "oct" || Object.hasOwn(key, "d");
