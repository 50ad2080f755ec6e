// What chart-sources.test.ts installs, from each kind of source and in each way.
import * as pulumi from "@pulumi/pulumi";
import { ControlPlane, type ControlPlaneArgs } from "istio-mesh";

const settings = new pulumi.Config().requireObject<Partial<ControlPlaneArgs>>("settings");

new ControlPlane("istio", { profile: "sidecar", size: "small", cni: true, ...settings });
