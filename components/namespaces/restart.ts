import type * as k8s from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import { whenKnown } from "../../arguments/when-known";
import { withMetadata } from "../metadata";
import { MeshMode, type MeshNamespaceArgs } from "./mesh-namespace-args";

/** As `kubectl rollout restart`: a Pod template that differs is a new one. */
const annotation = "istio-mesh/restarted-for";

/** The same as long as Pods would come out the same. */
const restartToken = ({
  dataPlaneMode,
  revision = "default",
  restart,
}: MeshNamespaceArgs): pulumi.Input<string> =>
  restart?.token ??
  (dataPlaneMode === MeshMode.Sidecar
    ? whenKnown([revision], (rev) => `${dataPlaneMode}/${rev}`)
    : dataPlaneMode);

/** Changes one annotation of a Deployment that somebody else owns. */
export function restartPatch(
  deployment: string,
  namespace: pulumi.Input<string>,
  args: MeshNamespaceArgs,
): k8s.apps.v1.DeploymentPatchArgs {
  return {
    metadata: {
      name: deployment,
      namespace,
      labels: withMetadata(args.labels),
      annotations: withMetadata(args.annotations),
    },
    spec: { template: { metadata: { annotations: { [annotation]: restartToken(args) } } } },
  };
}
