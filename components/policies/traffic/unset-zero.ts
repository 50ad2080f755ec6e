import type { ArgumentCheck } from "../../../arguments/argument-check";
import type { Test } from "../../../arguments/predicates";
import type { ConnectionPool } from "./connection-pool-args";
import type { TrafficPolicyOptions } from "./traffic-policy-args";

/** Where istiod cannot tell 0 from "not said", and goes on with what stands in the text. */
const instead = (meaning: string, way: string): Test<number> => {
  const reason = `0 is "not set" to Istio, which means ${meaning}; ${way}`;
  return (value) => (value === 0 ? reason : undefined);
};

const noLimit = (least: string) => instead("no limit", `write 1 for ${least}, or leave it out`);

const tests = {
  maxConnections: noLimit("a single connection"),
  http1MaxPendingRequests: noLimit("a single request that waits"),
  http2MaxRequests: noLimit("a single request at a time"),
  maxConcurrentStreams: noLimit("a single request on a connection"),
  maxRetries: instead(
    "no limit",
    "write 1 for a single retry at a time; that nothing is tried again is for the route to say: retries: { attempts: 0 }",
  ),
  keepalive: instead("the operating system's setting", "write 1 or more, or leave it out"),
  maxEjectionPercent: instead(
    "10",
    "leave outlierDetection out to leave no endpoint out, or write 1 to 100",
  ),
  localOrigin: instead(
    "5",
    "write 1 or more, or leave splitExternalLocalOriginErrors out so that failures to connect count as 5xx",
  ),
  minRetryConcurrency: instead("3", "write 1 or more, or leave it out"),
  ring: instead("1024", "write 1 or more, or leave it out"),
  table: instead("65537", "write a prime number, or leave it out"),
};

/** `at` makes the path of an argument of the pool. */
export function checkPoolZeros(
  check: ArgumentCheck,
  at: (inner: string) => string,
  { tcp, http }: ConnectionPool,
): void {
  check.input(at("tcp.maxConnections"), tcp?.maxConnections, tests.maxConnections);
  check.input(at("tcp.tcpKeepalive.probes"), tcp?.tcpKeepalive?.probes, tests.keepalive);
  for (const name of [
    "http1MaxPendingRequests",
    "http2MaxRequests",
    "maxRetries",
    "maxConcurrentStreams",
  ] as const) {
    check.input(at(`http.${name}`), http?.[name], tests[name]);
  }
}

/** `at` makes the path of an argument of the policy. */
export function checkZeros(
  check: ArgumentCheck,
  at: (inner: string) => string,
  { connectionPool, outlierDetection, retryBudget, loadBalancer }: TrafficPolicyOptions,
): void {
  checkPoolZeros(check, (inner) => at(`connectionPool.${inner}`), connectionPool ?? {});
  const { maxEjectionPercent, consecutiveLocalOriginFailures } = outlierDetection ?? {};
  const outlier = (inner: string) => at(`outlierDetection.${inner}`);
  check.input(outlier("maxEjectionPercent"), maxEjectionPercent, tests.maxEjectionPercent);
  check.input(
    outlier("consecutiveLocalOriginFailures"),
    consecutiveLocalOriginFailures,
    tests.localOrigin,
  );
  check.input(
    at("retryBudget.minRetryConcurrency"),
    retryBudget?.minRetryConcurrency,
    tests.minRetryConcurrency,
  );
  const { ringHash, maglev } = loadBalancer?.consistentHash ?? {};
  const hash = (inner: string) => at(`loadBalancer.consistentHash.${inner}`);
  check.input(hash("ringHash.minimumRingSize"), ringHash?.minimumRingSize, tests.ring);
  check.input(hash("maglev.tableSize"), maglev?.tableSize, tests.table);
}
