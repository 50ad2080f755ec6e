// What answers.test.ts deploys: Istio with sidecars, and an ingress gateway.
import * as pulumi from "@pulumi/pulumi";
import { type ChartSource, ControlPlane, IngressGateway } from "istio-mesh";

const charts = new pulumi.Config().requireObject<ChartSource>("charts");

const mesh = new ControlPlane("istio", { profile: "sidecar", size: "small", charts });
new IngressGateway("ingress", { charts }, { dependsOn: [mesh] });
