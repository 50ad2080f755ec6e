import { durationProblem, millisecondsProblem } from "../../../values/duration";
import { type Finding, refused, warned } from "../finding";
import { localityFindings, zoneAwareFindings } from "./destination-rule-locality";
import {
  amount,
  checkAmount,
  checkText,
  entries,
  field,
  isBlank,
  isFilled,
  isSet,
  isUnknown,
  type Place,
  refusedIf,
  text,
} from "./primitives/place";

/**
 * How requests are spread. `outlier` is the outlier detection beside it, without which nothing fails
 * over.
 */
export function loadBalancerFindings(balancer: Place, outlier: Place): Finding[] {
  const locality = field(balancer, "localityLbSetting");
  const zoneAware = field(balancer, "zoneAwareLbSetting");
  const warmup = field(balancer, "warmup");
  return [
    ...consistentHashFindings(field(balancer, "consistentHash")),
    ...refusedIf(isSet(locality) && isSet(zoneAware), zoneAware, "localityLbSetting excludes it"),
    ...localityFindings(locality, outlier),
    ...zoneAwareFindings(zoneAware, outlier),
    ...checkText(field(warmup, "duration"), millisecondsProblem),
    ...checkAmount(field(warmup, "aggression"), aggressionProblem),
  ];
}

const aggressionProblem = (aggression: number): string | undefined =>
  aggression > 0 ? undefined : "more than 0 is expected";

function consistentHashFindings(hash: Place): Finding[] {
  const ringSize = field(hash, "minimumRingSize");
  const maglev = field(hash, "maglev");
  const tableSize = field(maglev, "tableSize");
  const sized = isFilled(ringSize);
  const algorithms = [field(hash, "ringHash"), maglev];
  return [
    ...cookieFindings(field(hash, "httpCookie")),
    ...(sized
      ? [warned(ringSize.path, ringSize.value, "is outdated; use ringHash.minimumRingSize")]
      : []),
    ...refusedIf(sized && algorithms.some(isSet), ringSize, "ringHash and maglev exclude it"),
    ...refusedIf(
      isSet(maglev) && !isUnknown(tableSize) && !isTableSize(amount(tableSize) ?? 0),
      tableSize,
      "a prime number below 5000011 is expected",
    ),
  ];
}

const tableSizeLimit = 5000011;

function isTableSize(size: number): boolean {
  if (size < 1 || size >= tableSizeLimit) {
    return false;
  }
  // 1 is let through as well: istiod takes it.
  for (let factor = 2; factor * factor <= size; factor++) {
    if (size % factor === 0) {
      return false;
    }
  }
  return true;
}

function cookieFindings(cookie: Place): Finding[] {
  const name = field(cookie, "name");
  return [
    ...refusedIf(isSet(cookie) && isBlank(name), name, "a cookie needs a name"),
    ...attributeFindings(field(cookie, "attributes")),
    ...checkText(field(cookie, "ttl"), durationProblem),
  ];
}

function attributeFindings(attributes: Place): Finding[] {
  const seen = new Set<string>();
  return entries(attributes).flatMap((attribute) => {
    const place = field(attribute, "name");
    const name = text(place);
    if (isSet(attribute) && isBlank(place)) {
      return [refused(place.path, place.value, "an attribute needs a name")];
    }
    if (name === undefined || !seen.has(name)) {
      seen.add(name ?? "");
      return [];
    }
    return [refused(place.path, name, "each attribute may be there once")];
  });
}
