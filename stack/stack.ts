import * as pulumi from "@pulumi/pulumi";
import {
  Client,
  ControlPlane,
  type ControlPlaneArgs,
  didYouMean,
  IngressGateway,
  type IngressGatewayArgs,
  type MeshChecksArgs,
  MeshMode,
  MeshNamespace,
  type MeshNamespaceArgs,
  MutualTls,
  MutualTlsMode,
  Profile,
} from "../components";
import { bookinfoProblems, bookinfoSchema, deployBookinfo, waypointName } from "./bookinfo";
import { refused } from "./refused";
import {
  argumentsOf,
  choice,
  described,
  mapOf,
  object,
  optional,
  type Problem,
  text,
  type Value,
} from "./schema";
import { productPageUrl } from "./url";

/**
 * Everything that a stack file may say under `istio-mesh:`, and of what kind it is. What a value may be
 * the component says that gets it.
 */
export const configSchema = object({
  mesh: described(
    "The control plane: arguments of ControlPlane.",
    argumentsOf<ControlPlaneArgs>("ControlPlaneArgs"),
  ),
  gateway: described(
    "The ingress gateway: arguments of IngressGateway.",
    optional(argumentsOf<IngressGatewayArgs>("IngressGatewayArgs")),
  ),
  namespaces: described(
    "Namespaces to create, and how each joins the mesh.",
    mapOf(choice(MeshMode)),
  ),
  bookinfo: described("The application that runs on the mesh.", bookinfoSchema),
  mtls: described(
    "What Bookinfo's workloads accept from others. Default: what the mesh says.",
    optional(choice(MutualTlsMode)),
  ),
  checks: described(
    "The checks between the objects of this stack: arguments of meshChecks. The library reads them itself.",
    optional(argumentsOf<MeshChecksArgs>("MeshChecksArgs")),
  ),
  clients: described("Clients to try requests from: name and namespace.", optional(mapOf(text()))),
});

/** A stack file that was read. */
export type StackConfig = Value<typeof configSchema>;

/** An ambient namespace names its waypoint from the start. */
const namespaceArgs = (mode: MeshMode): MeshNamespaceArgs => ({
  dataPlaneMode: mode,
  ...(mode === MeshMode.Ambient && { waypoint: waypointName }),
});

/** What the components say of the sections that are their arguments, where those can be read at all. */
export const argumentProblems = (
  { mesh, gateway = {}, mtls: mode }: StackConfig,
  isRead: (section: string) => boolean,
): Problem[] => [
  ...(isRead("mtls") && mode !== undefined
    ? refused(MutualTls, "bookinfo", { namespace: "bookinfo", mode }, () => "mtls")
    : []),
  ...(isRead("mesh") ? refused(ControlPlane, "istio", mesh, (path) => `mesh.${path}`) : []),
  ...(isRead("gateway")
    ? refused(IngressGateway, "ingress", gateway, (path) => `gateway.${path}`)
    : []),
];

function undeclared(config: StackConfig, path: string, namespace: string): Problem[] {
  const declared = Object.keys(config.namespaces);
  return declared.includes(namespace)
    ? []
    : [
        {
          path,
          reason: `${JSON.stringify(namespace)} is not among the namespaces; allowed: ${declared.join(", ")}${didYouMean(namespace, declared)}`,
        },
      ];
}

/** What is wrong between values that are each of the kind that is expected. */
export function contradictions(config: StackConfig): Problem[] {
  const { mesh, namespaces, bookinfo, clients = {} } = config;
  return [
    ...Object.entries(namespaces).flatMap(([name, mode]) => [
      ...refused(MeshNamespace, name, namespaceArgs(mode), () => `namespaces.${name}`),
      ...(mode === MeshMode.Ambient && mesh.profile !== Profile.Ambient
        ? [
            {
              path: `namespaces.${name}`,
              reason: `"ambient" needs mesh.profile "ambient", and that is "${mesh.profile}"`,
            },
          ]
        : []),
    ]),
    ...undeclared(config, "bookinfo.namespace", bookinfo.namespace),
    ...bookinfoProblems(bookinfo, namespaces[bookinfo.namespace]),
    ...Object.entries(clients).flatMap(([name, namespace]) => [
      ...refused(Client, name, { namespace }, () => `clients.${name}`),
      ...undeclared(config, `clients.${name}`, namespace),
    ]),
  ];
}

/** Creates everything; the order is in the `dependsOn`s, not in the lines. */
export function deploy(config: StackConfig) {
  const { mesh, bookinfo, namespaces, mtls, clients = {} } = config;
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
  const namespace = inNamespace(bookinfo.namespace);
  if (mtls) {
    new MutualTls("bookinfo", { namespace, mode: mtls }, { dependsOn: [controlPlane] });
  }
  const { split } = deployBookinfo(bookinfo, {
    controlPlane,
    ingress,
    namespace,
    mode: namespaces[bookinfo.namespace],
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
