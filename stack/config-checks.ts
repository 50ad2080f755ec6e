import {
  AppGateway,
  Bookinfo,
  Canary,
  Client,
  type ComponentClass,
  ControlPlane,
  didYouMean,
  IngressGateway,
  MeshMode,
  MeshNamespace,
  MutualTls,
  Profile,
  refusals,
} from "../components";
import { appGatewayArgs, bookinfoArgs, canaryArgs, namespaceArgs } from "./component-args";
import type { StackConfig } from "./config-schema";
import type { Problem } from "./schema";

/** What a component would refuse, told by the key of the stack file that an argument comes from. */
const refused = <Args>(
  component: ComponentClass<Args>,
  name: string,
  args: Args,
  keyOf: (argument: string) => string,
): Problem[] =>
  refusals(component, name, args).map(({ propertyPath, reason }) => ({
    path: keyOf(propertyPath),
    reason,
  }));

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

function bookinfoProblems(config: StackConfig): Problem[] {
  const { namespace, reviews } = config.bookinfo;
  const versions = Object.keys(reviews);
  const keyOf = (argument: string) => {
    const [, index] = /^(?:reviews|versions)\[(\d+)\]/.exec(argument) ?? [];
    return index === undefined
      ? `bookinfo.${argument.replace("versions", "reviews").replace("hosts[0]", "host")}`
      : `bookinfo.reviews.${versions[Number(index)]}`;
  };
  const workloads = refused(Bookinfo, "bookinfo", bookinfoArgs(config, namespace), keyOf);
  const split = refused(Canary, "reviews", canaryArgs(config, namespace), keyOf);
  const told = new Set(workloads.map(({ path }) => path));
  return [
    ...workloads,
    ...split.filter(({ path }) => !told.has(path)),
    ...refused(AppGateway, "bookinfo", appGatewayArgs(config, namespace), keyOf),
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
    ...bookinfoProblems(config),
    ...Object.entries(clients).flatMap(([name, namespace]) => [
      ...refused(Client, name, { namespace }, () => `clients.${name}`),
      ...undeclared(config, `clients.${name}`, namespace),
    ]),
  ];
}
