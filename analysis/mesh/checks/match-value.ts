import { comparedMethodProblem } from "../../../values/http-method";
import { matchedPathProblem } from "../../../values/path";
import { check, type Found } from "../check";
import { Kind } from "../kinds";
import { type MatchValue, valuesOfHttpRoute, valuesOfVirtualService } from "../model/match-values";
import { quoted } from "../words";

const star = "*";

/** What a pattern has that leaves a part of the text open. */
const openings = ["*", "+", "{"];

/** No browser calls itself by one word: a pattern without an opening fits none of them. */
const isPartOfAgent = (value: string, name: string): boolean =>
  name.toLowerCase() === "user-agent" && !openings.some((part) => value.includes(part));

function headerProblem(how: MatchValue["how"], value: string, name = ""): string | undefined {
  if (how !== "regex") {
    return value === star ? "stands for itself here, not for any value" : undefined;
  }
  return isPartOfAgent(value, name)
    ? `fits a part of the header, and has to fit the whole of it; write ${quoted(`.*(${value}).*`)}`
    : undefined;
}

/** What is wrong with a value, by what it is compared with. */
const problems: Readonly<
  Record<
    MatchValue["of"],
    (how: MatchValue["how"], value: string, name?: string) => string | undefined
  >
> = {
  path: matchedPathProblem,
  host: (how, value) => {
    if (how === "regex") {
      return undefined;
    }
    if (value.includes("/")) {
      return "fits no request: a host is compared, without a scheme before it and a path behind it";
    }
    return value.includes(star) ? 'has a "*", which stands for itself here' : undefined;
  },
  method: (how, value) => (how === "exact" ? comparedMethodProblem(value) : undefined),
  header: headerProblem,
};

/** The path that is meant where nothing but a star is too much. */
function fixOf({ of, how, value, path }: MatchValue): Found["fix"] {
  const meant = value.endsWith(star) ? value.slice(0, -1) : "";
  return of === "path" && how === "prefix" && matchedPathProblem(how, meant || star) === undefined
    ? { path, value: meant }
    : undefined;
}

/** A match that compares with what no request has. */
export const matchValue = check({
  id: "match-value",
  code: "MESH0130",
  aliases: [],
  level: "warning",
  kinds: [Kind.VirtualService, Kind.HttpRoute],
  summary: "A match compares with what no request has.",
  why: "Exact values and prefixes are compared letter by letter, without wildcards and without the query, and a regex has to fit the whole: the rule gets no requests.",
  fix: "Write a prefix without `*`, an exact value, or a `regex` (of type RegularExpression in an HTTPRoute) for the whole.",
  url: "https://istio.io/latest/docs/reference/config/networking/virtual-service/#StringMatch",
  fires: `apiVersion: v1
kind: Service
metadata: {name: wiki, namespace: docs}
spec: {ports: [{port: 8080, name: http}], selector: {app: wiki}}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: wiki, namespace: docs}
spec:
  hosts: [wiki]
  http:
  - match:
    - uri:
        prefix: /pages/* # found
    - uri:
        exact: /search?q=mesh # found
      authority:
        prefix: "*.docs" # found
    - headers:
        x-draft:
          exact: "*" # found
      method:
        exact: put # found
    route: [{destination: {host: wiki}}]
`,
  silent: `apiVersion: v1
kind: Service
metadata: {name: wiki, namespace: docs}
spec: {ports: [{port: 8080, name: http}], selector: {app: wiki}}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: wiki, namespace: docs}
spec:
  hosts: [wiki]
  http:
  - match:
    - uri: {prefix: /pages/}
    - uri: {regex: "/v[0-9]+/.*"}
      queryParams: {q: {exact: mesh}}
    - headers: {x-draft: {regex: ".*"}}
      method: {exact: PUT}
    route: [{destination: {host: wiki}}]
`,
  *run({ spec }) {
    const values =
      "rules" in spec ? valuesOfHttpRoute(spec) : valuesOfVirtualService(spec as never);
    for (const one of values) {
      const problem = problems[one.of](one.how, one.value, one.name);
      if (problem !== undefined) {
        const fix = fixOf(one);
        yield { path: one.path, message: `${quoted(one.value)} ${problem}`, ...(fix && { fix }) };
      }
    }
  },
});
