import type * as pulumi from "@pulumi/pulumi";
import { whenKnown } from "../../../arguments/when-known";
import type { NamedObject } from "../../resources/named-object";
import type { DestinationRuleSpec } from "../../resources/networking/destination-rule";

/** A rule for the traffic to one version, and which version that is. */
export interface VersionRule {
  version: string;
  object: NamedObject<DestinationRuleSpec>;
}

/** Name of an object for one version of a Service, in both dialects. */
export const versionObjectName = (
  service: pulumi.Input<string>,
  version: string,
): pulumi.Input<string> => whenKnown([service], (short: string) => `${short}-${version}`);

/** How the fields of the versions' rules are called among the arguments of a canary. */
export const canaryRuleArgument = (field: string): string =>
  field
    .replace(/^spec\.host$/, "service")
    .replace(/^spec\.subsets\[\d+\].*/, "versions")
    .replace(/^(spec|metadata)\./, "");
