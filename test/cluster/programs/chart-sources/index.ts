// What chart-sources.test.ts installs from each kind of source.
import * as pulumi from "@pulumi/pulumi";
import { type ChartSource, ControlPlane } from "istio-mesh";

const charts = new pulumi.Config().requireObject<ChartSource>("charts");

new ControlPlane("istio", { profile: "sidecar", size: "small", cni: true, charts });
