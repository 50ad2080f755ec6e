// @ts-nocheck: run without types, as users run it.
// A router in front knows the gateway by a fixed node port. The ports are a table of the team's own.
import * as pulumi from "@pulumi/pulumi";
import { type ChartSource, ControlPlane, IngressGateway } from "istio-mesh";

const config = new pulumi.Config();
const charts = config.requireObject<ChartSource>("charts");

const ports = [
  { name: "status-port", port: 15021, nodePort: 30021 },
  { name: "http2", port: 80, nodePort: 30080, appProtocol: "http" },
];
const mesh = new ControlPlane("mesh", { profile: "sidecar", size: "small", charts });
new IngressGateway("edge", { charts, serviceType: "NodePort", ports }, { dependsOn: [mesh] });
