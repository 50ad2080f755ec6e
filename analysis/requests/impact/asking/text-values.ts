import { pathSample } from "../../../../values/path";
import { regexCounterWitness, regexWitnesses } from "../../../../values/regex-witness";
import type { PathMatch, TextMatch } from "../../route";

/** Texts that fit a match and texts near to them that do not; undefined stands for none at all. */
export interface Values {
  readonly fitting: readonly (string | undefined)[];
  readonly others: readonly (string | undefined)[];
}

const any = "any";

const swapped = (text: string): string =>
  text === text.toUpperCase() ? text.toLowerCase() : text.toUpperCase();

function cased(fitting: string[], { ignoreCase }: { readonly ignoreCase?: boolean }): string[] {
  const [first = ""] = fitting;
  return ignoreCase && swapped(first) !== first ? [...fitting, swapped(first)] : fitting;
}

function regexValues(value: string, before: string): Values {
  const fitting = regexWitnesses(value, before);
  const others = fitting.flatMap((one) => regexCounterWitness(value, one, before) ?? []);
  return { fitting, others: others.slice(0, 1) };
}

/** Values of a header, a parameter, a claim or a name. */
export function textValues(match: TextMatch): Values {
  switch (match.kind) {
    case "present":
      return { fitting: [any], others: [undefined] };
    case "regex": {
      const { fitting, others } = regexValues(match.value, "");
      return { fitting, others: [...others, undefined] };
    }
    case "exact":
      return { fitting: cased([match.value], match), others: [`${match.value}-${any}`, undefined] };
    case "prefix":
      return {
        fitting: cased([`${match.value}${any}`, match.value], match),
        others: [`${any}-${match.value}`, undefined],
      };
    case "suffix":
      return {
        fitting: cased([`${any}${match.value}`, match.value], match),
        others: [`${match.value}-${any}`, undefined],
      };
    case "contains":
      return {
        fitting: cased([`${any}${match.value}${any}`, match.value], match),
        others: [any, undefined],
      };
  }
}

/** The path below another. */
const below = (path: string): string => `${path}${path.endsWith("/") ? "" : "/"}${any}`;

/** Paths without a query. */
export function pathValues(match: PathMatch | TextMatch): Values {
  switch (match.kind) {
    case "present":
      return { fitting: [`/${any}`], others: [] };
    case "regex":
      return regexValues(match.value, "/");
    case "exact":
      return {
        fitting: cased([match.value], match),
        others: [below(match.value), `${match.value}${any}`],
      };
    case "prefix":
      return {
        fitting: cased([match.value, below(match.value), `${match.value}${any}`], match),
        others: [`/${any}-other`],
      };
    case "pathPrefix":
      return {
        fitting: cased([match.value, below(match.value)], match),
        others: [`${match.value}${any}`],
      };
    default: {
      const own = match.value.startsWith("/") ? match.value : `/${any}${match.value}`;
      return { fitting: cased([own], match), others: [`/${any}-other`] };
    }
  }
}

/** A path of a policy, in which a whole segment may be left open. */
export const templateValues = (template: string): Values => ({
  fitting: [pathSample(template, any)],
  others: [`${pathSample(template, any)}/${any}/${any}`, `/${any}-other`],
});
