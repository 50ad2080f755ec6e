import * as k8s from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import type { Metadata } from "../../arguments/argument-check";
import { waitForAnnotation } from "../../values/known-names";
import { withMetadata } from "../metadata";
import { programView } from "../program/join";
import type { NamedObject } from "../resources/named-object";

/** Annotations with which Pulumi goes on when the object is Ready, so that its Secret is there. */
export const readyWhenIssued = (annotations: pulumi.Input<Metadata> | undefined) =>
  withMetadata(annotations, { [waitForAnnotation]: "condition=Ready" });

/** An object of cert-manager as components plan it; issuers of the cluster have no namespace. */
export interface CertManagerObject extends Omit<NamedObject<object>, "namespace"> {
  kind: "Certificate" | "Issuer" | "ClusterIssuer";
  namespace?: pulumi.Input<string>;
}

/** An object of cert-manager in the cluster. */
export interface IssuedObject extends k8s.apiextensions.CustomResource {
  /** What cert-manager reports; nothing before it does. */
  status: pulumi.Output<{ notAfter?: string } | undefined>;
}

/** cert-manager's kinds are no part of the mesh, so they have no classes of their own. */
export function createObject(
  name: string,
  { kind, spec, ...metadata }: CertManagerObject,
  opts: pulumi.CustomResourceOptions & { dependsOn?: pulumi.Resource[] },
): IssuedObject {
  const args = { apiVersion: "cert-manager.io/v1", kind, metadata, spec };
  // Before cert-manager of the same program is there, the cluster knows none of these kinds.
  const [installed] = programView(opts).said("certManager");
  const component = installed?.self.component;
  const dependsOn = [...(opts.dependsOn ?? []), ...(component ? [component] : [])];
  // Naming the status makes Pulumi keep what the cluster says about it as an output.
  return new k8s.apiextensions.CustomResource(
    name,
    { ...args, status: undefined },
    { ...opts, dependsOn },
  ) as IssuedObject;
}
