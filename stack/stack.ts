import {
  CertManager,
  type CertManagerArgs,
  Client,
  ControlPlane,
  type ControlPlaneArgs,
  didYouMean,
  IngressGateway,
  type IngressGatewayArgs,
  type MeshChecksArgs,
  MeshMode,
  Profile,
} from "../components";
import { applicationSchemas, applicationsOf } from "./applications";
import { namedProblems, namedSchemas } from "./named-components";
import { modeOf, namespaceProblems, namespacesSchema } from "./namespaces";
import { refused } from "./refused";
import {
  argumentsOf,
  described,
  mapOf,
  object,
  optional,
  type Problem,
  text,
  type Value,
} from "./schema";

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
  certManager: described(
    "Installs cert-manager: arguments of CertManager. Default: the cluster has it, if it is needed.",
    optional(argumentsOf<CertManagerArgs>("CertManagerArgs")),
  ),
  namespaces: namespacesSchema,
  ...applicationSchemas,
  ...namedSchemas,
  checks: described(
    "The checks between the objects of this stack: arguments of meshChecks. The library reads them itself.",
    optional(argumentsOf<MeshChecksArgs>("MeshChecksArgs")),
  ),
  clients: described("Clients to try requests from: name and namespace.", optional(mapOf(text()))),
});

/** A stack file that was read. */
export type StackConfig = Value<typeof configSchema>;

/** The stack hands its own control plane to the gateway. */
const ownControlPlane = ({ controlPlane }: IngressGatewayArgs): Problem[] =>
  controlPlane === undefined
    ? []
    : [
        {
          path: "gateway.controlPlane",
          reason: "is the control plane of this stack, which mesh describes; leave it out",
        },
      ];

/** What the components say of the sections that are their arguments, where those can be read at all. */
export const argumentProblems = (
  config: StackConfig,
  isRead: (section: string) => boolean,
): Problem[] => {
  const { mesh, gateway = {}, certManager = {} } = config;
  return [
    ...(isRead("mesh") ? refused(ControlPlane, "istio", mesh, (path) => `mesh.${path}`) : []),
    ...(isRead("gateway")
      ? [
          ...ownControlPlane(gateway),
          ...refused(IngressGateway, "ingress", gateway, (path) => `gateway.${path}`),
        ]
      : []),
    ...(isRead("certManager")
      ? refused(CertManager, "cert-manager", certManager, (path) => `certManager.${path}`)
      : []),
    ...namedProblems(config, isRead),
  ];
};

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
  const { mesh, namespaces, clients = {} } = config;
  return [
    ...Object.entries(namespaces).flatMap(([name, entry]) => [
      ...namespaceProblems(name, entry),
      ...(modeOf(entry) === MeshMode.Ambient && mesh.profile !== Profile.Ambient
        ? [
            {
              path: `namespaces.${name}`,
              reason: `"ambient" needs mesh.profile "ambient", and that is "${mesh.profile}"`,
            },
          ]
        : []),
    ]),
    ...applicationsOf(config).flatMap(({ name, namespace, problems }) => [
      ...undeclared(config, `${name}.namespace`, namespace),
      ...problems(modeOf(namespaces[namespace])),
    ]),
    ...Object.entries(clients).flatMap(([name, namespace]) => [
      ...refused(Client, name, { namespace }, () => `clients.${name}`),
      ...undeclared(config, `clients.${name}`, namespace),
    ]),
  ];
}
