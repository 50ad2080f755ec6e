import type * as pulumi from "@pulumi/pulumi";
import { withMetadata } from "../resources/metadata";
import type { NamedObject } from "../resources/named-object";
import type { PeerAuthenticationSpec } from "../resources/security/peer-authentication";
import { ArgumentCheck } from "../validation/argument-check";
import { dnsLabel, dnsName, oneOf } from "../validation/tests";
import type { MutualTlsArgs } from "./mutual-tls-args";
import { MutualTlsMode } from "./mutual-tls-mode";

/** Arguments with all defaults filled in, and the object that follows from them. */
export interface MutualTlsPlan {
  /** What Pulumi shows and keeps as the component's inputs. */
  inputs: MutualTlsArgs;
  mode: pulumi.Input<MutualTlsMode>;
  object: NamedObject<PeerAuthenticationSpec>;
}

/** Throws one error with everything that is wrong. */
export function mutualTlsPlan(component: string, args: MutualTlsArgs): MutualTlsPlan {
  const { selector } = args;
  const check = new ArgumentCheck("MutualTls", component);
  const namespace = check.input("namespace", args.namespace, dnsLabel);
  const mode = check.input<MutualTlsMode>(
    "mode",
    args.mode ?? MutualTlsMode.Strict,
    oneOf(MutualTlsMode),
  );
  const name = check.input("name", args.name ?? (selector ? component : "default"), dnsName);
  if (selector && Object.keys(selector).length === 0) {
    check.fail("selector", "is empty; leave it out to choose all workloads of the namespace");
  }
  check.labels(args.labels);
  check.annotations(args.annotations);
  check.done();
  return {
    inputs: { ...args, mode, name },
    mode,
    object: {
      name,
      namespace,
      labels: withMetadata(args.labels),
      annotations: withMetadata(args.annotations),
      spec: { mtls: { mode }, ...(selector && { selector: { matchLabels: selector } }) },
    },
  };
}
