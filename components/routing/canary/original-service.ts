import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../../../arguments/argument-check";
import { recall } from "../../../arguments/known-output";
import { shown } from "../../../arguments/shown";
import { isKnown } from "../../../arguments/when-known";
import type { ServiceFact, ServicePortFact } from "../../program/facts/service-facts";
import { nameOf, type View } from "../../program/view";
import { Dialect } from "../dialect";
import { type PortKind, portKind, shownPort } from "../port-protocol";
import type { CanaryArgs } from "./canary-args";
import { labelsOf } from "./canary-versions";

type Fields = { [field: string]: unknown };

const fieldsOf = (value: unknown): Fields | undefined =>
  typeof value === "object" && value !== null && isKnown(value) ? (value as Fields) : undefined;

const listed = (ports: readonly ServicePortFact[]) => ports.map(shownPort).join(", ");

/** What the Service is called in messages. */
export const serviceWords = ({ service, namespace }: CanaryArgs): string =>
  `Service ${[namespace, service].map((part) => recall(part) ?? "?").join("/")}`;

/** The port is one of the Service's; of several one is named where a proxy could not know which. */
function checkPort(check: ArgumentCheck, args: CanaryArgs, fact: ServiceFact): void {
  const { port, gateways = ["mesh"], dialect = Dialect.Istio } = args;
  const { ports, portsArriveLater } = fact;
  if (portsArriveLater) {
    return;
  }
  if (typeof port === "number" && splitPorts(fact, port).length === 0) {
    check.fail("port", `${port} is none of ${serviceWords(args)}; allowed: ${listed(ports)}`);
  }
  const atGateway = gateways.some((gateway) => gateway !== "mesh");
  if (port === undefined && ports.length > 1 && (dialect === Dialect.GatewayApi || atGateway)) {
    check.fail(
      "port",
      `is missing; ${serviceWords(args)} has several, ${listed(ports)}: write the one whose requests are split (IST0112)`,
    );
  }
}

/** What the program says of the Service is not said otherwise here. */
function checkRepeated(check: ArgumentCheck, args: CanaryArgs, fact: ServiceFact): void {
  const [declared] = splitPorts(fact, args.port);
  if (!declared || fact.portsArriveLater) {
    return;
  }
  const target = declared.targetPort ?? declared.port;
  const pairs = [
    ["targetPort", args.targetPort, target],
    ["targetPortName", args.targetPortName, target],
    ["appProtocol", args.appProtocol, declared.appProtocol],
  ] as const;
  for (const [name, said, own] of pairs) {
    if (said !== undefined && isKnown<string | number>(said) && said !== own) {
      check.fail(
        name,
        `${shown(said)} is not what the program declares of ${serviceWords(args)}, ${shown(own ?? "none")}; leave it out`,
      );
    }
  }
}

const isPlain = (fields: Fields) => Object.values(fields).every((value) => isKnown(value));

function checkSelected(check: ArgumentCheck, args: CanaryArgs, spec: Fields): void {
  const selects = fieldsOf(spec.selector);
  if (!selects || !isPlain(selects)) {
    return;
  }
  const said = fieldsOf(args.selector);
  const text = (labels: Fields) => JSON.stringify(Object.entries(labels).sort());
  if (said && isPlain(said) && text(said) !== text(selects)) {
    check.fail(
      "selector",
      `${shown(said)} is not what ${serviceWords(args)} selects, ${shown(selects)}; leave it out`,
    );
  }
  args.versions.forEach((version, i) => {
    const labels = fieldsOf(labelsOf(version)) ?? {};
    const other = Object.keys(labels).find(
      (key) => selects[key] !== undefined && isKnown(labels[key]) && labels[key] !== selects[key],
    );
    if (other !== undefined) {
      check.fail(
        `versions[${i}].labels`,
        `${shown(labels)} are on none of the Pods of ${serviceWords(args)}, which selects ${shown(selects)}; take ${shown(other)} out of its selector, or name labels that tell its Pods apart`,
      );
    }
  });
}

/** Compares the arguments with the Service that the program declares. */
export function checkOriginal(check: ArgumentCheck, args: CanaryArgs, fact: ServiceFact): void {
  const spec = fieldsOf(fact.declared?.spec) ?? {};
  if (spec.type === "ExternalName") {
    check.fail(
      "service",
      `${serviceWords(args)} is a name for a host (ExternalName) and has no Pods to tell apart; split the Service behind it`,
    );
  } else if (args.dialect === Dialect.GatewayApi && fact.declared && spec.selector === undefined) {
    if (isKnown(fact.declared.spec)) {
      check.fail(
        "service",
        `${serviceWords(args)} selects no Pods, so its versions cannot have Services of their own; use dialect "istio"`,
      );
    }
  }
  checkPort(check, args, fact);
  checkRepeated(check, args, fact);
  checkSelected(check, args, spec);
}

/** The Service that is split, as the program declares it; undefined when it does not. */
export type Original = pulumi.Input<ServiceFact | undefined>;

/** A turn later all is said that a program without pauses says. */
const turn = () => new Promise<void>((done) => setImmediate(done));

/** What is not declared yet when the names arrive later is looked up then. */
export function originalService(
  view: View,
  namespace: pulumi.Input<string>,
  service: pulumi.Input<string>,
): Original {
  const key = [namespace, service];
  return nameOf(key) === undefined
    ? pulumi.all(key).apply(async (names) => {
        await turn();
        return view.said("service", names)[0];
      })
    : view.said("service", key)[0];
}

/** The ports whose requests are split: the named one, or all. */
export function splitPorts(
  { ports }: ServiceFact,
  port: pulumi.Input<number> | undefined,
): readonly ServicePortFact[] {
  return typeof port === "number" ? ports.filter((one) => one.port === port) : ports;
}

/** What the ports speak; nothing when it is not said of all of them. */
export function splitKinds(
  original: ServiceFact,
  port: pulumi.Input<number> | undefined,
): ReadonlySet<PortKind> {
  const ports = splitPorts(original, port);
  const complete = typeof port === "number" || !original.portsArriveLater;
  return new Set(complete ? ports.map(portKind) : []);
}
