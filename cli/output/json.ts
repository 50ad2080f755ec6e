import type { Difference } from "../check/against";
import { counted, type Judgement, type Located, levelsOf } from "../check/judgement";

const findingOf = ({ finding, place }: Located) => ({
  code: finding.code,
  aliases: finding.aliases,
  level: finding.level,
  resource: finding.resource,
  path: finding.path,
  message: finding.message,
  help: finding.help,
  url: finding.url,
  file: place.file,
  line: place.line ?? null,
});

const times = (all: readonly { reason: string }[]) =>
  counted(all.map(({ reason }) => reason)).map(([reason, count]) => ({ reason, count }));

/** What programs read. Compared with an earlier set, each finding says whether it is new. */
export function jsonReport(judgement: Judgement, against?: Difference): string {
  const { report, findings, checks, problems, skipped } = judgement;
  const { error, warning, info } = levelsOf(findings);
  const isNew = new Set(against?.introduced);
  return JSON.stringify(
    {
      findings: findings.map((one) => ({
        ...findingOf(one),
        ...(against && { change: isNew.has(one) ? "introduced" : "unchanged" }),
      })),
      ...(against && { fixed: against.fixed.map(findingOf) }),
      summary: {
        objects: report.objects,
        checks,
        errors: error,
        warnings: warning,
        infos: info,
        suppressed: report.suppressed,
        notJudged: times(report.notJudged),
        notDeclared: times(report.notDeclared),
        problems,
        skipped,
      },
    },
    undefined,
    2,
  );
}
