import { labelProblem, wildcardNameProblem } from "../../../values/host";
import { portProblem } from "../../../values/port";
import { type Finding, refused } from "../finding";
import {
  amount,
  checkAmount,
  checkText,
  entries,
  field,
  isFilled,
  isSet,
  isUnknown,
  type Place,
  refusedFor,
} from "./primitives/place";

const hostProblem = (host: string): string | undefined =>
  host === "*" ? "a destination is one host" : wildcardNameProblem(host);

/** One host that requests are sent to, with its subset and port. */
export function destinationFindings(destination: Place): Finding[] {
  const subset = field(destination, "subset");
  const port = field(destination, "port");
  const number = field(port, "number");
  return [
    ...checkText(field(destination, "host"), hostProblem),
    ...(isFilled(subset) ? checkText(subset, labelProblem) : []),
    ...(isSet(port) && !isUnknown(number)
      ? refusedFor(portProblem(amount(number) ?? 0), number)
      : []),
  ];
}

const weightProblem = (weight: number): string | undefined =>
  weight < 0 ? "a weight is 0 or more" : undefined;

/** Weights of the destinations of one route; they are shares and may sum up to anything but 0. */
function weightFindings(route: Place): Finding[] {
  const weights = entries(route).map((entry) => field(entry, "weight"));
  const total = weights.reduce((sum, weight) => sum + (amount(weight) ?? 0), 0);
  const known = !entries(route).some(isUnknown) && !weights.some(isUnknown);
  return [
    ...weights.flatMap((weight) => checkAmount(weight, weightProblem)),
    ...(known && weights.length > 1 && total === 0
      ? [refused(route.path, route.value, "the weights sum up to 0, so no destination is left")]
      : []),
  ];
}

/** Destinations of an http, tls or tcp route with their weights. */
export const weightedFindings = (route: Place): Finding[] => [
  ...entries(route).flatMap((entry) => destinationFindings(field(entry, "destination"))),
  ...weightFindings(route),
];
