import { percentProblem } from "../../../values/percent";
import { type Finding, warned } from "../finding";
import { checkAmount, entries, field, isSet, type Place } from "./primitives/place";
import { destinationFindings } from "./virtual-service-destination";

/** The same field, in two spellings that the schema knows. */
const outdatedPercents = ["mirrorPercent", "mirror_percent"];

/** Copies of requests: where they go and how many, in both the old fields and the new list. */
export function mirrorFindings(route: Place): Finding[] {
  const outdated = outdatedPercents.map((name) => field(route, name)).filter(isSet);
  return [
    ...outdated.flatMap((place) => [
      ...checkAmount(place, percentProblem),
      warned(place.path, place.value, "is outdated; use mirrorPercentage"),
    ]),
    ...checkAmount(field(field(route, "mirrorPercentage"), "value"), percentProblem),
    ...destinationFindings(field(route, "mirror")),
    ...entries(field(route, "mirrors")).flatMap((mirror) => [
      ...destinationFindings(field(mirror, "destination")),
      ...checkAmount(field(field(mirror, "percentage"), "value"), percentProblem),
    ]),
  ];
}
