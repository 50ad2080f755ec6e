import { isAuthority, plainHeaderProblem, requestHeaderProblem } from "../../../values/header";
import { headerValueProblem } from "../../../values/header-value";
import { type Finding, refused } from "../finding";
import { checkText, checkTexts, field, isFilled, type Place, pairs } from "./primitives/place";

type NameProblem = (name: string) => string | undefined;

function writtenFindings(headers: Place, nameProblem: NameProblem): Finding[] {
  return ["add", "set"].flatMap((operation) =>
    pairs(field(headers, operation)).flatMap(([name, place]) => {
      const problem = nameProblem(name);
      return [
        ...(problem === undefined ? [] : [refused(place.path, place.value, problem)]),
        ...checkText(place, headerValueProblem),
      ];
    }),
  );
}

const changeFindings = (headers: Place, nameProblem: NameProblem): Finding[] => [
  ...writtenFindings(headers, nameProblem),
  ...checkTexts(field(headers, "remove"), plainHeaderProblem),
];

/** Changes to headers, of a route or of one destination. */
export const headersFindings = (headers: Place): Finding[] => [
  ...changeFindings(field(headers, "request"), requestHeaderProblem),
  ...changeFindings(field(headers, "response"), plainHeaderProblem),
];

/** The authority of a request is written in one place. */
export function authorityFindings(route: Place): Finding[] {
  const request = field(field(route, "headers"), "request");
  const written = ["set", "add"]
    .flatMap((operation) => pairs(field(request, operation)))
    .filter(([name]) => isAuthority(name))
    .map(([, place]) => place);
  const places = [field(field(route, "rewrite"), "authority"), ...written];
  const first = places.find(isFilled);
  return first === undefined
    ? []
    : places
        .slice(places.indexOf(first) + 1)
        .map(({ path, value }) => refused(path, value, `${first.path} writes the authority too`));
}
