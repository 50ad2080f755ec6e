import type { Declared } from "../declared-set";
import { type Fields, fields, text } from "../fields";
import { Kind } from "../kinds";

/** Name of the Service, and with it of the VirtualService, that Flagger makes for a Canary. */
export function canaryName({ id, object }: Declared): string {
  const { service, targetRef } = fields(object.spec);
  return text(fields(service).name) ?? text(fields(targetRef).name) ?? id.name;
}

const targetKinds: readonly Kind[] = [Kind.Deployment, Kind.DaemonSet];

/** Kind of the workload that a Canary is for; nothing where it is one that runs Pods at the word of others. */
export function canaryTargetKind({ object }: Declared): Kind | undefined {
  const kind = text(fields(fields(object.spec).targetRef).kind);
  return targetKinds.find((one) => one.startsWith(`${kind}.`));
}

/** A Service that Flagger makes. */
export interface CanaryService {
  readonly name: string;
  /** As a Service has it under `spec.ports`. */
  readonly port: Fields;
}

/** The Services that Flagger makes for a Canary: of all its Pods, of the stable and of the new ones. */
export function canaryServices(canary: Declared): CanaryService[] {
  const { port, portName, appProtocol, targetPort } = fields(fields(canary.object.spec).service);
  const name = canaryName(canary);
  return [name, `${name}-primary`, `${name}-canary`].map((own) => ({
    name: own,
    port: { port, name: text(portName) ?? "http", appProtocol, targetPort },
  }));
}

const strings = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

const serviceOf = ({ object }: Declared): Fields => fields(fields(object.spec).service);

/** Whether Flagger makes a VirtualService of a Canary's own for the gateways that it names. */
export const isIstiosCanary = (canary: Declared): boolean =>
  (text(fields(canary.object.spec).provider) ?? "istio") === "istio" &&
  serviceOf(canary).delegation !== true;

/** Gateways of the VirtualService that Flagger makes, as they are written. */
export const canaryGateways = (canary: Declared): string[] => strings(serviceOf(canary).gateways);

/** Hosts of that VirtualService: those that are written, and the name of the Service. */
export const canaryHostsOf = (canary: Declared): string[] => [
  ...strings(serviceOf(canary).hosts),
  canaryName(canary),
];
