// @ts-nocheck: run without types, as users run it.
// Six Pods of istiod at least.
import * as pulumi from "@pulumi/pulumi";
import { type ChartSource, ControlPlane } from "istio-mesh";

const config = new pulumi.Config();
const charts = config.requireObject<ChartSource>("charts");

new ControlPlane("mesh", {
  profile: "sidecar",
  charts,
  values: { istiod: { pilot: { autoscaleMin: 6 } } },
});
