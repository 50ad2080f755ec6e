// What is installed in "Istio in Action", chapter 4 and appendix A: an istiod that tells gateways of nothing but
// what they route to, proxies that log in JSON and answer for DNS, an ingress gateway that requests little, and a
// gateway of the shop's own beside it.
// Look at: `istioctl proxy-config cluster deploy/my-user-gateway -n istioinaction`, which has webapp alone.
import * as pulumi from "@pulumi/pulumi";
import {
  AppGateway,
  type ChartSource,
  ControlPlane,
  Coolstore,
  IngressGateway,
  MeshMode,
  MeshNamespace,
  Profile,
} from "istio-mesh";

// Where the charts come from, when not from their usual addresses.
const charts = new pulumi.Config().getObject<ChartSource>("charts");

const istio = new ControlPlane("istio", {
  profile: Profile.Sidecar,
  charts,
  meshConfig: {
    accessLogFile: "/dev/stdout",
    accessLogEncoding: "JSON",
    enablePrometheusMerge: true,
    defaultConfig: { proxyMetadata: { ISTIO_META_DNS_CAPTURE: "true" } },
  },
  values: { istiod: { env: { PILOT_FILTER_GATEWAY_CLUSTER_CONFIG: "true" } } },
});
const { name: namespace } = new MeshNamespace(
  "istioinaction",
  { dataPlaneMode: MeshMode.Sidecar },
  { dependsOn: [istio] },
);

new IngressGateway("ingressgateway", {
  controlPlane: istio.handle,
  namespace: istio.namespace,
  createNamespace: false,
  gatewayName: "ingressgateway",
  resources: { requests: { cpu: "100m", memory: "160Mi" } },
});
const own = new IngressGateway("my-user-gateway", {
  controlPlane: istio.handle,
  namespace,
  createNamespace: false,
  gatewayName: "my-user-gateway",
  replicas: 1,
});

const app = new Coolstore("coolstore", { namespace, localUsers: true }, { dependsOn: [istio] });
new AppGateway(
  "coolstore-gateway",
  {
    namespace,
    selector: own.selector,
    hosts: ["webapp.istioinaction.io"],
    routes: [{ service: "webapp", port: 80 }],
  },
  { dependsOn: [app] },
);

export const { address } = own;
