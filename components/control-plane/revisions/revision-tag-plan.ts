import type * as pulumi from "@pulumi/pulumi";
import type { Safe } from "../../../arguments/argument-check";
import { checkArguments } from "../../../arguments/check-arguments";
import { recall } from "../../../arguments/known-output";
import { dnsLabel, type Test } from "../../../arguments/predicates";
import { shown } from "../../../arguments/shown";
import { isKnown } from "../../../arguments/when-known";
import { usualIstioNamespace } from "../../../values/known-names";
import type { ControlPlaneFact } from "../../program/facts/control-plane-facts";
import { type Demand, demand, fact, type Part } from "../../program/part";
import { nothingSaid, type View } from "../../program/view";
import { revisionClaim } from "../control-plane-facts";
import { defaultRevision, revisionName } from "../revision";
import { istiodOf, revisionDemand } from "../revision-known";
import type { RevisionTagArgs } from "./revision-tag-args";
import { ownLabels, type RevisionTagObjects, revisionTagObjects } from "./revision-tag-objects";

/** Arguments with all defaults filled in, and the objects that follow from them. */
export interface RevisionTagPlan extends RevisionTagObjects {
  /** What Pulumi shows and keeps as the component's inputs. */
  inputs: Safe<RevisionTagArgs>;
  tag: pulumi.Input<string>;
  revision: pulumi.Input<string>;
  part: Part;
}

/** Labels that a tag is found by, and those that select istiod. */
const reserved = [...Object.keys(ownLabels("", "")), "app", "istio"];

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

/** No Pod of the tag starts where its webhook leads to a namespace without that istiod. */
const besideIstiod = (revision: pulumi.Input<string>, namespace: pulumi.Input<string>): Demand =>
  demand({
    topic: "controlPlane",
    key: [revision],
    path: "namespace",
    test: (istiod) => {
      const [own, theirs] = [recall(namespace), recall(istiod.namespace)];
      return own === undefined || theirs === undefined || own === theirs
        ? undefined
        : `${shown(own)} is not where ${istiod.owner} runs, ${shown(theirs)}: the webhook of the tag would find no istiod, and no Pod of it would start; write namespace: ${shown(theirs)}, or leave it out and declare the ControlPlane first`;
    },
  });

/** What was planned, before the program hears of it. */
interface Planned {
  owner: string;
  tag: pulumi.Input<string>;
  revision: pulumi.Input<string>;
  namespace: pulumi.Input<string>;
  /** Of the revision, when it was declared before. */
  istiod: ControlPlaneFact | undefined;
}

/** One istiod for each name; and the name is of an istiod that is there. */
function tagPart({ owner, tag, revision, namespace, istiod }: Planned): Part {
  const known = recall(revision);
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
    demands: [revisionDemand(revision, "revision"), besideIstiod(revision, namespace)],
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
  const istiod = istiodOf(program, revision);
  const namespace = check.input(
    "namespace",
    args.namespace ?? istiod?.namespace ?? usualIstioNamespace,
    dnsLabel,
  );
  check.labels(args.labels, reserved);
  check.annotations(args.annotations);
  const safe = check.done();
  return {
    part: tagPart({
      owner: `RevisionTag ${JSON.stringify(component)}`,
      tag,
      revision,
      namespace,
      istiod,
    }),
    inputs: { ...safe, tag, namespace },
    tag,
    revision,
    ...revisionTagObjects({ ...safe, tag, revision, namespace }),
  };
}
