// Tools for looking at a mesh that exists already, in a namespace of their own: Kiali as a graph,
// joined to Prometheus, Grafana and Jaeger. Look at: the commands in the output portForward.
import * as pulumi from "@pulumi/pulumi";
import { Addons, MeshMode, MeshNamespace, MeshTelemetry } from "istio-mesh";

// A mirror of Istio's manifests, when this machine has one; otherwise they come from GitHub.
const { ISTIO_MESH_ADDONS: manifests } = process.env;

// Outside the mesh: Prometheus asks proxies for their metrics in plain text.
const namespace = new MeshNamespace("observability", { dataPlaneMode: MeshMode.None });
const shop = new MeshNamespace("shop", { dataPlaneMode: MeshMode.Sidecar });

const tools = new Addons("tools", {
  namespace: namespace.name,
  loki: new pulumi.Config().getBoolean("loki") ?? false, // logs, beside the others
  ...(manifests !== undefined && { manifests }),
});

// The control plane has to know the provider: put the output extensionProviders, which is the same as
// `extensionProviders.jaeger({ namespace: "observability" })`, into its mesh config.
new MeshTelemetry(
  "traces",
  {
    namespace: shop.name,
    knownProviders: ["jaeger"],
    tracing: { provider: "jaeger", randomSamplingPercentage: 10 },
  },
  { dependsOn: [tools] },
);

export const portForward = tools.portForward;
export const extensionProviders = tools.extensionProviders;
