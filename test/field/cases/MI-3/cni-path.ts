// @ts-nocheck: run without types, as users run it.
// An own folder for the CNI's programs, beside a platform that has one too.
import * as pulumi from "@pulumi/pulumi";
import { type ChartSource, ControlPlane } from "istio-mesh";

const config = new pulumi.Config();
const charts = config.requireObject<ChartSource>("charts");
const gatewayApi = { manifest: config.require("gatewayApi") };

new ControlPlane("mesh", {
  profile: "ambient",
  platform: "k3s",
  charts,
  gatewayApi,
  values: { cni: { cniBinDir: "/opt/own/cni/bin" } },
});
