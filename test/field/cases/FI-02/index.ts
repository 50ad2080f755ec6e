// @ts-nocheck: run without types, as users run it.
// Ambient first, with the Gateway API's definitions (step 1), then sidecars only (step 2), or the
// definitions left to the platform (step 3). Routes of others hang on the definitions all the time.
import * as pulumi from "@pulumi/pulumi";
import { type ChartSource, ControlPlane, type ControlPlaneArgs } from "istio-mesh";

const config = new pulumi.Config();
const charts = config.requireObject<ChartSource>("charts");
const gatewayApi = { manifest: config.require("gatewayApi") };
const step = config.getNumber("step") ?? 1;

const by: Record<number, Partial<ControlPlaneArgs>> = {
  1: { profile: "ambient", gatewayApi },
  2: { profile: "sidecar" },
  3: { profile: "ambient", gatewayApi: { mode: "expect" } },
};
new ControlPlane("mesh", { profile: "sidecar", size: "small", charts, ...by[step] });
