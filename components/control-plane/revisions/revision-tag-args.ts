import type * as pulumi from "@pulumi/pulumi";
import type { CommonArgs } from "../../common-args";

/** A name, and the revision that it stands for now. */
export interface RevisionTagArgs extends CommonArgs {
  /**
   * Name of the tag, which namespaces and gateways use as their revision. `"default"` is the one that
   * also injects for the label `istio-injection: enabled`.
   * @default - the name of the component
   */
  tag?: pulumi.Input<string>;
  /**
   * Revision that the tag stands for, for example the output of a `ControlPlane`. A new value moves the
   * tag; Pods follow when they are created anew.
   */
  revision: pulumi.Input<string>;
  /**
   * Namespace of istiod.
   * @default - that of a `ControlPlane` of this revision declared before, otherwise "istio-system"
   */
  namespace?: pulumi.Input<string>;
}
