import type * as pulumi from "@pulumi/pulumi";
import type { Safe } from "../../../arguments/argument-check";
import { checkArguments } from "../../../arguments/check-arguments";
import {
  dnsLabel,
  imageName,
  integer,
  labelValue,
  port as portNumber,
} from "../../../arguments/predicates";
import type { Part } from "../../program/part";
import { serviceHost } from "../../routing/service-host";
import { principal } from "../principal";
import {
  accountArgs,
  deploymentArgs,
  namedWorkload,
  serviceArgs,
  type Workload,
  workloadPart,
} from "../workload";
import type { HttpbinArgs } from "./httpbin-args";

/** Arguments with all defaults filled in, and the objects that follow from them. */
export interface HttpbinPlan {
  /** What Pulumi shows and keeps as the component's inputs. */
  inputs: Safe<HttpbinArgs>;
  host: pulumi.Input<string>;
  principal: pulumi.Input<string>;
  workload: Workload;
  /** What it says to the program that it is part of. */
  part: Part;
}

/** Throws one error with everything that is wrong. */
export function httpbinPlan(component: string, unchecked: HttpbinArgs): HttpbinPlan {
  const check = checkArguments("Httpbin", component, unchecked);
  const { args } = check;
  const namespace = check.input("namespace", args.namespace, dnsLabel);
  const name = check.input("name", args.name ?? component, dnsLabel);
  const version = check.input("version", args.version ?? "v1", labelValue);
  const port = check.input("port", args.port ?? 8000, portNumber);
  const containerPort = check.input("containerPort", args.containerPort ?? 8080, portNumber);
  check.input("image", args.image, imageName);
  const replicas = check.input("replicas", args.replicas ?? 1, integer(0));
  check.labels(args.labels, ["app", "service", "version"]);
  check.annotations(args.annotations);
  const safe = check.done();

  const { image = "docker.io/mccutchen/go-httpbin:v2.15.0", labels, annotations } = safe;
  const settings = { namespace, replicas, labels, annotations };
  const pods = {
    // Not by its version: what a Deployment selects cannot change, and a new one would stop the service.
    identity: { app: name },
    labels: { version },
    account: name,
    container: { name: "httpbin", image, ports: [{ containerPort }] },
  };
  const ports = [{ name: "http", port, targetPort: containerPort }];
  const workload = {
    account: accountArgs(name, settings),
    service: serviceArgs(name, ports, settings),
    deployments: [{ args: deploymentArgs(name, pods, settings) }],
  };
  return {
    inputs: { ...safe, name, version, port, image, containerPort, replicas },
    host: serviceHost(name, namespace),
    principal: principal(namespace, name),
    workload,
    part: workloadPart([workload], namedWorkload),
  };
}
