import type {
  DestinationRuleSpec,
  TrafficPolicy,
} from "../../../schemas/kinds/networking/destination-rule";

/** Path of the first setting that hangs on requests; ztunnel has no place for it. */
function ofPolicy(
  { loadBalancer, connectionPool, outlierDetection }: TrafficPolicy,
  path: string,
): string | undefined {
  const hash = loadBalancer?.consistentHash;
  if (hash?.httpHeaderName !== undefined || hash?.httpCookie !== undefined) {
    return `${path}.loadBalancer.consistentHash`;
  }
  if (connectionPool?.http !== undefined) {
    return `${path}.connectionPool.http`;
  }
  return outlierDetection === undefined ? undefined : `${path}.outlierDetection`;
}

/** Path of the first setting of a rule, or of a subset of it, that hangs on requests. */
export function requestSetting({
  trafficPolicy,
  subsets = [],
}: DestinationRuleSpec): string | undefined {
  const whole = trafficPolicy && ofPolicy(trafficPolicy, "spec.trafficPolicy");
  return subsets.reduce<string | undefined>(
    (found, subset, i) =>
      found ??
      (subset.trafficPolicy && ofPolicy(subset.trafficPolicy, `spec.subsets[${i}].trafficPolicy`)),
    whole,
  );
}
