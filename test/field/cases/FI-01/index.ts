// @ts-nocheck: run without types, as users run it.
// The platform brings the Gateway API's definitions, and the mesh is to be ambient.
import * as pulumi from "@pulumi/pulumi";
import { type ChartSource, ControlPlane } from "istio-mesh";

const config = new pulumi.Config();
const charts = config.requireObject<ChartSource>("charts");
const gatewayApi = { manifest: config.require("gatewayApi") };

new ControlPlane("mesh", {
  profile: "ambient",
  platform: "k3s",
  size: "small",
  charts,
  gatewayApi,
});
