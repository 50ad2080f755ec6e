// Bookinfo from nothing, in modules: Istio, its ingress gateway, Prometheus, Kiali, and the application. Each brings
// what it needs, so that `pulumi config set modules kiali` is Istio with Prometheus and Kiali, and
// `pulumi config set modules ingress,kiali,bookinfo`, or nothing, all of it.
// Look at: the outputs, which are the address of the page and the command for Kiali.
import * as pulumi from "@pulumi/pulumi";
import {
  Addons,
  AppGateway,
  Bookinfo,
  type ChartSource,
  ControlPlane,
  ControlPlaneSize,
  IngressGateway,
  MeshMode,
  MeshNamespace,
  Profile,
} from "istio-mesh";

const config = new pulumi.Config();
// Where the charts come from, when not from their usual addresses, and a mirror of Istio's manifests.
const charts = config.getObject<ChartSource>("charts");
const { ISTIO_MESH_ADDONS: manifests } = process.env;

const needs: Record<string, readonly string[]> = {
  istiod: [],
  ingress: ["istiod"],
  prometheus: ["istiod"],
  kiali: ["prometheus"],
  bookinfo: ["ingress"],
};

/** Modules that are asked for, and what they need. */
function withNeeds(modules: readonly string[]): string[] {
  return modules.flatMap((module) => {
    const needed = needs[module];
    if (needed === undefined) {
      throw new Error(`modules: "${module}" is none of ${Object.keys(needs).join(", ")}`);
    }
    return [module, ...withNeeds(needed)];
  });
}
const modules = new Set(withNeeds((config.get("modules") ?? "ingress,kiali,bookinfo").split(",")));

const istio = new ControlPlane("istio", {
  profile: Profile.Sidecar,
  size: ControlPlaneSize.Small,
  charts,
});

const ingress = modules.has("ingress")
  ? new IngressGateway("ingress", {
      controlPlane: istio,
      namespace: istio.namespace,
      createNamespace: false,
    })
  : undefined;

const tools = modules.has("prometheus")
  ? new Addons(
      "tools",
      {
        kiali: modules.has("kiali"),
        grafana: false,
        jaeger: false,
        ...(manifests !== undefined && { manifests }),
      },
      { dependsOn: [istio] },
    )
  : undefined;

if (ingress !== undefined && modules.has("bookinfo")) {
  const { name: namespace } = new MeshNamespace(
    "bookinfo",
    { dataPlaneMode: MeshMode.Sidecar },
    { dependsOn: [istio] },
  );
  const app = new Bookinfo("bookinfo", { namespace });
  new AppGateway(
    "bookinfo-gateway",
    {
      namespace,
      selector: ingress.selector,
      routes: [
        {
          exact: ["/productpage", "/login", "/logout"],
          prefix: ["/static", "/api/v1/products"],
          service: "productpage",
          port: 9080,
        },
      ],
    },
    { dependsOn: [app] },
  );
}

export const address = ingress?.address;
export const portForward = tools?.portForward;
