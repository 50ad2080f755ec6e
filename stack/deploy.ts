import * as pulumi from "@pulumi/pulumi";
import {
  AppGateway,
  Bookinfo,
  Canary,
  Client,
  ControlPlane,
  IngressGateway,
  MeshNamespace,
  MutualTls,
  Waypoint,
} from "../components";
import {
  appGatewayArgs,
  bookinfoArgs,
  canaryArgs,
  isAmbient,
  namespaceArgs,
  waypointName,
} from "./component-args";
import type { StackConfig } from "./config-schema";
import { productPageUrl } from "./url";

/** Creates everything; the order is in the `dependsOn`s, not in the lines. */
export function deploy(config: StackConfig) {
  const { mesh, bookinfo, namespaces, clients = {} } = config;
  const controlPlane = new ControlPlane("istio", mesh);
  const ingress = new IngressGateway("ingress", { ...config.gateway, controlPlane });
  const namespaceOf = new Map(
    Object.entries(namespaces).map(([name, mode]) => [
      name,
      new MeshNamespace(name, namespaceArgs(mode)),
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

function deployBookinfo(config: StackConfig, { controlPlane, ingress, namespace }: Surroundings) {
  const waypoint = isAmbient(config)
    ? [new Waypoint(waypointName, { namespace }, { dependsOn: [controlPlane] })]
    : [];
  const workloads = new Bookinfo("bookinfo", bookinfoArgs(config, namespace), {
    dependsOn: [controlPlane],
  });
  new AppGateway(
    "bookinfo",
    { ...appGatewayArgs(config, namespace), selector: ingress.selector },
    { dependsOn: [controlPlane, workloads] },
  );
  if (config.mtls) {
    const args = { namespace, mode: config.mtls };
    new MutualTls("bookinfo", args, { dependsOn: [controlPlane] });
  }
  return new Canary("reviews", canaryArgs(config, namespace), {
    dependsOn: [controlPlane, workloads, ...waypoint],
  });
}
