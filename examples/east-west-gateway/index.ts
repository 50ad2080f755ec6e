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

const istio = new ControlPlane("istio", {
  profile: Profile.Sidecar,
  size: ControlPlaneSize.Small,
  charts,
  meshId: "mesh1",
  clusterName: "cluster1",
  network: "network1",
});

const gateway = new EastWestGateway(
  "east-west",
  // Version, charts and network are those of the control plane, which it waits for.
  { controlPlane: istio, namespace: istio.namespace },
);

export const address = gateway.address;
export const principal = gateway.principal;
