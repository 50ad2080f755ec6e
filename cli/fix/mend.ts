import { readFileSync, writeFileSync } from "node:fs";
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";
import type { Fix } from "../../analysis/mesh/check";
import { objectWords } from "../../analysis/mesh/kubernetes-object";
import { grouped } from "../../analysis/mesh/lazy";
import type { Judgement, Located } from "../check/judgement";
import type { Origin, Problem } from "../read/input";
import { edited } from "./yaml-edit";

/** What mending has come to. */
interface Mended {
  /** What changes, as a unified diff. */
  patch: string;
  /** What has no one right answer, or could not be changed. */
  left: Problem[];
}

interface Change {
  origin: Origin;
  finding: Located;
  fix: Fix;
}

/** A path of a list's entry begins with where the list holds it. */
const inDocument = (origin: Origin, fix: Fix): Fix => ({
  ...fix,
  path: origin.path === "" ? fix.path : `${origin.path}.${fix.path}`,
});

interface FileChange {
  file: string;
  before: string;
  after: string;
  left: Problem[];
}

function fileChange(file: string, changes: readonly Change[]): FileChange {
  const before = readFileSync(file, "utf8");
  const mark = before.startsWith("\uFEFF") ? 1 : 0;
  const documents = [...grouped(changes, ({ origin }) => String(origin.document.offset))];
  let after = before;
  const left: Problem[] = [];
  // The last document first: what changes there moves nothing before it.
  for (const [, own] of documents.sort(([a], [b]) => Number(b) - Number(a))) {
    const [{ origin }] = own as [Change];
    const { text, offset } = origin.document;
    const byFix = new Map(own.map((one) => [inDocument(one.origin, one.fix), one.finding]));
    const result = edited(text, [...byFix.keys()]);
    const from = offset + mark;
    after = after.slice(0, from) + result.text + after.slice(from + text.length);
    for (const { fix, reason } of result.left) {
      left.push(unmended(byFix.get(fix), reason));
    }
  }
  return { file, before, after, left };
}

function unmended(located: Located | undefined, reason: string): Problem {
  const { finding, place } = located ?? {};
  const what = finding ? `${objectWords(finding.resource)}: ${finding.path} ` : "";
  return { ...place, message: `${what}is not changed: ${reason}` };
}

/** Changes that mend findings, as a diff, and in the files where that is wanted. */
export function mend({ findings, input }: Judgement, write: boolean): Mended {
  const bySource = new Map(input.objects.map(({ object, origin }) => [object, origin]));
  const changes = findings.flatMap((located): Change[] => {
    const { fix, source } = located.finding;
    const origin = bySource.get(source);
    return fix && origin ? [{ origin, finding: located, fix }] : [];
  });
  const files = [...grouped(changes, ({ origin }) => origin.file)].map(([file, own]) =>
    fileChange(file, own),
  );
  const others = findings.length - changes.length;
  for (const { file, after } of write ? files : []) {
    writeFileSync(file, after);
  }
  return {
    patch: files
      .filter(({ before, after }) => before !== after)
      .map(({ file, before, after }) =>
        createTwoFilesPatch(`a/${file}`, `b/${file}`, before, after, undefined, undefined, {
          headerOptions: FILE_HEADERS_ONLY,
        }),
      )
      .join(""),
    left: [
      ...files.flatMap(({ left }) => left),
      ...(others > 0 ? [{ message: `findings without one right answer: ${others}` }] : []),
    ],
  };
}
