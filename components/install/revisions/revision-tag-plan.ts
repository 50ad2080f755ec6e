import type * as pulumi from "@pulumi/pulumi";
import { recall } from "../../program/known-output";
import { fact, type Part } from "../../program/part";
import { nothingSaid, type View } from "../../program/view";
import type { Safe } from "../../validation/argument-check";
import { checkArguments } from "../../validation/check-arguments";
import { shown } from "../../validation/shown";
import { dnsLabel, type Test } from "../../validation/tests";
import { isKnown } from "../../validation/when-known";
import { revisionClaim } from "../control-plane-facts";
import { defaultRevision, revisionName } from "../revision";
import { istiodOf, revisionDemand } from "../revision-known";
import type { RevisionTagArgs } from "./revision-tag-args";
import { type RevisionTagObjects, revisionTagObjects } from "./revision-tag-objects";

/** Arguments with all defaults filled in, and the objects that follow from them. */
export interface RevisionTagPlan extends RevisionTagObjects {
  /** What Pulumi shows and keeps as the component's inputs. */
  inputs: Safe<RevisionTagArgs>;
  tag: pulumi.Input<string>;
  revision: pulumi.Input<string>;
  part: Part;
}

/** Labels that istiod and istioctl find a tag by, and those that select istiod. */
const reserved = [
  "istio.io/tag",
  "istio.io/rev",
  "app",
  "istio",
  "operator.istio.io/component",
  "app.kubernetes.io/name",
  "app.kubernetes.io/part-of",
];

const differs =
  (tag: pulumi.Input<string>): Test<string> =>
  (revision) => {
    const wrong = revisionName(revision);
    if (wrong !== undefined || tag !== revision) {
      return wrong;
    }
    return revision === defaultRevision
      ? `"default" is the istiod without a revision, which injects by default already: Pods would match both (IST0139)`
      : `${shown(revision)} is the tag itself; a tag is another name for a revision`;
  };

/** One istiod for each name; and the name is of an istiod that is there. */
function tagPart(
  owner: string,
  tag: pulumi.Input<string>,
  revision: pulumi.Input<string>,
  program: View,
): Part {
  const known = recall(revision);
  const istiod = known === undefined ? undefined : istiodOf(program, known);
  return {
    claims: [revisionClaim(tag, "tag")],
    facts: [
      fact({
        topic: "revision",
        key: [tag],
        path: "tag",
        value: {
          owner,
          ...(isKnown(tag) && { name: tag }),
          ...(known !== undefined && { revision: known }),
          ...(istiod && { controlPlane: istiod }),
        },
      }),
    ],
    demands: [revisionDemand(revision, "revision")],
  };
}

/** Throws one error with everything that is wrong. */
export function revisionTagPlan(
  component: string,
  unchecked: RevisionTagArgs,
  program: View = nothingSaid,
): RevisionTagPlan {
  const check = checkArguments("RevisionTag", component, unchecked);
  const { args } = check;
  const tag = check.input("tag", args.tag ?? component, revisionName);
  const revision = check.input(
    "revision",
    args.revision,
    isKnown(tag) ? differs(tag) : revisionName,
  );
  const namespace = check.input("namespace", args.namespace ?? "istio-system", dnsLabel);
  check.labels(args.labels, reserved);
  check.annotations(args.annotations);
  const safe = check.done();
  return {
    part: tagPart(`RevisionTag ${JSON.stringify(component)}`, tag, revision, program),
    inputs: { ...safe, tag, namespace },
    tag,
    revision,
    ...revisionTagObjects({ ...safe, tag, revision, namespace }),
  };
}
