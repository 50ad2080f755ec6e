import { changeJson } from "../../analysis/requests/impact/change-json";
import type { Located } from "../check/judgement";
import { countedDangers, type Report } from "./report";
import { verdictOf } from "./verdict";

const findingOf = ({ finding, place }: Located) => ({
  code: finding.code,
  level: finding.level,
  resource: finding.resource,
  path: finding.path,
  message: finding.message,
  file: place.file,
  line: place.line ?? null,
});

/** What programs read. */
export const jsonReport = (report: Report): string =>
  JSON.stringify(
    {
      stack: report.stack,
      verdict: verdictOf(report),
      dangers: Object.fromEntries(countedDangers(report)),
      changes: report.changes.map(changeJson),
      drift: report.drift.map(changeJson),
      notJudged: report.notJudged,
      objects: report.objects,
      findings: {
        introduced: report.findings.introduced.map(findingOf),
        fixed: report.findings.fixed.map(findingOf),
      },
      failures: report.failures,
    },
    undefined,
    2,
  );
