import * as pulumi from "@pulumi/pulumi";
import { recall, remember } from "../program/known-output";
import { isKnown, whenKnown } from "../validation/when-known";

/** Name of the Service that stands for one version of another; the other's name may be a full one. */
export const versionService = (
  service: pulumi.Input<string>,
  version: string,
): pulumi.Input<string> =>
  whenKnown([service], (name: string) => name.replace(/^[^.]*/, (own) => `${own}-${version}`));

/**
 * Full name of a Service. Short names are read in the namespace of the object that holds them, which
 * is not always the Service's; a name with dots is full already.
 */
export function serviceHost(
  service: pulumi.Input<string>,
  namespace: pulumi.Input<string>,
  clusterDomain = "cluster.local",
): pulumi.Input<string> {
  const full = (short: string, ns: string) =>
    short.includes(".") ? short : `${short}.${ns}.svc.${clusterDomain}`;
  const host = whenKnown([service, namespace], full);
  const [short, ns] = [recall(service), recall(namespace)];
  if (isKnown(host) || short === undefined || ns === undefined) {
    return host;
  }
  const late = pulumi.output(host);
  remember(late, full(short, ns));
  return late;
}
