import type * as pulumi from "@pulumi/pulumi";
import type { AppRoute, CanaryArgs } from "../components";
import type { NamedClass } from "./named-components";
import { argumentKeys, described, optional, text } from "./schema";

/** Arguments of the canary that a section has as keys of its own. */
type SplitOptions = Pick<CanaryArgs, "matches" | "timeout" | "retries" | "trafficPolicy">;

/** Keys that the sections of all applications have. */
export const applicationKeys = {
  namespace: described("One of the namespaces.", text()),
  host: described("Host name that the gateway serves. Default: any.", optional(text())),
  credentialName: described(
    "Secret with the certificate of the host, such as one of `certificates`: the gateway serves HTTPS at port 443, and port 80 leads there. Default: plain HTTP at port 80.",
    optional(text()),
  ),
  ...argumentKeys<SplitOptions>("CanaryArgs", {
    matches: true,
    timeout: true,
    retries: true,
    trafficPolicy: true,
  }),
};

/** What all applications are told alike. */
export interface ApplicationConfig extends SplitOptions {
  namespace: string;
  host?: string;
  credentialName?: string;
}

/** An application that a stack can run: its workloads, one entry, and one service that is split. */
export interface Application<Config extends ApplicationConfig, Args extends object> {
  /** Key of its section, and name of its components. */
  name: string;
  component: NamedClass<Args>;
  workloads(config: Config, namespace: pulumi.Input<string>): Args;
  /** Argument of the component that lists the versions. */
  versionsArgument: string;
  /** Service of which several versions run, and its port. */
  service: string;
  port: number;
  /** Key of the section with the versions of that service and their weights. */
  weightsKey: string;
  weights(config: Config): Record<string, number>;
  /** What is served to clients outside. */
  routes: AppRoute[];
  /** Path of its page. */
  page: string;
}

/** What a section says of the component that runs the workloads. */
export const workloadArguments = <Config extends ApplicationConfig>(config: Config) =>
  Object.fromEntries(
    Object.entries(config).filter(([key]) => !Object.hasOwn(applicationKeys, key)),
  ) as Omit<Config, keyof typeof applicationKeys>;
