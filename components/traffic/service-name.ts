import type * as pulumi from "@pulumi/pulumi";
import { recall } from "../program/known-output";

const inCluster = /^([^.*]+)\.([^.]+)\.svc(\.|$)/;

/** Namespace and name of the Service that a short or full name stands for; nothing for a host outside. */
export function serviceNamed(
  service: pulumi.Input<string>,
  namespace: pulumi.Input<string>,
): readonly [namespace: pulumi.Input<string>, name: pulumi.Input<string>] | undefined {
  const text = recall(service);
  if (text === undefined || !text.includes(".")) {
    return [recall(namespace) ?? namespace, text ?? service];
  }
  const [, name, own] = inCluster.exec(text) ?? [];
  return name === undefined || own === undefined ? undefined : [own, name];
}
