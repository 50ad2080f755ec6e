import type { ArgumentCheck } from "../../../arguments/argument-check";
import { checkExactlyOne } from "../../../arguments/choice";
import { shown } from "../../../arguments/shown";
import { isKnown } from "../../../arguments/when-known";
import type { RateLimitEntry } from "./rate-limit-args";
import { checkHeaders, headerMatchAction, headerName } from "./rate-limit-header";

/** Ways to count, with the key that each has when nothing else is said. */
const ways = {
  remoteAddress: "remote_address",
  header: "",
  headers: "header_match",
  value: "generic_key",
} as const;

/** `value` beside `headers` is the name of what they have in common. */
const waysOf = (entry: RateLimitEntry) =>
  (Object.keys(ways) as (keyof typeof ways)[]).filter(
    (way) => entry[way] !== undefined && !(way === "value" && entry.headers),
  );

/** Name of the part, as the rate limit service knows it. */
export function entryKey(entry: RateLimitEntry): string {
  const [way] = waysOf(entry);
  const header = isKnown(entry.header) ? entry.header : undefined;
  return entry.key ?? header ?? (way ? ways[way] : "");
}

/** The value that the entry always has; undefined when it comes from the request. */
export const entryValue = ({ value, headers }: RateLimitEntry): string | undefined =>
  value ?? (headers && "match");

/** Reports entries that count by nothing, by several things at once, or under a key that cannot be. */
export function checkEntry(check: ArgumentCheck, path: string, entry: RateLimitEntry): void {
  const found = waysOf(entry);
  checkExactlyOne(check, path, {
    object: Object.fromEntries(found.map((way) => [way, entry[way]])),
    names: Object.keys(ways),
  });
  if (entry.remoteAddress === false) {
    check.fail(`${path}.remoteAddress`, "false counts by nothing; allowed: true");
  }
  if (entry.remoteAddress && entry.key !== undefined && entry.key !== ways.remoteAddress) {
    check.fail(
      `${path}.key`,
      `${shown(entry.key)} cannot be; with remoteAddress it is remote_address`,
    );
  }
  if (entry.header !== undefined && !isKnown(entry.header) && entry.key === undefined) {
    check.fail(`${path}.key`, "is missing; it is needed as the header is not known yet");
  }
  for (const name of ["key", "value"] as const) {
    if (entry[name] === "") {
      check.fail(`${path}.${name}`, '"" is no name; leave it out or name it');
    }
  }
  check.input(`${path}.header`, entry.header, headerName);
  if (entry.headers) {
    checkHeaders(check, `${path}.headers`, entry.headers);
  }
}

/** Envoy's action that adds the entry to a request's descriptor. */
export function entryAction(entry: RateLimitEntry): object {
  const key = entryKey(entry);
  const value = entryValue(entry) ?? "";
  if (entry.headers) {
    return headerMatchAction(key, value, entry.headers);
  }
  if (entry.header !== undefined) {
    return { request_headers: { header_name: entry.header, descriptor_key: key } };
  }
  return entry.remoteAddress
    ? { remote_address: {} }
    : { generic_key: { descriptor_key: key, descriptor_value: value } };
}
