// @ts-nocheck: run without types, as users run it.
// A slip in the name of a chart's value.
import * as pulumi from "@pulumi/pulumi";
import { type ChartSource, ControlPlane } from "istio-mesh";

const charts = new pulumi.Config().requireObject<ChartSource>("charts");

new ControlPlane("mesh", {
  profile: "sidecar",
  charts,
  values: { istiod: { pilot: { autoscaleEnable: false } } },
});
