import {
  type Change,
  Danger,
  dangers,
  type Impact,
  type NotJudgedPart,
} from "../../analysis/requests/impact/change";
import type { Difference } from "../check/against";
import { type Exception, isAllowed } from "./exceptions";
import { type ObjectChange, objectChanges, unseenReleases } from "./object-changes";
import { Fate, type Preview } from "./preview";

/** Requests that get another answer, and whether somebody has said that it is meant. */
interface ToldChange extends Change {
  readonly allowed: boolean;
}

/** An object that is not as it was, and whether its outage is meant. */
export interface ToldObject extends ObjectChange {
  readonly allowed: boolean;
}

/** What a reviewer is told of a preview. */
export interface Report {
  /** `project/stack`. */
  readonly stack: string;
  /** The gravest first. */
  readonly changes: readonly ToldChange[];
  /** What the stack declares otherwise than the cluster has it, and this update leaves as it is. */
  readonly drift: readonly Change[];
  readonly notJudged: readonly NotJudgedPart[];
  readonly objects: readonly ToldObject[];
  readonly findings: Pick<Difference, "introduced" | "fixed">;
  /** Whether there was nothing before, so that no request is answered otherwise than it was. */
  readonly isNew: boolean;
  /** Why the preview ended early. */
  readonly failures: readonly string[];
}

/** What a report is made of beside the preview. */
export interface Judged {
  readonly impact: Impact;
  /** What it would do to requests if the cluster were made what the stack declares. */
  readonly drift: Impact;
  readonly findings: Pick<Difference, "introduced" | "fixed">;
  readonly exceptions: readonly Exception[];
  /** Whether the sets are those of a cluster, where something was before the stack's first objects. */
  readonly isLive: boolean;
}

const isObject = ({ type }: { type: string }): boolean => type.startsWith("kubernetes:");

/** Whether a preview makes the first objects of its stack. */
export const isNew = ({ steps }: Preview): boolean =>
  steps.every(({ before }) => before === undefined || !isObject(before));

/** What takes something away comes first. */
const fates: readonly Fate[] = [
  Fate.Deleted,
  Fate.Replaced,
  Fate.Changed,
  Fate.Created,
  Fate.Imported,
  Fate.Kept,
];

const rank = (danger: Danger): number => dangers.indexOf(danger);

/** Puts together what a reviewer is told. */
export function reportOf(
  preview: Preview,
  { impact, drift, findings, exceptions, isLive }: Judged,
): Report {
  const changes = impact.changes
    .map((change) => {
      const { danger, from, to } = change;
      return { ...change, allowed: isAllowed(exceptions, danger, to, `${from} → ${to}`) };
    })
    .sort((a, b) => rank(a.danger) - rank(b.danger));
  const unseen = unseenReleases(preview).map((name) => ({
    reason: `${name} is a Helm release: what it renders is in no preview`,
  }));
  const missing = preview.leftOut === undefined ? [] : [{ reason: `this ${preview.leftOut}` }];
  return {
    stack: preview.stack,
    changes,
    drift: drift.changes,
    notJudged: [...missing, ...unseen, ...impact.notJudged],
    objects: objectChanges(preview)
      .sort((a, b) => fates.indexOf(a.fate) - fates.indexOf(b.fate))
      .map((one) => ({
        ...one,
        allowed: one.outage !== undefined && isAllowed(exceptions, Danger.Outage, one.object),
      })),
    findings,
    isNew: !isLive && isNew(preview),
    failures: preview.failures,
  };
}

/** How often each danger is there that nobody has allowed, the gravest first. */
export function countedDangers({ changes, objects }: Report): [danger: Danger, times: number][] {
  const counts = new Map<Danger, number>();
  const count = (danger: Danger) => counts.set(danger, (counts.get(danger) ?? 0) + 1);
  for (const { danger } of changes.filter(({ allowed }) => !allowed)) {
    count(danger);
  }
  for (const _ of objects.filter(({ outage, allowed }) => outage !== undefined && !allowed)) {
    count(Danger.Outage);
  }
  return dangers.flatMap((danger) => {
    const times = counts.get(danger);
    return times === undefined ? [] : [[danger, times] as [Danger, number]];
  });
}
