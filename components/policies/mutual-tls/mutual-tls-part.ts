import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../../../arguments/argument-check";
import { recall } from "../../../arguments/known-output";
import type { Test } from "../../../arguments/predicates";
import { shown } from "../../../arguments/shown";
import { isKnown } from "../../../arguments/when-known";
import { Profile } from "../../control-plane/profile";
import { chooserClaim, chooserFacts, chosenTwice } from "../../program/chosen-twice";
import { endChecks } from "../../program/doubt";
import type { ChooserFact } from "../../program/facts/namespace-facts";
import { demand, fact, objectClaim, type Part } from "../../program/part";
import type { View } from "../../program/view";
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
export const modeIn =
  (dataPlane: Profile): Test<string> =>
  (value) =>
    dataPlane === Profile.Ambient && value === MutualTlsMode.Disable ? noDisabling : undefined;

/** How the workloads are in the mesh: as the arguments say, or else the program. */
export function dataPlaneOf(args: MutualTlsArgs, program: View): Profile {
  const ambient =
    modeSaid(program, args.namespace) === "ambient" && !isForGateways(program, reachOf(args));
  return args.dataPlaneMode ?? (ambient ? Profile.Ambient : Profile.Sidecar);
}

/** Reports a data plane that the program's namespace does not have. */
export function checkDataPlane(check: ArgumentCheck, args: MutualTlsArgs, program: View): void {
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
export function mutualTlsPart({ owner, args, mode, object, choosers }: Planned): Part {
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
