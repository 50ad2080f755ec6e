import { isClaim, matchHeaderProblem } from "../../../values/header";
import { labelProblem } from "../../../values/host";
import { addressOrRangeProblem } from "../../../values/ip";
import { portProblem } from "../../../values/port";
import { regexProblem } from "../../../values/regex";
import { type Finding, refused } from "../finding";
import { labelsFindings } from "./primitives/labels";
import {
  checkAmount,
  checkText,
  checkTexts,
  entries,
  field,
  isFilled,
  type Place,
  pairs,
  refusedIf,
} from "./primitives/place";
import { gatewayNameFindings } from "./virtual-service-gateways";

/** A regular expression where one is written. */
export const regexFindings = (match: Place): Finding[] =>
  checkText(field(match, "regex"), regexProblem);

/** A match whose prefix may not be empty; only that of a URI may be. */
const textMatchFindings = (match: Place): Finding[] => {
  const prefix = field(match, "prefix");
  return [
    ...refusedIf(prefix.value === "", prefix, "an empty prefix is no condition; leave it out"),
    ...regexFindings(match),
  ];
};

function headerNameFindings(headers: Place): Finding[] {
  return pairs(headers).flatMap(([name, { path, value }]) => {
    const problem = matchHeaderProblem(name);
    return problem === undefined ? [] : [refused(path, value, problem)];
  });
}

/** "*" is no regular expression there: it stands for the header's presence. */
const isPresence = (match: Place): boolean => field(match, "regex").value === "*";

/** What matches of http, tls and tcp routes have in common, besides gateways. */
const sourceFindings = (match: Place): Finding[] => {
  const port = field(match, "port");
  return [
    ...(isFilled(port) ? checkAmount(port, portProblem) : []),
    ...labelsFindings(field(match, "sourceLabels")),
  ];
};

/** istiod drops its warnings on the way here. */
const refusedGateways = (match: Place): Finding[] =>
  gatewayNameFindings(field(match, "gateways")).filter(({ level }) => level === "error");

/** Conditions of an HTTP route. An empty `sourceNamespace` or port counts as absent. */
export function httpMatchFindings(match: Place): Finding[] {
  const headers = field(match, "headers");
  const without = field(match, "withoutHeaders");
  const namespace = field(match, "sourceNamespace");
  const texts = [
    ...pairs(headers).map(([, header]) => header),
    ...pairs(without)
      .map(([, header]) => header)
      .filter((header) => !isPresence(header)),
    ...["scheme", "method", "authority"].map((name) => field(match, name)),
    ...pairs(field(match, "queryParams")).map(([, parameter]) => parameter),
  ];
  return [
    ...headerNameFindings(headers),
    ...headerNameFindings(without),
    ...texts.flatMap(textMatchFindings),
    ...regexFindings(field(match, "uri")),
    ...sourceFindings(match),
    ...refusedGateways(match),
    ...(isFilled(namespace) ? checkText(namespace, labelProblem) : []),
  ];
}

/** Claims of a token are known to gateways only. */
export function claimFindings(http: Place): Finding[] {
  return entries(http)
    .flatMap((route) => entries(field(route, "match")))
    .flatMap((match) => [
      ...pairs(field(match, "headers")),
      ...pairs(field(match, "withoutHeaders")),
    ])
    .filter(([name]) => isClaim(name))
    .map(([, { path, value }]) =>
      refused(path, value, "claims are matched at gateways only; name gateways other than mesh"),
    );
}

const connectionFindings = (match: Place): Finding[] => [
  ...checkTexts(field(match, "destinationSubnets"), addressOrRangeProblem),
  ...sourceFindings(match),
];

/** Conditions of a TCP route, which knows addresses, ports and callers alone. */
export const tcpMatchFindings = (match: Place): Finding[] => [
  ...connectionFindings(match),
  ...refusedGateways(match),
];

/** All but the names of hosts. */
export const tlsMatchFindings = (match: Place): Finding[] => [
  ...connectionFindings(match),
  ...gatewayNameFindings(field(match, "gateways")),
];
