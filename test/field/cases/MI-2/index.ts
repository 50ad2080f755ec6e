// @ts-nocheck: run without types, as users run it.
// A slip in the revision that a tag points to; namespace and gateway use the tag.
import * as pulumi from "@pulumi/pulumi";
import {
  type ChartSource,
  ControlPlane,
  IngressGateway,
  MeshNamespace,
  RevisionTag,
} from "istio-mesh";

const config = new pulumi.Config();
const charts = config.requireObject<ChartSource>("charts");

const mesh = new ControlPlane("mesh", {
  profile: "sidecar",
  size: "small",
  charts,
  revision: "1-31-1",
});
const after = { dependsOn: [mesh] };
const tag = new RevisionTag("stable", { revision: "1-13-1" }, after);
new MeshNamespace("shop", { dataPlaneMode: "sidecar", revision: tag.tag }, after);
new IngressGateway("edge", { charts, serviceType: "ClusterIP", revision: tag.tag }, after);
