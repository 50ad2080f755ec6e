import type { ArgumentCheck } from "../../arguments/argument-check";
import { dnsLabel, type Test } from "../../arguments/predicates";
import { shown } from "../../arguments/shown";
import { checkUnique } from "../../arguments/unique";
import { type ControlPlaneArgs, ControlPlaneParts } from "./control-plane-args";

/** What Istio calls an istiod that was installed without a revision. */
export const defaultRevision = "default";

const withDashes = (value: unknown): string =>
  String(value).toLowerCase().replaceAll(".", "-").replaceAll("_", "-");

/** Revisions become part of object names, and are joined with other words there. */
export const revisionName: Test<string> = (value) => {
  const reason = dnsLabel(value);
  const better = withDashes(value);
  if (reason && better !== value && !dnsLabel(better)) {
    return `${shown(value)} is not a DNS label (a-z, 0-9 and "-", no dots); did you mean "${better}"?`;
  }
  if (!reason && value.length > 40) {
    return `${shown(value)} has ${value.length} characters; names of istiod's objects hold at most 40 of a revision`;
  }
  return reason;
};

/** A revision, or a tag, which is named by the same rules. */
export const ownRevisionName: Test<string> = (value) =>
  value === defaultRevision
    ? `"default" is how Istio calls an istiod without a revision; leave it out`
    : revisionName(value);

/** Name of an object that a revision has of its own, e.g. `istiod-1-31-1`. */
export const revisioned = (name: string, revision: string | undefined): string =>
  revision === undefined || revision === defaultRevision ? name : `${name}-${revision}`;

function checkTags(check: ArgumentCheck, { revision, revisionTags = [] }: ControlPlaneArgs): void {
  revisionTags.forEach((tag, i) => {
    const at = `revisionTags[${i}]`;
    check.plain(at, tag, revisionName);
    if (tag === defaultRevision) {
      check.fail(
        at,
        revision === undefined
          ? `"default" cannot be a tag of an istiod without a revision: it injects by default already, and Pods would match both (IST0139)`
          : `"default" is set by defaultRevision; write defaultRevision: ${shown(revision)} where the shared parts are`,
      );
    }
    if (tag === revision) {
      check.fail(at, `${shown(tag)} is the revision itself; a tag is another name for it`);
    }
  });
  checkUnique(check, revisionTags, (i) => `revisionTags[${i}]`);
}

function checkDefaultRevision(
  check: ArgumentCheck,
  { parts = ControlPlaneParts.All, revision, defaultRevision: chosen }: ControlPlaneArgs,
): void {
  check.plain("defaultRevision", chosen, revisionName);
  if (chosen === undefined) {
    return;
  }
  if (parts === ControlPlaneParts.Istiod) {
    check.fail(
      "defaultRevision",
      `${shown(chosen)} is decided where the shared parts are, not by the part "istiod"`,
    );
  } else if (parts === ControlPlaneParts.All && revision === undefined && chosen !== "default") {
    check.fail(
      "defaultRevision",
      `${shown(chosen)} would inject by default beside the istiod without a revision, and Pods would match both (IST0139); give that one a revision, or leave this out`,
    );
  }
}

/** Reports names by which no istiod, or more than one, would be chosen. */
export function checkRevisions(check: ArgumentCheck, args: ControlPlaneArgs): void {
  check.plain("revision", args.revision, ownRevisionName);
  checkTags(check, args);
  checkDefaultRevision(check, args);
  if (args.parts === ControlPlaneParts.Shared) {
    for (const key of ["revision", "revisionTags"] as const) {
      if (args[key] !== undefined) {
        check.fail(
          key,
          `${shown(args[key])} is for an istiod, and the shared parts have none; set it on the ControlPlane with the part "istiod"`,
        );
      }
    }
  }
}
