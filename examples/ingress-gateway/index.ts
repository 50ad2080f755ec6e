// An ingress gateway that keeps at least two Pods, sees the addresses of its clients, and opens a port
// for TCP beside HTTP and HTTPS.
// Look at: the Service istio-ingressgateway in the namespace istio-ingress, and the outputs.
import * as pulumi from "@pulumi/pulumi";
import {
  type ChartSource,
  ControlPlane,
  ControlPlaneSize,
  ExternalTrafficPolicy,
  GatewayPorts,
  IngressGateway,
  Profile,
} from "istio-mesh";

// Where the charts come from, when not from their usual addresses.
const config = new pulumi.Config();
const charts = config.getObject<ChartSource>("charts");

const istio = new ControlPlane("istio", {
  profile: Profile.Sidecar,
  size: ControlPlaneSize.Small,
  charts,
});

const ingress = new IngressGateway("ingress", {
  serviceAnnotations: { "example.com/load-balancer": "internal" },
  extraPorts: [GatewayPorts.TCP],
  externalTrafficPolicy: ExternalTrafficPolicy.Local,
  autoscaling: { min: 2, max: 4, cpu: 70 },
  podDisruptionBudget: { minAvailable: 1 },
  resources: { requests: { cpu: "50m", memory: "64Mi" } },
  // Takes over version and charts, and its Pods are created anew with what they read only once.
  controlPlane: istio,
});

export const selector = ingress.selector;
export const address = ingress.address;
export const principal = ingress.principal;
