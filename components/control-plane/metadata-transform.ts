import type * as pulumi from "@pulumi/pulumi";
import type { CommonArgs } from "../common-args";
import { withMetadata } from "../metadata";

/**
 * Adds common labels and annotations to objects that a chart renders; what the chart sets itself
 * stays. Undefined when there is nothing to add: a transform costs a round trip per object.
 */
export function metadataTransform({
  labels,
  annotations,
}: CommonArgs): pulumi.ResourceTransform | undefined {
  if (!withMetadata(labels) && !withMetadata(annotations)) {
    return undefined;
  }
  return ({ props, opts }) => {
    if (!props.metadata) {
      return undefined;
    }
    const metadata = {
      ...props.metadata,
      labels: withMetadata(labels, props.metadata.labels),
      annotations: withMetadata(annotations, props.metadata.annotations),
    };
    return { props: { ...props, metadata }, opts };
  };
}
