import type * as k8s from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import { withMetadata } from "../../resources/metadata";
import { ArgumentCheck } from "../../validation/argument-check";
import { dnsLabel } from "../../validation/tests";
import type { ClientArgs } from "./client-args";

/** Arguments with all defaults filled in, and the objects that follow from them. */
export interface ClientPlan {
  /** What Pulumi shows and keeps as the component's inputs. */
  inputs: ClientArgs;
  name: pulumi.Input<string>;
  namespace: pulumi.Input<string>;
  account: k8s.core.v1.ServiceAccountArgs;
  service: k8s.core.v1.ServiceArgs;
  deployment: k8s.apps.v1.DeploymentArgs;
}

/** Throws one error with everything that is wrong. */
export function clientPlan(component: string, args: ClientArgs): ClientPlan {
  const check = new ArgumentCheck("Client", component);
  const namespace = check.input("namespace", args.namespace, dnsLabel);
  const name = check.input("name", args.name ?? component, dnsLabel);
  check.labels(args.labels, ["app", "service"]);
  check.annotations(args.annotations);
  check.done();

  const image = args.image ?? "docker.io/curlimages/curl:8.16.0";
  const annotations = withMetadata(args.annotations);
  const identity = { app: name };
  return {
    inputs: { ...args, name, image },
    name,
    namespace,
    account: { metadata: { name, namespace, labels: withMetadata(args.labels), annotations } },
    service: {
      metadata: {
        name,
        namespace,
        labels: withMetadata(args.labels, { ...identity, service: name }),
        annotations,
      },
      spec: { selector: identity, ports: [{ name: "http", port: 80 }] },
    },
    deployment: {
      metadata: { name, namespace, labels: withMetadata(args.labels, identity), annotations },
      spec: {
        replicas: 1,
        selector: { matchLabels: identity },
        template: {
          metadata: { labels: identity },
          spec: {
            // Nothing is lost when it stops, and sleep does not react to a polite end.
            terminationGracePeriodSeconds: 0,
            serviceAccountName: name,
            containers: [
              {
                name: "curl",
                image,
                imagePullPolicy: "IfNotPresent",
                command: ["/bin/sleep", "infinity"],
              },
            ],
          },
        },
      },
    },
  };
}
