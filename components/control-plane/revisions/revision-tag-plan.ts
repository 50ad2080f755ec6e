import type * as k8s from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import type { Safe } from "../../../arguments/argument-check";
import { checkArguments } from "../../../arguments/check-arguments";
import { recall } from "../../../arguments/known-output";
import { dnsLabel, type Test } from "../../../arguments/predicates";
import { shown } from "../../../arguments/shown";
import { isKnown, whenKnown } from "../../../arguments/when-known";
import {
  applicationNameLabel,
  injectionLabel,
  podInjectionLabel,
  revisionLabel,
  tagLabel,
  usualIstioNamespace,
} from "../../../values/known-names";
import type { CommonArgs } from "../../common-args";
import { withMetadata } from "../../metadata";
import type { ControlPlaneFact } from "../../program/facts/control-plane-facts";
import { type Demand, demand, fact, type Part } from "../../program/part";
import { nothingSaid, type View } from "../../program/view";
import { defaultRevision, revisioned, revisionName } from "../revision";
import { istiodOf, revisionClaim, revisionDemand } from "../revision-known";
import type { RevisionTagArgs } from "./revision-tag-args";

type Webhook = k8s.types.input.admissionregistration.v1.MutatingWebhook;
type Expression = k8s.types.input.meta.v1.LabelSelectorRequirement;

/** What makes a tag another name of a revision. */
export interface RevisionTagObjects {
  webhook: k8s.admissionregistration.v1.MutatingWebhookConfigurationArgs;
  service: k8s.core.v1.ServiceArgs;
}

/** What decides the objects of a tag, with all defaults filled in. */
interface RevisionTagChoices extends CommonArgs {
  tag: pulumi.Input<string>;
  revision: pulumi.Input<string>;
  /** Of istiod. */
  namespace: pulumi.Input<string>;
}

const isNot = (key: string): Expression => ({ key, operator: "DoesNotExist" });
const isOneOf = (key: string, value: string): Expression => ({
  key,
  operator: "In",
  values: [value],
});
const notRefused: Expression = { key: podInjectionLabel, operator: "NotIn", values: ["false"] };

/** Which namespaces and which Pods of them each webhook is for. */
function selections(tag: string): [prefix: string, namespaces: Expression[], pods: Expression[]][] {
  const byTag: [string, Expression[], Expression[]][] = [
    ["rev.namespace", [isOneOf(revisionLabel, tag), isNot(injectionLabel)], [notRefused]],
    [
      "rev.object",
      [isNot(revisionLabel), isNot(injectionLabel)],
      [notRefused, isOneOf(revisionLabel, tag)],
    ],
  ];
  const byDefault: [string, Expression[], Expression[]][] = [
    ["namespace", [isOneOf(injectionLabel, "enabled")], [notRefused]],
    [
      "object",
      [isNot(injectionLabel), isNot(revisionLabel)],
      [isOneOf(podInjectionLabel, "true"), isNot(revisionLabel)],
    ],
  ];
  return tag === defaultRevision ? [...byTag, ...byDefault] : byTag;
}

const webhooks = (tag: string, service: string, namespace: string): Webhook[] =>
  selections(tag).map(([prefix, namespaces, pods]) => ({
    name: `${prefix}.sidecar-injector.istio.io`,
    clientConfig: { service: { name: service, namespace, path: "/inject", port: 443 } },
    sideEffects: "None",
    rules: [{ operations: ["CREATE"], apiGroups: [""], apiVersions: ["v1"], resources: ["pods"] }],
    failurePolicy: "Fail",
    reinvocationPolicy: "Never",
    admissionReviewVersions: ["v1"],
    namespaceSelector: { matchExpressions: namespaces },
    objectSelector: { matchExpressions: pods },
  }));

/** Outside its usual namespace Istio adds it to names of objects that belong to no namespace. */
const webhookName = (tag: string, namespace: string) =>
  namespace === usualIstioNamespace
    ? `istio-revision-tag-${tag}`
    : `istio-revision-tag-${tag}-${namespace}`;

const ports = [
  { name: "grpc-xds", port: 15010, protocol: "TCP" },
  { name: "https-dns", port: 15012, protocol: "TCP" },
  { name: "https-webhook", port: 443, targetPort: 15017, protocol: "TCP" },
  { name: "http-monitoring", port: 15014, protocol: "TCP" },
];

/** Pods of an istiod without a revision have no label of their own for it. */
const istiodPods = (of: string): Record<string, string> =>
  of === defaultRevision
    ? { app: "istiod", istio: "pilot" }
    : { app: "istiod", [revisionLabel]: of };

/** Labels that istiod and istioctl find a tag by. */
const ownLabels = (tag: pulumi.Input<string>, of: pulumi.Input<string>) => ({
  [tagLabel]: tag,
  [revisionLabel]: of,
  "operator.istio.io/component": "Pilot",
  [applicationNameLabel]: "istiod",
  "app.kubernetes.io/part-of": "istio",
});

/**
 * As Istio's chart renders them for a tag, but with the tag in them and not in a release: moving it
 * to another revision is then an update of two objects in place. istiod finds the webhook by its
 * label and adds the CA certificate.
 */
export function revisionTagObjects(choices: RevisionTagChoices): RevisionTagObjects {
  const { tag, revision: of, namespace, labels, annotations } = choices;
  const common = ownLabels(tag, of);
  return {
    webhook: {
      metadata: {
        name: whenKnown([tag, namespace], webhookName),
        labels: withMetadata(labels, { ...common, app: "sidecar-injector" }),
        annotations: withMetadata(annotations),
      },
      webhooks: whenKnown([tag, of, namespace], (name: string, rev: string, ns: string) =>
        webhooks(name, revisioned("istiod", rev), ns),
      ),
    },
    service: {
      metadata: {
        name: whenKnown([tag], (name: string) => `istiod-revision-tag-${name}`),
        namespace,
        labels: withMetadata(labels, { ...common, app: "istiod", istio: "pilot" }),
        annotations: withMetadata(annotations),
      },
      spec: { ports, selector: whenKnown([of], istiodPods) },
    },
  };
}

/** Arguments with all defaults filled in, and the objects that follow from them. */
interface RevisionTagPlan extends RevisionTagObjects {
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
