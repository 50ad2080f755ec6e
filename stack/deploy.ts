import * as pulumi from "@pulumi/pulumi";
import {
  AppGateway,
  Bookinfo,
  Canary,
  Client,
  ControlPlane,
  Dialect,
  IngressGateway,
  MeshMode,
  MeshNamespace,
  MutualTls,
  Waypoint,
} from "../components";
import { bookinfoPort } from "../components/apps/bookinfo/services";
import type { StackConfig } from "./config-schema";
import { productPageUrl } from "./url";

/** Paths that Bookinfo's page needs from outside; its other services stay inside. */
const publicPaths = {
  exact: ["/productpage", "/login", "/logout"],
  prefix: ["/static", "/api/v1/products"],
};

const waypointName = "waypoint";

/** Creates everything; the order is in the `dependsOn`s, not in the lines. */
export function deploy(config: StackConfig) {
  const { mesh, bookinfo, namespaces, clients = {} } = config;
  const controlPlane = new ControlPlane("istio", mesh);
  const ingress = new IngressGateway("ingress", { ...config.gateway, controlPlane });
  const namespaceOf = new Map(
    Object.entries(namespaces).map(([name, mode]) => [
      name,
      new MeshNamespace(name, {
        dataPlaneMode: mode,
        ...(mode === MeshMode.Ambient && { waypoint: waypointName }),
      }),
    ]),
  );
  /** Waits for the namespace's labels, like all that is created in it. */
  const inNamespace = (name: string): pulumi.Input<string> => namespaceOf.get(name)?.name ?? name;

  for (const [name, namespace] of Object.entries(clients)) {
    new Client(name, { namespace: inNamespace(namespace) }, { dependsOn: [controlPlane] });
  }
  const { split } = deployBookinfo(config, {
    controlPlane,
    ingress,
    namespace: inNamespace(bookinfo.namespace),
  });

  return {
    gatewayAddress: ingress.address,
    url: ingress.address.apply((address) => productPageUrl(bookinfo.host, address)),
    namespaces: pulumi.output(namespaces),
    split,
    profile: controlPlane.profile,
    version: controlPlane.version,
  };
}

interface Surroundings {
  controlPlane: ControlPlane;
  ingress: IngressGateway;
  namespace: pulumi.Input<string>;
}

function deployBookinfo(
  { bookinfo, namespaces, mtls }: StackConfig,
  { controlPlane, ingress, namespace }: Surroundings,
) {
  const ambient = namespaces[bookinfo.namespace] === MeshMode.Ambient;
  const waypoint = ambient
    ? [new Waypoint(waypointName, { namespace }, { dependsOn: [controlPlane] })]
    : [];
  const workloads = new Bookinfo(
    "bookinfo",
    {
      namespace,
      reviews: Object.keys(bookinfo.reviews),
      ...(bookinfo.registry !== undefined && { registry: bookinfo.registry }),
      ...(bookinfo.tag !== undefined && { tag: bookinfo.tag }),
    },
    { dependsOn: [controlPlane] },
  );
  new AppGateway(
    "bookinfo",
    {
      namespace,
      ...(bookinfo.host !== undefined && { hosts: [bookinfo.host] }),
      selector: ingress.selector,
      routes: [{ ...publicPaths, service: "productpage", port: bookinfoPort }],
    },
    { dependsOn: [controlPlane, workloads] },
  );
  if (mtls) {
    new MutualTls("bookinfo", { namespace, mode: mtls }, { dependsOn: [controlPlane] });
  }
  return new Canary(
    "reviews",
    {
      service: "reviews",
      namespace,
      versions: Object.entries(bookinfo.reviews).map(([name, weight]) => ({ name, weight })),
      ...(ambient && { dialect: Dialect.GatewayApi, port: bookinfoPort }),
    },
    { dependsOn: [controlPlane, workloads, ...waypoint] },
  );
}
