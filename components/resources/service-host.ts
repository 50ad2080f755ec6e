import type * as pulumi from "@pulumi/pulumi";
import { whenKnown } from "../validation/when-known";

/**
 * Full name of a Service. Short names are read in the namespace of the object that holds them, which
 * is not always the Service's; a name with dots is full already.
 */
export function serviceHost(
  service: pulumi.Input<string>,
  namespace: pulumi.Input<string>,
  clusterDomain = "cluster.local",
): pulumi.Input<string> {
  return whenKnown([service, namespace], (short: string, ns: string) =>
    short.includes(".") ? short : `${short}.${ns}.svc.${clusterDomain}`,
  );
}
