import type * as pulumi from "@pulumi/pulumi";
import { whenKnown } from "../../../arguments/when-known";

/** Name of an object for one version of a Service, in both dialects. */
export const versionObjectName = (
  service: pulumi.Input<string>,
  version: string,
): pulumi.Input<string> => whenKnown([service], (short: string) => `${short}-${version}`);
