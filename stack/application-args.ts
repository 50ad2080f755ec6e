import type * as pulumi from "@pulumi/pulumi";
import {
  AppGateway,
  type AppGatewayArgs,
  type AppRoute,
  Canary,
  type CanaryArgs,
  Dialect,
  GatewayProtocol,
  MeshMode,
} from "../components";
import type { Application, ApplicationConfig } from "./application";
import { refused } from "./refused";
import type { Problem } from "./schema";

/** How the requests for the application's service are split. */
export const splitArgs = <Config extends ApplicationConfig, Args extends object>(
  { service, port, weights }: Application<Config, Args>,
  config: Config,
  namespace: pulumi.Input<string>,
  mode: MeshMode | undefined,
): CanaryArgs => {
  const { matches, timeout, retries, trafficPolicy } = config;
  return {
    service,
    namespace,
    versions: Object.entries(weights(config)).map(([name, weight]) => ({ name, weight })),
    // A waypoint splits by the Gateway API, sidecars in Istio's kinds.
    ...(mode === MeshMode.Ambient && { dialect: Dialect.GatewayApi, port }),
    ...(matches !== undefined && { matches }),
    ...(timeout !== undefined && { timeout }),
    ...(retries !== undefined && { retries }),
    ...(trafficPolicy !== undefined && { trafficPolicy }),
  };
};

/** The entry from outside. */
export const entryArgs = (
  routes: AppRoute[],
  { host, credentialName }: ApplicationConfig,
  namespace: pulumi.Input<string>,
): AppGatewayArgs => {
  const hosts = host === undefined ? {} : { hosts: [host] };
  return credentialName === undefined
    ? { namespace, routes, ...hosts }
    : {
        namespace,
        routes,
        servers: [
          { port: 80, protocol: GatewayProtocol.Http, ...hosts, redirectToHttps: true },
          { port: 443, protocol: GatewayProtocol.Https, ...hosts, tls: { credentialName } },
        ],
      };
};

/** What the components refuse of an application in a namespace of this mode. */
export function applicationProblems<Config extends ApplicationConfig, Args extends object>(
  application: Application<Config, Args>,
  config: Config,
  mode: MeshMode | undefined,
): Problem[] {
  const { name, component, service, weightsKey, versionsArgument, routes } = application;
  const versions = Object.keys(application.weights(config));
  /** The key of the section that an argument comes from. */
  const keyOf = (argument: string) => {
    const own = argument
      .replace(new RegExp(`^(${versionsArgument}|versions)(?=\\[|$)`), weightsKey)
      .replace(/^servers\[\d\]\.tls\.credentialName/, "credentialName")
      .replace(/^(servers\[\d\]\.)?hosts\[0\]/, "host");
    const [, index] = new RegExp(`^${weightsKey}\\[(\\d+)\\]`).exec(own) ?? [];
    return index === undefined
      ? `${name}.${own}`
      : `${name}.${weightsKey}.${versions[Number(index)]}`;
  };
  const { namespace } = config;
  const workloads = refused(component, name, application.workloads(config, namespace), keyOf);
  const told = new Set(workloads.map(({ path }) => path));
  const entry = refused(AppGateway, name, entryArgs(routes, config, namespace), keyOf);
  return [
    ...workloads,
    ...refused(Canary, service, splitArgs(application, config, namespace, mode), keyOf).filter(
      ({ path }) => !told.has(path),
    ),
    // Both servers have the one host.
    ...entry.filter(({ path }, index) => entry.findIndex((one) => one.path === path) === index),
  ];
}
