import { istio, meshCases } from "../../../test/support/mesh-cases";
import { matchBehindPrefix } from "./match-behind-prefix";

const rules = (...http: string[]) =>
  istio(
    "VirtualService",
    "shop",
    "vs",
    `{hosts: [web], http: [${http.map((match) => `{match: [${match}], route: [{destination: {host: web}}]}`).join(", ")}]}`,
  );
const second = "warning VirtualService vs spec.http[1].match[0]";

meshCases(matchBehindPrefix, {
  "finds an exact path": {
    yaml: rules("{uri: {prefix: /a}}", "{uri: {exact: /a/b}}"),
    says: [second],
    messages: ['gets no request: the prefix "/a" of spec.http[0].match[0] takes them before'],
  },
  "finds the path of the prefix itself": {
    yaml: rules("{uri: {prefix: /a}}", "{uri: {exact: /a}}"),
    says: [second],
  },
  "finds whatever is behind the prefix of all": {
    yaml: rules(
      "{uri: {prefix: /}}",
      "{headers: {x: {exact: a}}}, {uri: {regex: /a.}}, {uri: {prefix: /a}, queryParams: {x: {exact: a}}}",
    ),
    says: [0, 1, 2].map((i) => `warning VirtualService vs spec.http[1].match[${i}]`),
  },
  "finds what is behind a regex for all": {
    yaml: rules('{uri: {regex: ".*"}}', "{uri: {exact: /a}}"),
    says: [second],
  },
  "finds a match at the same port and gateway": {
    yaml: rules("{uri: {prefix: /a}, port: 80}", "{uri: {exact: /a/b}, port: 80}"),
    says: [second],
  },
  "finds one of a rule in between": {
    yaml: rules("{uri: {prefix: /a}}", "{uri: {prefix: /c}}", "{uri: {exact: /c/d}}"),
    says: ["warning VirtualService vs spec.http[2].match[0]"],
  },
  "takes another path": { yaml: rules("{uri: {prefix: /a}}", "{uri: {exact: /b}}") },
  "takes a narrower prefix before": { yaml: rules("{uri: {prefix: /a/b}}", "{uri: {exact: /a}}") },
  "takes another port": {
    yaml: rules("{uri: {prefix: /a}, port: 80}", "{uri: {exact: /a/b}, port: 81}"),
  },
  "takes any port behind one": {
    yaml: rules("{uri: {prefix: /a}, port: 80}", "{uri: {exact: /a/b}}"),
  },
  "takes other callers": {
    yaml: rules("{uri: {prefix: /a}, sourceLabels: {app: x}}", "{uri: {exact: /a/b}}"),
  },
  "takes a prefix with a header": {
    yaml: rules("{uri: {prefix: /a}, headers: {x: {exact: a}}}", "{uri: {exact: /a/b}}"),
  },
  "takes a prefix of one host": {
    yaml: rules("{uri: {prefix: /a}, authority: {exact: web}}", "{uri: {exact: /a/b}}"),
  },
  "takes letters of any case": {
    yaml:
      rules("{uri: {prefix: /a}, ignoreUriCase: true}", "{uri: {exact: /a/b}}") +
      rules("{uri: {prefix: /a}}", "{uri: {exact: /a/b}, ignoreUriCase: true}"),
  },
  "takes another match of the same rule": {
    yaml: rules("{uri: {prefix: /a}}, {uri: {exact: /a/b}}"),
  },
  "takes what is handed over before": {
    yaml: rules("{uri: {prefix: /a}}", "{uri: {exact: /a/b}}").replace(
      "route: [{destination: {host: web}}]",
      "delegate: {name: other}",
    ),
  },
  "leaves prefixes of the same conditions to IST0131": {
    yaml: rules("{uri: {prefix: /a}}", "{uri: {prefix: /a/b}}"),
  },
  "leaves what is behind a rule without a match to IST0130": {
    yaml: rules("{uri: {prefix: /a}}", "{uri: {exact: /a/b}}").replace(
      "match: [{uri: {prefix: /a}}], ",
      "",
    ),
  },
});
