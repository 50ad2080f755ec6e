import { type Finding, refused, warned } from "../finding";
import { localityProblems } from "./destination-rule-localities";
import {
  amount,
  entries,
  field,
  isAbsent,
  isFilled,
  isUnknown,
  type Place,
  pairs,
  refusedIf,
  text,
} from "./primitives/place";

const topologyLabels = [
  "topology.kubernetes.io/region",
  "topology.kubernetes.io/zone",
  "topology.istio.io/subzone",
];

const topologyEntries = (setting: Place): Place[] =>
  entries(field(setting, "failoverPriority")).filter((entry) =>
    topologyLabels.includes(text(entry) ?? ""),
  );

/**
 * Preference for places nearby. `outlier` is the outlier detection beside it, without which nothing
 * fails over.
 */
export function localityFindings(setting: Place, outlier: Place): Finding[] {
  const distribute = field(setting, "distribute");
  const failover = field(setting, "failover");
  if (isFilled(distribute) && isFilled(failover)) {
    return [refused(failover.path, failover.value, "distribute excludes it")];
  }
  return [
    ...(isFilled(failover)
      ? topologyEntries(setting).map(({ path, value }) =>
          refused(path, value, "beside failover no label of the topology is allowed"),
        )
      : []),
    ...distributeFindings(distribute),
    ...failoverFindings(setting, outlier),
  ];
}

/** Preference for the own zone, which goes before all labels of the topology that are listed. */
export const zoneAwareFindings = (setting: Place, outlier: Place): Finding[] => [
  ...topologyEntries(setting).map(({ path, value }) =>
    refused(path, value, "zones come first by themselves; name labels other than the topology's"),
  ),
  ...failoverFindings(setting, outlier),
];

function failoverFindings(setting: Place, outlier: Place): Finding[] {
  const failover = field(setting, "failover");
  const first = [failover, field(setting, "failoverPriority")].find(isFilled);
  return [
    ...(first !== undefined && isAbsent(outlier)
      ? [warned(first.path, first.value, "takes effect only with outlierDetection")]
      : []),
    ...entries(failover).flatMap(regionsFindings),
  ];
}

/** A text that istiod takes for empty where it is absent; undefined where it is not known. */
const nameAt = (place: Place): string | undefined => (isAbsent(place) ? "" : text(place));

function regionsFindings(entry: Place): Finding[] {
  const from = field(entry, "from");
  const to = field(entry, "to");
  const namesMore = (place: Place): boolean =>
    ["/", "*"].some((sign) => text(place)?.includes(sign));
  return [
    ...refusedIf(
      nameAt(from) !== undefined && nameAt(from) === nameAt(to),
      to,
      "from and to have to differ",
    ),
    ...[from, to].flatMap((place) =>
      refusedIf(namesMore(place), place, 'one region is expected, without "/" and "*"'),
    ),
  ];
}

function distributeFindings(distribute: Place): Finding[] {
  const sources = entries(distribute).map((entry) => field(entry, "from"));
  return [
    ...entries(distribute).flatMap((entry) => targetsFindings(field(entry, "to"))),
    ...overlapFindings(
      sources.map((place) => [nameAt(place), place]),
      true,
    ),
  ];
}

function overlapFindings(
  list: readonly (readonly [locality: string | undefined, place: Place])[],
  ordered: boolean,
): Finding[] {
  const known = list.flatMap(([locality, place]) =>
    locality === undefined ? [] : [{ locality, place }],
  );
  return localityProblems(known, { ordered }).map(({ place, problem }) =>
    refused(place.path, place.value, problem),
  );
}

const everything = 100;

function targetsFindings(targets: Place): Finding[] {
  const weights = pairs(targets).map(([, place]) => place);
  const wrong = weights.flatMap((place) => {
    const weight = amount(place);
    return refusedIf(
      weight !== undefined && (weight < 1 || weight > everything),
      place,
      `a weight from 1 to ${everything} is expected`,
    );
  });
  const total = weights.reduce((sum, place) => sum + (amount(place) ?? 0), 0);
  const isJudged = wrong.length === 0 && !isUnknown(targets) && !weights.some(isUnknown);
  return [
    ...wrong,
    ...refusedIf(
      isJudged && total !== everything,
      targets,
      `the weights sum up to ${total}, not ${everything}`,
    ),
    ...overlapFindings(pairs(targets), false),
  ];
}
