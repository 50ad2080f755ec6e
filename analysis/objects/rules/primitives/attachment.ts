import { gatewayApi, networkingApi } from "../../../../values/known-names";
import { type Finding, refused, warned } from "../../finding";
import { isRecord } from "../../fits";
import { entries, field, type Place, pairs, text } from "./place";

/** Kinds that a policy may name as its target, with their groups. */
const groups = new Map([
  ["Service", ""],
  ["ServiceEntry", networkingApi],
  ["Gateway", gatewayApi],
  ["GatewayClass", gatewayApi],
]);

function targetRefFindings(targetRef: Place): Finding[] {
  const kind = field(targetRef, "kind");
  const group = field(targetRef, "group");
  const name = text(kind);
  if (name === undefined || (group.value !== undefined && text(group) === undefined)) {
    return [];
  }
  const expected = groups.get(name);
  if (expected === undefined) {
    return [refused(kind.path, name, `allowed: ${[...groups.keys()].join(", ")}`)];
  }
  const found = text(group) ?? "";
  // istiod knows the group of Service by two names.
  return found === expected || (name === "Service" && found === "core")
    ? []
    : [refused(group.path, group.value, `${name} belongs to group ${JSON.stringify(expected)}`)];
}

function emptySelectorFindings(selector: Place, labels: string): Finding[] {
  const { value } = field(selector, labels);
  const empty = value === undefined || (isRecord(value) && Object.keys(value).length === 0);
  return isRecord(selector.value) && empty
    ? [warned(selector.path, selector.value, "has no labels, and so selects every workload")]
    : [];
}

/** A selector by `matchLabels`. */
export const selectorFindings = (selector: Place): Finding[] =>
  emptySelectorFindings(selector, "matchLabels");

/** What a policy applies to: `selector`, `targetRef` and `targetRefs` of its spec. */
export const attachmentFindings = (spec: Place): Finding[] => [
  ...selectorFindings(field(spec, "selector")),
  ...targetRefFindings(field(spec, "targetRef")),
  ...entries(field(spec, "targetRefs")).flatMap(targetRefFindings),
];

function labelKeyFindings([key, { path, value }]: [key: string, place: Place]): Finding[] {
  if (key === "") {
    return [refused(path, value, "a label needs a key")];
  }
  return key.includes("*") ? [refused(path, value, 'the key of a label takes no "*"')] : [];
}

/** A selector by `labels`, as the older kinds have it; their schema leaves the keys open. */
export const workloadSelectorFindings = (selector: Place): Finding[] => [
  ...emptySelectorFindings(selector, "labels"),
  ...pairs(field(selector, "labels")).flatMap(labelKeyFindings),
];
