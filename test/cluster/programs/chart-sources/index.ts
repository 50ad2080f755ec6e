// What chart-sources.test.ts installs, from each kind of source and in each way.
import * as pulumi from "@pulumi/pulumi";
import { ControlPlane, type ControlPlaneArgs } from "istio-mesh";

const settings = new pulumi.Config().requireObject<Partial<ControlPlaneArgs>>("settings");

// The version is that of the lab's charts, by which a repository and a registry have them.
const version = "1.31.4";

new ControlPlane("istio", { profile: "sidecar", version, size: "small", cni: true, ...settings });
