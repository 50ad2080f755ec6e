import type * as pulumi from "@pulumi/pulumi";
import { recall } from "../../arguments/known-output";
import { isFullName, serviceOfHost } from "../../values/service-host";

/** Namespace and name of the Service that a short or full name stands for; nothing for a host outside. */
export function serviceNamed(
  service: pulumi.Input<string>,
  namespace: pulumi.Input<string>,
): readonly [namespace: pulumi.Input<string>, name: pulumi.Input<string>] | undefined {
  const text = recall(service);
  return text === undefined || !isFullName(text)
    ? [recall(namespace) ?? namespace, text ?? service]
    : serviceOfHost(text);
}
