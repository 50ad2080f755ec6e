// A gateway through which requests may leave the mesh. By itself it routes nothing: a route has to
// send requests to it, for example an EgressRoute.
// Look at: the Deployment istio-egressgateway in the namespace istio-egress.
import * as pulumi from "@pulumi/pulumi";
import {
  type ChartSource,
  ControlPlane,
  ControlPlaneSize,
  EgressGateway,
  Profile,
} from "istio-mesh";

// Where the charts come from, when not from their usual addresses.
const config = new pulumi.Config();
const charts = config.getObject<ChartSource>("charts");

const istio = new ControlPlane("istio", {
  profile: Profile.Sidecar,
  size: ControlPlaneSize.Small,
  charts,
  // Requests for hosts that nobody declared are refused.
  meshConfig: { outboundTrafficPolicy: { mode: "REGISTRY_ONLY" } },
});

const egress = new EgressGateway("egress", {
  replicas: 2,
  podDisruptionBudget: { maxUnavailable: 1 },
  resources: { requests: { cpu: "50m", memory: "64Mi" } },
  controlPlane: istio,
});

export const selector = egress.selector;
export const serviceHost = egress.serviceHost;
export const principal = egress.principal;
