import { dnsLabel, type Test } from "../../arguments/predicates";
import { shown } from "../../arguments/shown";

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
