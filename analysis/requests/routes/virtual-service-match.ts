import type {
  VirtualServiceHttpMatch,
  VirtualServiceStringMatch,
} from "../../../schemas/kinds/networking/virtual-service";
import { claimOf } from "../../../values/header";
import { fields } from "../../mesh/fields";
import { fieldPath } from "../../objects/path";
import type { ClaimMatch, Conditions, NamedMatch, PathMatch, TextMatch } from "../route";
import { type Step, stepOf } from "../trail";
import type { HttpMatch } from "./virtual-service-http";

/** Takes every request. */
export const anyRequest: Conditions = { headers: [], query: [], claims: [] };

/** The word by which a condition wants no more than that something is there. */
const anything = "*";

function textMatch({ exact, prefix, regex }: VirtualServiceStringMatch): TextMatch {
  if (exact !== undefined) {
    return { kind: "exact", value: exact };
  }
  if (prefix !== undefined) {
    return { kind: "prefix", value: prefix };
  }
  return regex === undefined || regex === anything
    ? { kind: "present" }
    : { kind: "regex", value: regex };
}

function pathMatch({ uri, ignoreUriCase }: VirtualServiceHttpMatch): PathMatch | undefined {
  const { exact, prefix, regex } = uri ?? {};
  const ignoreCase = ignoreUriCase ? { ignoreCase: true } : {};
  if (exact !== undefined) {
    return { kind: "exact", value: exact, ...ignoreCase };
  }
  if (prefix !== undefined) {
    return { kind: "prefix", value: prefix, ...ignoreCase };
  }
  return regex === undefined ? undefined : { kind: "regex", value: regex };
}

/** Where a field of a match stands: with the delegate, unless only its root has it. */
function stepOfField(match: HttpMatch, field: keyof VirtualServiceHttpMatch, key?: string): Step {
  const { at, root } = match;
  const has = (spec: VirtualServiceHttpMatch) =>
    key === undefined ? spec[field] !== undefined : key in fields(spec[field]);
  const { source, path } = root && !has(root.leaf) && has(root.spec) ? root.at : at;
  const whole = fieldPath(path, field);
  return stepOf(source, key === undefined ? whole : fieldPath(whole, key));
}

const lineFields = [
  ["method", ":method"],
  ["authority", ":authority"],
  ["scheme", ":scheme"],
] as const;

function lineMatches(match: HttpMatch): NamedMatch[] {
  return lineFields.flatMap(([field, name]) => {
    const wanted = match.spec[field];
    return wanted === undefined
      ? []
      : [{ name, match: textMatch(wanted), step: stepOfField(match, field) }];
  });
}

function headerMatches(match: HttpMatch, field: "headers" | "withoutHeaders"): NamedMatch[] {
  const not = field === "withoutHeaders";
  return Object.entries(match.spec[field] ?? {})
    .filter(([name]) => claimOf(name) === undefined)
    .map(([name, wanted]) => {
      const text = textMatch(wanted);
      return {
        name: name.toLowerCase(),
        match: text,
        ...(not && { not }),
        ...(not && text.kind !== "present" && { missingIsEmpty: true }),
        step: stepOfField(match, field, name),
      };
    });
}

const claimMatches = (match: HttpMatch, field: "headers" | "withoutHeaders"): ClaimMatch[] =>
  Object.entries(match.spec[field] ?? {}).flatMap(([name, wanted]) => {
    const claim = claimOf(name);
    const step = stepOfField(match, field, name);
    const not = field === "withoutHeaders" ? { not: true } : {};
    return claim ? [{ claim, match: textMatch(wanted), ...not, step }] : [];
  });

/** What of a match a request has to be. What a proxy or its port has to be is no part of it. */
export function conditionsOf(match: HttpMatch): Conditions {
  const path = pathMatch(match.spec);
  return {
    ...(path && { path }),
    headers: [
      ...headerMatches(match, "headers"),
      ...headerMatches(match, "withoutHeaders"),
      ...lineMatches(match),
    ],
    query: Object.entries(match.spec.queryParams ?? {}).map(([name, wanted]) => ({
      name,
      match: textMatch(wanted),
      step: stepOfField(match, "queryParams", name),
    })),
    claims: [...claimMatches(match, "headers"), ...claimMatches(match, "withoutHeaders")],
  };
}

/** Whether routes behind this one are never asked; istiod leaves them out. */
export function takesAll({ path, headers, query, claims }: Conditions): boolean {
  const anyPath =
    path === undefined ||
    ((path.kind === "prefix" || path.kind === "pathPrefix") && path.value === "/") ||
    (path.kind === "regex" && path.value === ".*");
  return anyPath && headers.length === 0 && query.length === 0 && claims.length === 0;
}
