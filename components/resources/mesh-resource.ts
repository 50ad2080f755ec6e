import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { registeredAs } from "../../arguments/registered-as";
import { checkedAlone } from "../program/checked-alone";
import { claimObject } from "../program/claim-object";
import { currentProgram } from "../program/current-program";
import { awaitEnd } from "../program/end-of-program";
import { installedRelease } from "./installed-release";
import { argumentOf } from "./named-object";
import { checkedArgs, Validation } from "./object-check";

/** Which kind a class stands for. */
export interface ResourceKind {
  group: string;
  version: string;
  kind: string;
  /** Other versions that the API server knows the same object by. */
  otherVersions: readonly string[];
}

/** What every kind takes. */
export interface MeshResourceArgs<Spec> {
  /**
   * Name, namespace, labels and annotations.
   * @default - a name that Pulumi makes up, in the provider's namespace
   * @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/object-meta/
   */
  metadata?: pulumi.Input<k8s.types.input.meta.v1.ObjectMeta>;
  /** What is wanted. Values that are known are checked before the resource is registered. */
  spec: pulumi.Input<Spec>;
}

/** Options of every kind, beside Pulumi's own. */
export interface MeshResourceOptions extends pulumi.CustomResourceOptions {
  /**
   * What happens to what the API server or istiod would refuse: `"error"`, `"warn"` or `"off"`.
   * @default "error"
   */
  validation?: Validation;
}

/** `namespace/name` of an object that exists. */
export type ResourceId = pulumi.Input<pulumi.ID> | k8s.apiextensions.CustomResourceGetOptions;

/** Stands for the arguments of an object that is only read. */
export const existing = Object.freeze({}) as never;

/** Options with which an object is read, not created. */
export function withId(
  id: ResourceId,
  opts: pulumi.CustomResourceOptions = {},
): pulumi.CustomResourceOptions {
  const isGetOptions = typeof id === "object" && "apiVersion" in id;
  return { ...opts, id: isGetOptions ? (id as { id: pulumi.Input<pulumi.ID> }).id : id };
}

const apiVersionOf = ({ group, version }: ResourceKind) => `${group}/${version}`;

/** Whether a value is a resource of that kind and version. */
export function isOfKind(value: unknown, kind: ResourceKind): boolean {
  if (!pulumi.CustomResource.isInstance(value)) {
    return false;
  }
  return registeredAs(value).type === `kubernetes:${apiVersionOf(kind)}:${kind.kind}`;
}

/** One aspect of an object's state. */
export interface MeshCondition {
  /** Which aspect, such as `Programmed` or `Reconciled`. */
  type: string;
  /** `"True"`, `"False"` or `"Unknown"`. */
  status: string;
  /**
   * Why, in one word.
   * @default - the controller gives none
   */
  reason?: string;
  /**
   * Why, in a sentence.
   * @default - the controller gives none
   */
  message?: string;
}

/** Keys without a value are what Pulumi makes outputs of: theirs is what the cluster has. */
const fromCluster = { metadata: undefined, spec: undefined, status: undefined };

/** What controllers report of an object. */
export interface MeshStatus {
  /**
   * Its state, one aspect each.
   * @default - nothing was reported yet
   */
  conditions?: MeshCondition[];
  [field: string]: unknown;
}

/** An object of the mesh's configuration. The classes of this folder are its kinds. */
export abstract class MeshResource<Spec> extends k8s.apiextensions.CustomResource {
  /** What is wanted, as the cluster has it. */
  declare readonly spec: pulumi.Output<pulumi.Unwrap<Spec>>;
  /** What controllers report; nothing before they do. */
  declare readonly status: pulumi.Output<MeshStatus | undefined>;

  /**
   * The API version is part of a resource's identity in Pulumi, so the other versions are aliases:
   * without them an object declared in an older version would be deleted and created anew, and its
   * route would be missing in between.
   */
  constructor(
    kind: ResourceKind,
    name: string,
    args: MeshResourceArgs<Spec>,
    opts?: MeshResourceOptions,
  ) {
    const { validation, ...options } = opts ?? {};
    const apiVersion = apiVersionOf(kind);
    const installed = () => installedRelease(apiVersion, options);
    const program = currentProgram();
    const owner = program.member(options.parent)?.owner;
    const argument = argumentOf(args);
    const subject = {
      apiVersion,
      kind: kind.kind,
      name,
      installed,
      refusal: (error: Error) => program.refusal(error),
      ...(owner !== undefined && { owner }),
      ...(argument && { argument }),
    };
    const isRead = options.id !== undefined;
    const checked = checkedArgs(subject, args, isRead ? Validation.Off : validation);
    if (!isRead) {
      const { doubtful } = checked;
      claimObject({
        kind,
        name,
        metadata: args.metadata,
        opts: options,
        ...(doubtful && { doubtful }),
      });
    }
    const aliases = kind.otherVersions.map((version) => ({
      type: `kubernetes:${kind.group}/${version}:${kind.kind}`,
    }));
    super(
      name,
      { ...fromCluster, ...checked.args, apiVersion, kind: kind.kind },
      { ...options, aliases: [...(options.aliases ?? []), ...aliases] },
    );
    checkedAlone(this);
    awaitEnd(program);
    const warn = (warnings: string[]) => {
      for (const warning of warnings) {
        void pulumi.log.warn(warning, this);
      }
    };
    warn(checked.warnings);
    // A late error reaches the user through the resource, which waits for it.
    checked.late?.then(warn, () => {});
  }
}
