// @ts-nocheck: run without types, as users run it.
// The cluster's network is said to istiod and to the gateway between networks, once with a slip.
import * as pulumi from "@pulumi/pulumi";
import { type ChartSource, ControlPlane, EastWestGateway } from "istio-mesh";

const config = new pulumi.Config();
const charts = config.requireObject<ChartSource>("charts");

const mesh = new ControlPlane("mesh", {
  profile: "sidecar",
  size: "small",
  charts,
  values: {
    istiod: {
      global: { meshID: "mesh", network: "network-1", multiCluster: { clusterName: "one" } },
    },
  },
});
new EastWestGateway(
  "between",
  { charts, network: "network1", serviceType: "ClusterIP", replicas: 1 },
  { dependsOn: [mesh] },
);
