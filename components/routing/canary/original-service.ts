import * as pulumi from "@pulumi/pulumi";
import type { ServiceFact, ServicePortFact } from "../../program/facts/service-facts";
import { nameOf, type View } from "../../program/view";
import { type PortKind, portKind } from "../port-protocol";

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
