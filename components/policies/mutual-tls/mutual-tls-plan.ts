import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck, Safe } from "../../../arguments/argument-check";
import { checkArguments } from "../../../arguments/check-arguments";
import { dnsLabel, dnsName, type Test, textTest } from "../../../arguments/predicates";
import { checkSelector, emptySelector } from "../../../arguments/selector";
import { shown } from "../../../arguments/shown";
import { isKnown } from "../../../arguments/when-known";
import { portKeyProblem } from "../../../values/port";
import { withMetadata } from "../../metadata";
import { chooserOf, chosenTwice } from "../../program/chosen-twice";
import { refuseDoubts } from "../../program/doubt";
import type { Part } from "../../program/part";
import { nothingSaid, type View } from "../../program/view";
import type { NamedObject } from "../../resources/named-object";
import type { PeerAuthenticationSpec } from "../../resources/security/peer-authentication";
import { type MutualTlsArgs, MutualTlsMode } from "./mutual-tls-args";
import { checkDataPlane, dataPlaneOf, modeIn, mutualTlsPart } from "./mutual-tls-part";

/** Arguments with all defaults filled in, and the object that follows from them. */
export interface MutualTlsPlan {
  /** What Pulumi shows and keeps as the component's inputs. */
  inputs: Safe<MutualTlsArgs>;
  mode: pulumi.Input<MutualTlsMode>;
  object: NamedObject<PeerAuthenticationSpec>;
  part: Part;
}

const portNumber = textTest(portKeyProblem);

type Modes = { [port: string]: pulumi.Input<MutualTlsMode> };

/** A mode for a port that arrives with the port. */
const lateModes =
  (mode: Test<string>): Test<Modes> =>
  (modes) => {
    const entries = Object.entries(modes);
    return entries.length === 0
      ? "is empty; leave it out to give all ports the same mode"
      : entries.flatMap(([number, one]) => portNumber(number) ?? mode(one as string) ?? [])[0];
  };

function checkPorts(
  check: ArgumentCheck,
  { ports, selector }: MutualTlsArgs,
  mode: Test<string>,
): PeerAuthenticationSpec["portLevelMtls"] {
  if (!ports) {
    return undefined;
  }
  const numbers = isKnown(ports) ? Object.keys(ports) : [];
  if (!selector) {
    const set = numbers.length > 0 ? ` ${numbers.join(", ")}` : " ports";
    check.fail("ports", `sets${set}; a mode of a port needs a selector (IST0106)`);
  }
  if (!isKnown(ports)) {
    const held = check.input("ports", ports, lateModes(mode));
    return pulumi
      .output(held as pulumi.Input<Record<string, MutualTlsMode>>)
      .apply((known) => withModes(known));
  }
  if (numbers.length === 0) {
    check.fail("ports", "is empty; leave it out to give all ports the same mode");
  }
  for (const number of numbers) {
    const at = `ports[${JSON.stringify(number)}]`;
    check.plain(at, number, portNumber);
    check.input<MutualTlsMode>(at, ports[number] ?? "UNSET", mode);
  }
  return withModes(ports);
}

const withModes = <Mode>(ports: { [port: string]: Mode }) =>
  Object.fromEntries(Object.entries(ports).map(([number, mode]) => [number, { mode }]));

/** Throws one error with everything that is wrong. */
export function mutualTlsPlan(
  component: string,
  unchecked: MutualTlsArgs,
  program: View = nothingSaid,
): MutualTlsPlan {
  const check = checkArguments("MutualTls", component, unchecked);
  const { args } = check;
  const namespace = check.input("namespace", args.namespace, dnsLabel);
  checkDataPlane(check, args, program);
  const test = modeIn(dataPlaneOf(args, program));
  const mode = check.input<MutualTlsMode>("mode", args.mode ?? MutualTlsMode.Strict, test);
  const name = check.input("name", args.name ?? (args.selector ? component : "default"), dnsName);
  const selector = checkSelector(check, "selector", args.selector, emptySelector);
  const portLevelMtls = checkPorts(check, args, test);
  const owner = `MutualTls ${shown(component)}`;
  const choosers = chooserOf({ kind: "PeerAuthentication", owner, namespace, selector });
  refuseDoubts(check, chosenTwice(choosers, "selector"), program);
  check.labels(args.labels);
  check.annotations(args.annotations);
  const safe = check.done();
  const object = {
    name,
    namespace,
    labels: withMetadata(safe.labels),
    annotations: withMetadata(safe.annotations),
    spec: {
      mtls: { mode },
      ...(selector && { selector: { matchLabels: selector } }),
      ...(portLevelMtls && { portLevelMtls }),
    },
  };
  return {
    inputs: { ...safe, mode, name },
    mode,
    object,
    part: mutualTlsPart({ owner, args: safe, mode, object, choosers }),
  };
}
