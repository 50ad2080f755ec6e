// What transitions.test.ts takes through the changes that are feared most; each is a change of the
// configuration.
import * as pulumi from "@pulumi/pulumi";
import {
  AppGateway,
  Canary,
  type ChartSource,
  ControlPlane,
  type GatewayApi,
  type GatewayAutoscaling,
  Httpbin,
  IngressGateway,
  MeshNamespace,
  type Profile,
} from "istio-mesh";

interface State {
  profile: Profile;
  gatewayApi: GatewayApi;
  /** Whether the namespaces are somebody else's. */
  foreign: boolean;
  /** Whether there is a second gateway beside the first. */
  internal: boolean;
  pods: { replicas: number } | { autoscaling: GatewayAutoscaling };
  numTrustedProxies: number;
  hosts: string[];
  /** Name of the canary in the program; none without. */
  canary?: string;
}

const config = new pulumi.Config();
const charts = config.requireObject<ChartSource>("charts");
const state = config.requireObject<State>("state");
const { foreign, hosts, numTrustedProxies } = state;

const mesh = new ControlPlane("istio", {
  profile: state.profile,
  gatewayApi: state.gatewayApi,
  createNamespace: !foreign,
  size: "small",
  charts,
});
const after = { dependsOn: [mesh] };
const ingress = new IngressGateway("ingress", { charts, numTrustedProxies, ...state.pods }, after);
if (state.internal) {
  const gatewayName = "istio-internal";
  new IngressGateway(
    "internal",
    { charts, gatewayName, createNamespace: false, serviceType: "ClusterIP", replicas: 1 },
    { dependsOn: [mesh, ingress] },
  );
}

const shop = new MeshNamespace("shop", { dataPlaneMode: "none", adopt: foreign }, after);
const httpbin = new Httpbin("httpbin", { namespace: shop.name }, after);
const target = { service: "httpbin", port: 8000 };
const behind = { dependsOn: [mesh, ingress, httpbin] };
const canary =
  state.canary &&
  new Canary(
    state.canary,
    {
      service: "httpbin",
      namespace: shop.name,
      port: 8000,
      versions: [{ name: "v1", weight: 100 }],
    },
    behind,
  );
new AppGateway(
  "shop",
  {
    namespace: shop.name,
    selector: ingress.selector,
    hosts,
    routes: [canary ? { canary } : target],
  },
  behind,
);

export const address = ingress.address;
