import type * as pulumi from "@pulumi/pulumi";

/** A resource as a program asks for it. */
export interface RegisteredResource {
  resource: pulumi.Resource;
  type: string;
  name: string;
  parent?: pulumi.Resource;
  metadata?: pulumi.Input<unknown>;
}
