import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck, Safe } from "../../../arguments/argument-check";
import { checkArguments } from "../../../arguments/check-arguments";
import { recall } from "../../../arguments/known-output";
import { dnsLabel, dnsName, type Test, textTest } from "../../../arguments/predicates";
import { checkSelector, emptySelector } from "../../../arguments/selector";
import { shown } from "../../../arguments/shown";
import { isKnown } from "../../../arguments/when-known";
import { portKeyProblem } from "../../../values/port";
import { Profile } from "../../control-plane/profile";
import { withMetadata } from "../../metadata";
import { chooserClaim, chooserFacts, chooserOf, chosenTwice } from "../../program/chosen-twice";
import { endChecks, refuseDoubts } from "../../program/doubt";
import type { ChooserFact } from "../../program/facts/namespace-facts";
import { demand, fact, objectClaim, type Part } from "../../program/part";
import { nothingSaid, type View } from "../../program/view";
import type { NamedObject } from "../../resources/named-object";
import type { PeerAuthenticationSpec } from "../../resources/security/peer-authentication";
import { isForGateways, modeSaid, reachOf } from "../policy-reach";
import { meshWideChecks } from "../root-namespace";
import { type PortUse, servicePortChecks } from "../service-ports";
import { proxyChecks } from "../without-proxy";
import { type MutualTlsArgs, MutualTlsMode } from "./mutual-tls-args";

/** What was planned, before the program hears of it. */
interface Planned {
  owner: string;
  args: MutualTlsArgs;
  mode: pulumi.Input<MutualTlsMode>;
  object: NamedObject<PeerAuthenticationSpec>;
  choosers: readonly ChooserFact[];
}

const noDisabling =
  '"DISABLE" has no effect on Pods in ambient mode; allowed: STRICT, PERMISSIVE, UNSET';

/** ztunnel holds both ends of the connection and never gives mutual TLS up. */
const modeIn =
  (dataPlane: Profile): Test<string> =>
  (value) =>
    dataPlane === Profile.Ambient && value === MutualTlsMode.Disable ? noDisabling : undefined;

/** How the workloads are in the mesh: as the arguments say, or else the program. */
function dataPlaneOf(args: MutualTlsArgs, program: View): Profile {
  const ambient =
    modeSaid(program, args.namespace) === "ambient" && !isForGateways(program, reachOf(args));
  return args.dataPlaneMode ?? (ambient ? Profile.Ambient : Profile.Sidecar);
}

/** Reports a data plane that the program's namespace does not have. */
function checkDataPlane(check: ArgumentCheck, args: MutualTlsArgs, program: View): void {
  const { dataPlaneMode, namespace, selector } = args;
  const said = modeSaid(program, namespace);
  const other = dataPlaneMode === Profile.Ambient ? "sidecar" : "ambient";
  if (dataPlaneMode !== undefined && said === other && (other === "sidecar" || !selector)) {
    check.fail(
      "dataPlaneMode",
      `${shown(dataPlaneMode)} is not how Pods of the program's namespace ${shown(recall(namespace))} are in the mesh: "${said}"; leave it out`,
    );
  }
}

const portsOf = ({ ports }: MutualTlsArgs): PortUse[] =>
  ports && isKnown(ports)
    ? Object.keys(ports).map((port) => ({ path: `ports["${port}"]`, port: Number(port) }))
    : [];

/** What a rule says to the program. */
function mutualTlsPart({ owner, args, mode, object, choosers }: Planned): Part {
  const { namespace, name } = object;
  const reach = reachOf(args);
  const way = "Istio heeds the older of two; say all of it in one of them";
  const modes = [mode, ...(args.ports && isKnown(args.ports) ? Object.values(args.ports) : [])];
  const path = modes[0] === MutualTlsMode.Disable ? "mode" : "ports";
  return {
    claims: [
      objectClaim("PeerAuthentication", [namespace, name], "name"),
      chooserClaim(
        { kind: "PeerAuthentication", namespace, selector: args.selector },
        "namespace",
        way,
      ),
    ],
    facts: [
      fact({
        topic: "mutualTls",
        key: [],
        value: {
          owner,
          reach,
          ...(isKnown(mode) && { mode }),
          ...(args.ports && { portsDiffer: true }),
        },
        path: "mode",
      }),
      ...chooserFacts(choosers, "selector"),
    ],
    demands: [
      demand({
        topic: "namespace",
        key: [namespace],
        path: modes.includes(MutualTlsMode.Disable) ? path : "dataPlaneMode",
        test: (said) => {
          if (said.mode === "sidecar" && args.dataPlaneMode === Profile.Ambient) {
            return 'is "ambient"; leave that out';
          }
          const overlooked =
            args.dataPlaneMode === undefined && modes.includes(MutualTlsMode.Disable);
          return said.mode === "ambient" && overlooked ? noDisabling : undefined;
        },
      }),
    ],
    atEnd: [
      ...endChecks(chosenTwice(choosers, "selector")),
      ...(modes[0] === MutualTlsMode.Unset ? [] : proxyChecks(args)),
      ...meshWideChecks(args),
      ...servicePortChecks(args, portsOf(args)),
    ],
  };
}

/** Arguments with all defaults filled in, and the object that follows from them. */
interface MutualTlsPlan {
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
