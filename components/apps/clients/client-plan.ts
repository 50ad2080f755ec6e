import type * as k8s from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import type { Safe } from "../../../arguments/argument-check";
import { checkArguments } from "../../../arguments/check-arguments";
import { dnsLabel, dnsName, imageName, integer, labelValue } from "../../../arguments/predicates";
import { whenKnown } from "../../../arguments/when-known";
import { nodeNameLabel } from "../../../values/known-names";
import type { Part } from "../../program/part";
import { principal } from "../principal";
import {
  accountArgs,
  deploymentArgs,
  namedWorkload,
  serviceArgs,
  type Workload,
  workloadPart,
} from "../workload";
import type { ClientArgs } from "./client-args";

/** Arguments with all defaults filled in, and the objects that follow from them. */
export interface ClientPlan {
  /** What Pulumi shows and keeps as the component's inputs. */
  inputs: Safe<ClientArgs>;
  name: pulumi.Input<string>;
  namespace: pulumi.Input<string>;
  principal: pulumi.Input<string>;
  workload: Workload;
  /** What it says to the program that it is part of. */
  part: Part;
}

/** Only a wish: on a cluster with a single node the client runs all the same. */
const apartFrom = (app: pulumi.Input<string>): k8s.types.input.core.v1.Affinity => ({
  podAntiAffinity: {
    preferredDuringSchedulingIgnoredDuringExecution: [
      {
        weight: 100,
        podAffinityTerm: {
          labelSelector: { matchLabels: { app } },
          topologyKey: nodeNameLabel,
        },
      },
    ],
  },
});

/** Optional: the Pod starts without the Secret, and has its files when it comes. */
const mounted = (name: pulumi.Input<string>, secretName: pulumi.Input<string>) => ({
  container: {
    volumeMounts: [
      {
        name: "secret-volume",
        mountPath: whenKnown([name], (known: string) => `/etc/${known}/tls`),
      },
    ],
  },
  spec: { volumes: [{ name: "secret-volume", secret: { secretName, optional: true } }] },
});

/** Throws one error with everything that is wrong. */
export function clientPlan(component: string, unchecked: ClientArgs): ClientPlan {
  const check = checkArguments("Client", component, unchecked);
  const { args } = check;
  const namespace = check.input("namespace", args.namespace, dnsLabel);
  const name = check.input("name", args.name ?? component, dnsLabel);
  check.input("image", args.image, imageName);
  const replicas = check.input("replicas", args.replicas ?? 1, integer(0));
  const tlsSecret = check.input("tlsSecret", args.tlsSecret, dnsName);
  const antiAffinityTo = check.input("antiAffinityTo", args.antiAffinityTo, labelValue);
  check.labels(args.labels, ["app", "service"]);
  check.annotations(args.annotations);
  const safe = check.done();

  const image = safe.image ?? "docker.io/curlimages/curl:8.16.0";
  const { labels, annotations } = safe;
  const settings = { namespace, replicas, labels, annotations };
  const secret = tlsSecret === undefined ? undefined : mounted(name, tlsSecret);
  const pods = {
    identity: { app: name },
    account: name,
    container: { name, image, command: ["/bin/sleep", "infinity"], ...secret?.container },
    spec: {
      ...secret?.spec,
      // Nothing is lost when it stops, and sleep does not react to a polite end.
      terminationGracePeriodSeconds: 0,
      ...(antiAffinityTo !== undefined && { affinity: apartFrom(antiAffinityTo) }),
    },
  };
  const workload = {
    account: accountArgs(name, settings),
    service: serviceArgs(name, [{ name: "http", port: 80 }], settings),
    deployments: [{ args: deploymentArgs(name, pods, settings) }],
  };
  return {
    inputs: { ...safe, name, image, replicas },
    name,
    namespace,
    principal: principal(namespace, name),
    workload,
    part: workloadPart([workload], namedWorkload),
  };
}
