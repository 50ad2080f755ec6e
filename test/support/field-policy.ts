import { type FieldObject, objects } from "./field-objects";
import type { Seen } from "./field-program";

/** A request as far as the policies of the cases look at it. */
export interface FieldRequest {
  method: string;
  host: string;
  /** Identity of a checked token. */
  token?: string;
  headers?: Record<string, string>;
}

/** Istio's text match: `*` alone, or at one end. */
function fits(pattern: string, value: string | undefined): boolean {
  if (value === undefined) {
    return false;
  }
  if (pattern.startsWith("*")) {
    return value.endsWith(pattern.slice(1)) && (pattern !== "*" || value !== "");
  }
  return pattern.endsWith("*") ? value.startsWith(pattern.slice(0, -1)) : value === pattern;
}

const one = (patterns: string[] | undefined, value: string | undefined) =>
  patterns === undefined || patterns.some((pattern) => fits(pattern, value));
const none = (patterns: string[] | undefined, value: string | undefined) =>
  !patterns?.some((pattern) => fits(pattern, value));

const understood = {
  operation: ["hosts", "notHosts", "methods", "notMethods"],
  source: ["requestPrincipals", "notRequestPrincipals", "notRemoteIpBlocks"],
};

function only(fields: FieldObject, known: string[]): void {
  const unknown = Object.keys(fields).filter((field) => !known.includes(field));
  if (unknown.length > 0) {
    throw new Error(`the test does not understand ${unknown.join(", ")} of a rule`);
  }
}

function operationFits({ operation }: FieldObject, { host, method }: FieldRequest): boolean {
  only(operation, understood.operation);
  const { hosts, notHosts, methods, notMethods } = operation;
  return (
    one(hosts, host) && none(notHosts, host) && one(methods, method) && none(notMethods, method)
  );
}

function sourceFits({ source }: FieldObject, { token }: FieldRequest): boolean {
  only(source, understood.source);
  return one(source.requestPrincipals, token) && none(source.notRequestPrincipals, token);
}

function conditionFits({ key, values, notValues }: FieldObject, request: FieldRequest): boolean {
  const header = /^request\.headers\[(.*)\]$/.exec(key)?.[1];
  if (header === undefined) {
    throw new Error(`the test does not understand the condition ${key}`);
  }
  const value = request.headers?.[header.toLowerCase()];
  return one(values, value) && none(notValues, value);
}

const ruleFits = ({ from, to, when }: FieldObject, request: FieldRequest): boolean =>
  (from === undefined || from.some((source: FieldObject) => sourceFits(source, request))) &&
  (to === undefined || to.some((operation: FieldObject) => operationFits(operation, request))) &&
  (when ?? []).every((condition: FieldObject) => conditionFits(condition, request));

/** Whether a policy of the program with action DENY refuses the request, from a client anywhere. */
export const denied = (seen: Seen, request: FieldRequest): boolean =>
  objects(seen, "AuthorizationPolicy")
    .filter(({ spec }) => spec.action === "DENY")
    .flatMap(({ spec }) => spec.rules ?? [])
    .some((rule) => ruleFits(rule, request));
