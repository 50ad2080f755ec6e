import type * as pulumi from "@pulumi/pulumi";
import { Profile } from "../install/profile";
import { withMetadata } from "../resources/metadata";
import type { NamedObject } from "../resources/named-object";
import type { PeerAuthenticationSpec } from "../resources/security/peer-authentication";
import type { ArgumentCheck, Safe } from "../validation/argument-check";
import { checkArguments } from "../validation/check-arguments";
import { checkSelector, emptySelector } from "../validation/selector";
import { dnsLabel, dnsName, oneOf, port, type Test } from "../validation/tests";
import type { MutualTlsArgs } from "./mutual-tls-args";
import { MutualTlsMode } from "./mutual-tls-mode";

/** Arguments with all defaults filled in, and the object that follows from them. */
export interface MutualTlsPlan {
  /** What Pulumi shows and keeps as the component's inputs. */
  inputs: Safe<MutualTlsArgs>;
  mode: pulumi.Input<MutualTlsMode>;
  object: NamedObject<PeerAuthenticationSpec>;
}

/** ztunnel holds both ends of the connection and never gives mutual TLS up. */
const modeIn =
  (dataPlane: Profile | undefined): Test<string> =>
  (value) =>
    dataPlane === Profile.Ambient && value === MutualTlsMode.Disable
      ? '"DISABLE" has no effect on Pods in ambient mode; allowed: STRICT, PERMISSIVE, UNSET'
      : oneOf(MutualTlsMode)(value);

/** Shows what was written, also where it is no number. */
const portNumber: Test<string> = (value) =>
  /^\d+$/.test(value) ? port(Number(value)) : port(value as never);

function checkPorts(check: ArgumentCheck, { ports, selector, dataPlane }: MutualTlsArgs) {
  if (!ports) {
    return undefined;
  }
  const numbers = Object.keys(ports);
  if (!selector) {
    check.fail("ports", `sets ${numbers.join(", ")}; a mode of a port needs a selector (IST0106)`);
  }
  if (numbers.length === 0) {
    check.fail("ports", "is empty; leave it out to give all ports the same mode");
  }
  const modes = numbers.map((number) => {
    const at = `ports[${JSON.stringify(number)}]`;
    check.plain(at, number, portNumber);
    const mode = check.input<MutualTlsMode>(at, ports[number] ?? "UNSET", modeIn(dataPlane));
    return [number, { mode }] as const;
  });
  return Object.fromEntries(modes);
}

/** Throws one error with everything that is wrong. */
export function mutualTlsPlan(component: string, unchecked: MutualTlsArgs): MutualTlsPlan {
  const check = checkArguments("MutualTls", component, unchecked);
  const { args } = check;
  const { dataPlane } = args;
  const namespace = check.input("namespace", args.namespace, dnsLabel);
  check.plain("dataPlane", dataPlane, oneOf(Profile));
  const mode = check.input<MutualTlsMode>(
    "mode",
    args.mode ?? MutualTlsMode.Strict,
    modeIn(dataPlane),
  );
  const name = check.input("name", args.name ?? (args.selector ? component : "default"), dnsName);
  const selector = checkSelector(check, "selector", args.selector, emptySelector);
  const portLevelMtls = checkPorts(check, args);
  check.labels(args.labels);
  check.annotations(args.annotations);
  const safe = check.done();
  return {
    inputs: { ...safe, mode, name },
    mode,
    object: {
      name,
      namespace,
      labels: withMetadata(safe.labels),
      annotations: withMetadata(safe.annotations),
      spec: {
        mtls: { mode },
        ...(selector && { selector: { matchLabels: selector } }),
        ...(portLevelMtls && { portLevelMtls }),
      },
    },
  };
}
