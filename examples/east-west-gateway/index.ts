// One cluster of a mesh that spans several networks: the other clusters reach its Services through
// the east-west gateway, by the server name of mutual TLS.
// Look at: the Gateway cross-network-gateway in the namespace istio-system.
import * as pulumi from "@pulumi/pulumi";
import {
  type ChartSource,
  ControlPlane,
  ControlPlaneSize,
  EastWestGateway,
  Profile,
} from "istio-mesh";

// Where the charts come from, when not from their usual addresses.
const config = new pulumi.Config();
const charts = config.getObject<ChartSource>("charts");

const network = "network1";

const istio = new ControlPlane("istio", {
  profile: Profile.Sidecar,
  size: ControlPlaneSize.Small,
  charts,
  values: {
    istiod: {
      global: { meshID: "mesh1", network, multiCluster: { clusterName: "cluster1" } },
    },
  },
});

const gateway = new EastWestGateway(
  "east-west",
  { network, charts, namespace: istio.namespace, controlPlaneVersion: istio.version },
  { dependsOn: [istio] },
);

export const address = gateway.address;
export const principal = gateway.principal;
