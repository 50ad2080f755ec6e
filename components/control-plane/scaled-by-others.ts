import * as pulumi from "@pulumi/pulumi";

/** Charts with a Deployment that an autoscaler scales. */
const scaled = ["istiod", "gateway"];

/**
 * A Deployment whose number of Pods the chart leaves open is scaled by an autoscaler, and one that had
 * a number before keeps it until the autoscaler acts. Otherwise the API server would go back to one Pod.
 */
const keepReplicas: pulumi.ResourceTransform = ({ type, props, opts }) =>
  type === "kubernetes:apps/v1:Deployment" && props.spec?.replicas === undefined
    ? { props, opts: { ...opts, ignoreChanges: [...(opts.ignoreChanges ?? []), "spec.replicas"] } }
    : undefined;

/** Nothing under mocks, where no engine can call back. */
export const scaledByOthers = (chart: string): pulumi.ResourceTransform | undefined =>
  scaled.includes(chart) && pulumi.runtime.hasEngine() ? keepReplicas : undefined;
