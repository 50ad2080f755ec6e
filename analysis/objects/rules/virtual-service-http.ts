import { millisecondsProblem } from "../../../values/duration";
import { type Finding, refused } from "../finding";
import {
  checkText,
  entries,
  field,
  isAbsent,
  isBlank,
  isFilled,
  isSet,
  isUnknown,
  type Place,
  refusedIf,
} from "./primitives/place";
import { corsFindings } from "./virtual-service-cors";
import { weightedFindings } from "./virtual-service-destination";
import { faultFindings } from "./virtual-service-fault";
import { authorityFindings, headersFindings } from "./virtual-service-headers";
import { httpMatchFindings } from "./virtual-service-match";
import { mirrorFindings } from "./virtual-service-mirror";
import {
  directResponseFindings,
  redirectFindings,
  rewriteFindings,
} from "./virtual-service-redirect";
import { retriesFindings } from "./virtual-service-retries";

/** `delegated` says whether the route is one of a delegate; undefined where that is not known. */
export function httpRouteFindings(route: Place, delegated: boolean | undefined): Finding[] {
  const matches = field(route, "match");
  const destinations = field(route, "route");
  return [
    ...actionFindings(route, delegated),
    ...entries(matches).flatMap(httpMatchFindings),
    ...headersFindings(field(route, "headers")),
    ...corsFindings(field(route, "corsPolicy")),
    ...faultFindings(field(route, "fault")),
    ...mirrorFindings(route),
    ...redirectFindings(field(route, "redirect"), matches),
    ...directResponseFindings(field(route, "directResponse")),
    ...retriesFindings(field(route, "retries")),
    ...rewriteFindings(field(route, "rewrite")),
    ...authorityFindings(route),
    ...entries(destinations).flatMap((entry) => headersFindings(field(entry, "headers"))),
    ...weightedFindings(destinations),
    ...checkText(field(route, "timeout"), millisecondsProblem),
  ];
}

function actionFindings(route: Place, delegated: boolean | undefined): Finding[] {
  const delegate = field(route, "delegate");
  if (delegated || isAbsent(delegate)) {
    return [
      ...refusedIf(isSet(delegate), delegate, "a delegate hands nothing on to another"),
      ...ownActionFindings(route),
    ];
  }
  if (delegated === undefined || isUnknown(delegate)) {
    return [];
  }
  return [field(route, "redirect"), field(route, "route")]
    .filter(isFilled)
    .map(({ path, value }) => refused(path, value, "the delegate does the routing"));
}

function ownActionFindings(route: Place): Finding[] {
  const action = (name: string): Place => field(route, name);
  const excluded = (by: string, names: string[]): Finding[] =>
    names
      .map(action)
      .filter(isFilled)
      .map(({ path, value }) => refused(path, value, `${by} excludes it`));
  const mirrors = action("mirrors");
  const without = ["redirect", "directResponse"].map(action).every(isAbsent);
  return [
    ...(isSet(action("redirect"))
      ? excluded("redirect", ["route", "fault", "rewrite", "directResponse"])
      : []),
    ...(isAbsent(action("redirect")) && isSet(action("directResponse"))
      ? excluded("directResponse", ["route", "fault", "rewrite"])
      : []),
    ...refusedIf(
      without && isBlank(action("route")),
      route,
      "one of route, redirect, directResponse is needed",
    ),
    ...refusedIf(isSet(action("mirror")) && isFilled(mirrors), mirrors, "mirror excludes it"),
  ];
}
