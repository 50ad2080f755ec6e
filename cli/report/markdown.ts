import { objectWords } from "../../analysis/mesh/kubernetes-object";
import { dangers } from "../../analysis/requests/impact/change";
import type { Located } from "../check/judgement";
import { changeMarkdown, dangerTitles } from "../output/change-markdown";
import { code, plain } from "../output/markdown";
import { driftWords } from "./drift";
import type { FieldChange } from "./field-changes";
import { isFault, isRemark } from "./remark";
import type { Report, ToldObject } from "./report";
import { fitted, type Section } from "./sections";
import { verdictOf } from "./verdict";

/** What GitHub takes as one comment. */
const limit = 65_536;

function fenced(text: string, language: string): string {
  const fence = "`".repeat(
    Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length)) + 1,
  );
  return `${fence}${language}\n${text}\n${fence}`;
}

const folded = (title: string, text: string): string =>
  `<details><summary>${title}</summary>\n\n${text}\n\n</details>`;

const headed = (title: string, text: string): string => `### ${title}\n\n${text}`;

const replacements = (objects: readonly ToldObject[]): ToldObject[] =>
  objects.filter(({ outage }) => outage !== undefined);

function dangerSections({ changes, objects }: Report): Section[] {
  return dangers.flatMap((danger, i): Section[] => {
    const lines = [
      ...(danger === "outage"
        ? replacements(objects).map(
            ({ object, outage = "", allowed }) =>
              `- ${code(object)} is replaced: **${outage}**${allowed ? " _(allowed)_" : ""}`,
          )
        : []),
      ...changes.filter((one) => one.danger === danger).map(changeMarkdown),
    ];
    return lines.length === 0
      ? []
      : [
          {
            what: `${lines.length} of "${danger}"`,
            text: headed(dangerTitles[danger], lines.join("\n")),
            dispensable: i,
          },
        ];
  });
}

function fieldWords({ path, before, after }: FieldChange): string {
  const name = code(path);
  if (before === undefined) {
    return `${name} + ${code(after ?? "")}`;
  }
  return after === undefined
    ? `${name} − ${code(before)}`
    : `${name} ${code(before)} → ${code(after)}`;
}

const fateWords: Readonly<Record<ToldObject["fate"], string>> = {
  created: "created",
  imported: "taken over",
  changed: "changed",
  replaced: "replaced",
  deleted: "deleted",
  kept: "no longer managed; it stays in the cluster",
};

function objectLines({ fate, object, fields, replaceReasons, outage }: ToldObject): string[] {
  const reasons =
    replaceReasons.length === 0 ? "" : ` for the sake of ${replaceReasons.map(code).join(", ")}`;
  const danger = outage === undefined ? "" : " (**outage**)";
  return [
    `- ${code(object)} ${fateWords[fate]}${reasons}${danger}`,
    ...fields.map((field) => `  - ${fieldWords(field)}`),
  ];
}

function objectSection({ objects }: Report): Section[] {
  return objects.length === 0
    ? []
    : [
        {
          what: `${objects.length} objects`,
          text: headed("Objects", objects.flatMap(objectLines).join("\n")),
          dispensable: 20,
        },
      ];
}

function findingLine({ finding, place }: Located): string {
  const { level, resource, path, message, help, code: own, url } = finding;
  const where =
    place.file && place.line !== undefined ? ` (${code(`${place.file}:${place.line}`)})` : "";
  return `- ${level} ${code(objectWords(resource))} ${code(path)}${where}: ${plain(message)} [[${own}](${url})]\n  ${plain(help)}`;
}

/** What is there to be known only is folded, so that it does not hide what is there to be mended. */
function findingSections({ findings: { introduced, fixed } }: Report): Section[] {
  const sections: [
    title: string,
    all: readonly Located[],
    shown: typeof headed,
    dispensable: number,
  ][] = [
    ["New findings", introduced.filter(isFault), headed, 10],
    ["Fixed findings", fixed.filter(isFault), headed, 21],
    ["New remarks", introduced.filter(isRemark), folded, 28],
    ["Remarks that are gone", fixed.filter(isRemark), folded, 29],
  ];
  return sections
    .filter(([, all]) => all.length > 0)
    .map(([title, all, shown, dispensable]) => ({
      what: `${all.length} ${title.toLowerCase()}`,
      text: shown(title, all.map(findingLine).join("\n")),
      dispensable,
    }));
}

function notJudgedSection({ notJudged }: Report): Section[] {
  const lines = notJudged.map(
    ({ requests, reason }) =>
      `- ${requests === undefined ? "" : `${plain(requests)}: `}${plain(reason)}`,
  );
  return lines.length === 0
    ? []
    : [
        {
          what: `why something is not judged (${lines.length})`,
          text: headed("Not judged", lines.join("\n")),
          dispensable: 9,
        },
      ];
}

function driftSection({ drift }: Report): Section[] {
  return drift.length === 0
    ? []
    : [
        {
          what: `what others have changed in the cluster (${drift.length})`,
          text: headed("Drift", [driftWords, "", ...drift.map(changeMarkdown)].join("\n")),
          dispensable: 8,
        },
      ];
}

function failureSection({ failures }: Report): Section[] {
  return failures.length === 0
    ? []
    : [
        {
          what: "what Pulumi says of the error",
          text: headed("Error", fenced(failures.join("\n"), "text")),
          dispensable: 0,
        },
      ];
}

function rawSection({ objects }: Report): Section[] {
  const patches = objects.map(({ patch }) => patch).filter((patch) => patch !== "");
  return patches.length === 0
    ? []
    : [
        {
          what: `the difference of ${patches.length} objects line by line`,
          text: folded("Line by line", fenced(patches.join("\n"), "diff")),
          dispensable: 30,
        },
      ];
}

/** By this line a comment is found that is to be written anew. */
export const markerOf = (stack: string): string => `<!-- istio-mesh-report:${stack} -->`;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What such a report is not. */
const footSection: Section = {
  what: "how it is made",
  text: "<sub>Worked out from the objects before and after; no request was sent. It says who could ask, not who does, and nothing of names in DNS.</sub>",
  dispensable: 0,
};

/** A comment of a pull request; of what is too long, whole sections are left out. */
export function markdownReport(report: Report, most = limit): string {
  const head = `${markerOf(report.stack)}\n**${code(report.stack)}: ${capital(plain(verdictOf(report)))}**`;
  return fitted(
    head,
    [
      ...failureSection(report),
      ...dangerSections(report),
      ...notJudgedSection(report),
      ...driftSection(report),
      ...findingSections(report),
      ...objectSection(report),
      ...rawSection(report),
      footSection,
    ],
    most,
  );
}
