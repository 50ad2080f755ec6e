import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { remember } from "../../../arguments/known-output";
import { tagLabel } from "../../../values/known-names";
import { joined, joinProgram, programView } from "../../program/join";
import { Children } from "../../resources/children";
import type { RevisionTagArgs } from "./revision-tag-args";
import { revisionTagPlan } from "./revision-tag-plan";

/** What makes a tag another name of a revision. */
export interface RevisionTagChildren {
  /** Service by which the Pods of the tag find istiod. */
  readonly service: k8s.core.v1.Service;
  /** Webhook that injects by this name. */
  readonly webhook: k8s.admissionregistration.v1.MutatingWebhookConfiguration;
}

const made = new Children<RevisionTagChildren>();

/**
 * A stable name for a revision of the control plane. Moving it is an update in place, so that there
 * is no moment without it. Put the control plane into `dependsOn`.
 * @see https://istio.io/latest/docs/setup/upgrade/canary/#stable-revision-labels
 */
export class RevisionTag extends pulumi.ComponentResource {
  /** Name of the tag. What uses it waits until it is there. */
  readonly tag: pulumi.Output<string>;
  /** Revision that it stands for. */
  readonly revision: pulumi.Output<string>;
  constructor(name: string, args: RevisionTagArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = revisionTagPlan(name, args, programView(opts));
    const member = joinProgram("RevisionTag", name, plan.part, opts);
    super("istio-mesh:index:RevisionTag", name, plan.inputs, opts);
    joined(member, this);
    const service = new k8s.core.v1.Service(name, plan.service, { parent: this });
    const { MutatingWebhookConfiguration } = k8s.admissionregistration.v1;
    const webhook = new MutatingWebhookConfiguration(name, plan.webhook, {
      parent: this,
      dependsOn: [service],
    });
    this.tag = webhook.metadata.labels.apply((labels) => labels[tagLabel] ?? "");
    this.revision = pulumi.output(plan.revision);
    made.keep(this, { service, webhook });
    remember(this.tag, plan.tag);
    remember(this.revision, plan.revision);
    this.registerOutputs({ tag: this.tag, revision: this.revision });
  }

  /** Its resources. */
  get children(): RevisionTagChildren {
    return made.of(this);
  }
}
