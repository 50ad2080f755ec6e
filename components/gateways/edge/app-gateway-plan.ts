import type * as pulumi from "@pulumi/pulumi";
import { Dialect } from "../../traffic/dialect";
import type { Safe } from "../../validation/argument-check";
import type { AppGatewayArgs } from "./app-gateway-args";
import { type EdgeSpec, edgeSpec } from "./edge-spec";

/** Arguments with all defaults filled in, and what the objects are written from. */
export interface AppGatewayPlan {
  /** What Pulumi shows and keeps as the component's inputs. */
  inputs: Safe<AppGatewayArgs>;
  spec: EdgeSpec;
  /** Host names of all servers, each once. */
  hosts: pulumi.Input<string>[];
}

/** Throws one error with everything that is wrong. */
export function appGatewayPlan(component: string, unchecked: AppGatewayArgs): AppGatewayPlan {
  const spec = edgeSpec(component, unchecked);
  const { args, dialect, name, selector, gatewayClassName } = spec;
  const hosts = [...new Set(spec.servers.flatMap((server) => server.hosts))];
  return {
    inputs: {
      ...args,
      dialect,
      name,
      ...(dialect === Dialect.Istio ? { selector } : { gatewayClassName }),
      ...(!args.servers && { hosts, port: args.port ?? 80 }),
    },
    spec,
    hosts,
  };
}
