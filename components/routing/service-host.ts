import * as pulumi from "@pulumi/pulumi";
import { recall, remember } from "../../arguments/known-output";
import { isKnown, whenKnown } from "../../arguments/when-known";
import { fullName, versionHost } from "../../values/service-host";

/** Name of the Service that stands for one version of another; the other's name may be a full one. */
export const versionService = (
  service: pulumi.Input<string>,
  version: string,
): pulumi.Input<string> => whenKnown([service, version], versionHost);

/** Full name of a Service. */
export function serviceHost(
  service: pulumi.Input<string>,
  namespace: pulumi.Input<string>,
  clusterDomain?: string,
): pulumi.Input<string> {
  const full = (name: string, ns: string) => fullName(name, ns, clusterDomain);
  const host = whenKnown([service, namespace], full);
  const [name, ns] = [recall(service), recall(namespace)];
  if (isKnown(host) || name === undefined || ns === undefined) {
    return host;
  }
  const late = pulumi.output(host);
  remember(late, full(name, ns));
  return late;
}
