import type { ArgumentCheck } from "../../../arguments/argument-check";
import { dnsName, duration, integer, port, type Test } from "../../../arguments/predicates";
import { shown } from "../../../arguments/shown";
import { isKnown, whenKnown } from "../../../arguments/when-known";
import { envoyDuration } from "../../../values/duration";
import { checkEntry, entryAction, entryKey } from "./global-rate-limit-entry";
import { mostRequests } from "./local-rate-limit";
import type {
  GlobalLimit,
  GlobalRateLimit,
  RateLimitDescriptor,
  RateLimitEntry,
} from "./rate-limit-args";
import { typed } from "./rate-limit-filter";
import { headerDoubts } from "./rate-limit-header";

const fullName: Test<string> = (value) =>
  typeof value === "string" && !value.includes(".")
    ? `${shown(value)} is no full host name; write for example "ratelimit.default.svc.cluster.local"`
    : dnsName(value);

const notEmpty: Test<string> = (value) =>
  value === "" ? '"" is no domain; name the one that the service is configured with' : undefined;

/** Reports what is wrong with the service that is asked, and with what requests are counted by. */
export function checkGlobalRateLimit(check: ArgumentCheck, limit: GlobalRateLimit): void {
  check.input("global.domain", limit.domain, notEmpty);
  check.input("global.service", limit.service, fullName);
  check.input("global.port", limit.port, port);
  check.input("global.timeout", limit.timeout, duration);
  check.input("global.stage", limit.stage, integer(0, 10));
  if (limit.descriptors.length === 0) {
    check.fail("global.descriptors", "is empty, so that nothing is counted; name at least one");
  }
  limit.descriptors.forEach((descriptor, i) => {
    checkDescriptor(check, `global.descriptors[${i}]`, descriptor);
  });
}

function checkDescriptor(
  check: ArgumentCheck,
  path: string,
  descriptor: RateLimitDescriptor,
): void {
  const { entries, limits = [] } = descriptor;
  if (entries.length === 0) {
    check.fail(`${path}.entries`, "is empty, so that nothing is counted; name at least one");
  }
  entries.forEach((entry, i) => {
    checkEntry(check, `${path}.entries[${i}]`, entry);
  });
  limits.forEach((limit, i) => {
    checkLimit(check, `${path}.limits[${i}]`, limit, entries);
  });
}

function checkLimit(
  check: ArgumentCheck,
  path: string,
  { requests, values = {} }: GlobalLimit,
  entries: RateLimitEntry[],
): void {
  check.input(`${path}.requests`, requests, integer(0, mostRequests));
  const keys = entries.map(entryKey);
  for (const key of Object.keys(values).filter((one) => !keys.includes(one))) {
    const allowed = keys.join(", ");
    check.fail(
      `${path}.values[${JSON.stringify(key)}]`,
      `is no key of the entries; allowed: ${allowed}`,
    );
  }
}

/** Headers of which a client can write another value for the same thing, and what counts it as one. */
const countedApart = new Map([
  [
    ":path",
    `":path" counts each query apart, so that a client gets a new limit with "?1", "?2"; count by headers: [{ name: ":path", prefix: "/…" }]`,
  ],
  [
    ":authority",
    `":authority" counts each way to write a host apart, so that a client gets a new limit with ":80" or "." behind it; count each host by headers: [{ name: ":authority", exact: "…" }]`,
  ],
]);

function entryDoubts(path: string, { header, headers }: RateLimitEntry): string[] {
  const apart = isKnown(header) && header !== undefined ? countedApart.get(header) : undefined;
  return [
    ...(apart === undefined ? [] : [`${path}.header: ${apart}`]),
    ...headerDoubts(`${path}.headers`, headers ?? []),
  ];
}

/** What works, but not as a limit that a client cannot get past. */
export const globalRateLimitDoubts = ({ descriptors }: GlobalRateLimit): string[] =>
  descriptors.flatMap(({ entries }, i) =>
    entries.flatMap((entry, j) => entryDoubts(`global.descriptors[${i}].entries[${j}]`, entry)),
  );

/** The filter that asks the service, through the cluster that Istio makes for it. */
export function globalRateLimitFilter(limit: GlobalRateLimit): { [key: string]: unknown } {
  const {
    domain,
    service: host,
    port: number = 8081,
    timeout = "20ms",
    failureModeDeny = false,
  } = limit;
  const cluster_name = whenKnown([number, host], (n: number, h: string) => `outbound|${n}||${h}`);
  const config = {
    domain,
    ...(limit.stage !== undefined && { stage: limit.stage }),
    timeout: whenKnown([timeout], envoyDuration),
    failure_mode_deny: failureModeDeny,
    rate_limit_service: {
      grpc_service: { envoy_grpc: { cluster_name, authority: host } },
      transport_api_version: "V3",
    },
  };
  const type = "envoy.extensions.filters.http.ratelimit.v3.RateLimit";
  return { name: "envoy.filters.http.ratelimit", typed_config: typed(type, config) };
}

/** What requests are counted by, for the virtual hosts. */
export const globalRateLimits = ({
  stage,
  descriptors,
}: GlobalRateLimit): { [key: string]: unknown } => ({
  rate_limits: descriptors.map(({ entries }) => ({
    ...(stage !== undefined && { stage }),
    actions: entries.map(entryAction),
  })),
});
