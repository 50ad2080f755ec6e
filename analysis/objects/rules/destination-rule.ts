import { labelProblem, wildcardNameProblem } from "../../../values/host";
import { type Finding, refused, warned } from "../finding";
import type { MeshObject } from "../mesh-object";
import { trafficPolicyFindings } from "./destination-rule-policy";
import { exportKey, exportToFindings } from "./primitives/export-to";
import { labelsFindings } from "./primitives/labels";
import {
  checkText,
  entries,
  field,
  isAbsent,
  isSet,
  isUnknown,
  type Place,
  pairs,
  text,
} from "./primitives/place";

/**
 * What istiod's webhook says of a DestinationRule: of its host, its policies, its subsets and who sees
 * it.
 */
export function destinationRuleRules({ metadata, spec }: MeshObject): Finding[] {
  const top: Place = { path: "spec", value: spec };
  const namespace = text({ path: "metadata.namespace", value: metadata.namespace });
  const exportTo = field(top, "exportTo");
  const selector = field(top, "workloadSelector");
  return [
    ...checkText(field(top, "host"), wildcardNameProblem),
    ...trafficPolicyFindings(field(top, "trafficPolicy"), namespace),
    ...subsetsFindings(field(top, "subsets"), namespace),
    ...exportToFindings(exportTo, { namespace }),
    ...(isSet(selector) ? selectorExportFindings(exportTo, namespace) : []),
    ...selectorFindings(selector),
  ];
}

function subsetsFindings(subsets: Place, namespace: string | undefined): Finding[] {
  const seen = new Map<string, string>();
  return entries(subsets).flatMap((subset) => {
    const name = field(subset, "name");
    const key = text(name);
    const earlier = key === undefined ? undefined : seen.get(key);
    if (key !== undefined && earlier === undefined) {
      seen.set(key, name.path);
    }
    return [
      ...(earlier === undefined
        ? []
        : [refused(name.path, name.value, `${earlier} is the same; each subset has its own name`)]),
      ...checkText(name, labelProblem),
      ...labelsFindings(field(subset, "labels")),
      // istiod drops the warnings of subsets.
      ...trafficPolicyFindings(field(subset, "trafficPolicy"), namespace).filter(
        ({ level }) => level === "error",
      ),
    ];
  });
}

/** With a selector the rule is for workloads of its own namespace. */
function selectorExportFindings(exportTo: Place, namespace: string | undefined): Finding[] {
  const targets = entries(exportTo);
  const isOwn = (entry: string): boolean => exportKey(entry, namespace) === ".";
  const namesOwn = targets.some((place) => isOwn(text(place) ?? ""));
  const mayBeOwn = (place: Place): boolean => {
    const entry = text(place);
    // Where the own namespace is not known, a name may be it.
    const unsure = namespace === undefined && !namesOwn && entry !== "*";
    return entry === undefined || isOwn(entry) || unsure;
  };
  return targets
    .filter((place) => !mayBeOwn(place))
    .map(({ path, value }) =>
      refused(path, value, 'with workloadSelector a rule is for its own namespace, "."'),
    );
}

function selectorFindings(selector: Place): Finding[] {
  const labels = field(selector, "matchLabels");
  const none = isAbsent(labels) || (!isUnknown(labels) && pairs(labels).length === 0);
  return isSet(selector) && none
    ? [warned(selector.path, selector.value, "has no labels and so selects every workload")]
    : [];
}
