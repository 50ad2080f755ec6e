import { grouped } from "../../analysis/mesh/lazy";
import type { Danger } from "../../analysis/requests/impact/change";
import type { Located } from "../check/judgement";
import { isFault } from "./remark";
import { countedDangers, type Report } from "./report";

const plurals: Readonly<Record<Danger, readonly [one: string, more: string]>> = {
  outage: ["outage", "outages"],
  exposure: ["exposure", "exposures"],
  lockout: ["lockout", "lockouts"],
  rerouted: ["rerouting", "reroutings"],
  shifted: ["shift of weights", "shifts of weights"],
  tuned: ["change of settings", "changes of settings"],
};

const times = (count: number, [one, more]: readonly [string, string]): string =>
  `${count} ${count === 1 ? one : more}`;

const objectWord = ["object", "objects"] as const;

function objectsWords({ objects }: Report): string {
  const fates = [...grouped(objects, ({ fate }) => fate)].map(
    ([fate, all]) => `${all.length} ${fate}`,
  );
  return objects.length === 0
    ? "no object changes"
    : `${times(objects.length, objectWord)} (${fates.join(", ")})`;
}

function requestsWords(report: Report): string {
  const found = countedDangers(report).map(([danger, count]) => times(count, plurals[danger]));
  const allowed = [...report.changes, ...report.objects].filter((one) => one.allowed).length;
  const meant = allowed === 0 ? [] : [`${allowed} allowed`];
  if (report.isNew) {
    return "all of it is new";
  }
  if (found.length + meant.length > 0) {
    return [...found, ...meant].join(", ");
  }
  return report.notJudged.length > 0
    ? "no request changes as far as it is judged"
    : "no request changes";
}

const words = (all: readonly Located[], kind: readonly [string, string], what: string): string[] =>
  all.length > 0 ? [`${times(all.length, kind)} ${what}`] : [];

function findingsWords({ findings: { introduced, fixed } }: Report): string[] {
  const finding = ["finding", "findings"] as const;
  return [
    ...words(introduced.filter(isFault), finding, "new"),
    ...words(fixed.filter(isFault), finding, "fixed"),
  ];
}

/** The whole report in one line. */
export function verdictOf(report: Report): string {
  if (report.failures.length > 0) {
    return "the preview ended with an error, so that not all of it is here";
  }
  const unjudged = report.notJudged.length;
  return [
    requestsWords(report),
    objectsWords(report),
    ...findingsWords(report),
    ...(report.drift.length > 0 ? ["the cluster has drifted"] : []),
    ...(unjudged > 0 ? [`${unjudged} not judged`] : []),
  ].join("; ");
}

/** Whether something of these dangers is there that nobody has allowed. */
export const isMinded = (report: Report, failOn: readonly Danger[]): boolean =>
  report.failures.length > 0 || countedDangers(report).some(([danger]) => failOn.includes(danger));
