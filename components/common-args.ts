import type * as pulumi from "@pulumi/pulumi";

/** What every component takes and hands on to the objects that it creates. */
export interface CommonArgs {
  /**
   * Labels for every object of the component, in addition to the ones it needs itself.
   * @default - none
   * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/
   */
  labels?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
  /**
   * Annotations for every object of the component.
   * @default - none
   * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/annotations/
   */
  annotations?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
}
