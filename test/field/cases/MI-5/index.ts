// @ts-nocheck: run without types, as users run it.
// Two clusters; the gateways were given no provider.
import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { type ChartSource, ControlPlane, IngressGateway } from "istio-mesh";

const config = new pulumi.Config();
const charts = config.requireObject<ChartSource>("charts");

// Each provider renders to a folder of its own.
const folder = new pulumi.Config("kubernetes").require("renderYamlToDirectory");
for (const name of ["one", "two"]) {
  const provider = new k8s.Provider(name, { renderYamlToDirectory: `${folder}/${name}` });
  const mesh = new ControlPlane(name, { profile: "sidecar", size: "small", charts }, { provider });
  new IngressGateway(`${name}-edge`, { charts, serviceType: "ClusterIP" }, { dependsOn: [mesh] });
}
