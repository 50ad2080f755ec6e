import * as pulumi from "@pulumi/pulumi";
import {
  AppGateway,
  Canary,
  type ControlPlane,
  type IngressGateway,
  type MeshMode,
} from "../components";
import type { Application, ApplicationConfig } from "./application";
import { entryArgs, splitArgs } from "./application-args";
import { pageUrl } from "./page-url";

/** Where an application runs. */
export interface Surroundings {
  controlPlane: ControlPlane;
  ingress: IngressGateway;
  namespace: pulumi.Input<string>;
  mode: MeshMode | undefined;
  /** What has to be there before the Pods, such as the revision that injects. */
  before: pulumi.Resource[];
  /** What has to be there before requests come in, such as the certificate. */
  beforeEntry: pulumi.Resource[];
  /** What has to be there before requests are split, such as a waypoint. */
  beforeSplit: pulumi.Resource[];
}

/** Where an application is looked at, and how it is split. */
export interface Deployed {
  page: pulumi.Output<string | undefined>;
  split: pulumi.Output<Record<string, number>>;
}

/** The application, its entry and its split. */
export function deployApplication<Config extends ApplicationConfig, Args extends object>(
  application: Application<Config, Args>,
  config: Config,
  at: Surroundings,
): Deployed {
  const { name, component, service, routes, page } = application;
  const { controlPlane, ingress, namespace, mode } = at;
  const workloads = new component(name, application.workloads(config, namespace), {
    dependsOn: [controlPlane, ...at.before],
  });
  new AppGateway(
    name,
    { ...entryArgs(routes, config, namespace), selector: ingress.selector },
    { dependsOn: [controlPlane, workloads, ...at.beforeEntry] },
  );
  const { split } = new Canary(service, splitArgs(application, config, namespace, mode), {
    dependsOn: [controlPlane, workloads, ...at.beforeSplit],
  });
  return {
    page: ingress.address.apply((address) => pageUrl(config, address, page)),
    split: pulumi.output(split),
  };
}
