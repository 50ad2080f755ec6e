import type * as k8s from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../../../arguments/argument-check";
import { checkAtMostOne } from "../../../arguments/choice";
import { given } from "../../../arguments/fields";
import { metadataKey, port, type Test, textTest } from "../../../arguments/predicates";
import { checkSelector } from "../../../arguments/selector";
import { shown } from "../../../arguments/shown";
import { whenKnown } from "../../../arguments/when-known";
import { portNameProblem } from "../../../values/port";
import type { DeclaredService, ServiceFact } from "../../program/facts/service-facts";
import type { CanaryArgs } from "./canary-args";

const portName = textTest(portNameProblem);

/** As Kubernetes has it: a name, with the domain of who made it up in front. */
const appProtocol: Test<string> = (value) =>
  metadataKey(value) &&
  `${shown(value)} is no protocol of an application; write "http", "grpc", "kubernetes.io/h2c" or the like`;

/** What is said of a Service that the program does not declare. */
export function checkServicePort(check: ArgumentCheck, args: CanaryArgs): void {
  checkAtMostOne(check, "targetPort", { object: args, names: ["targetPort", "targetPortName"] });
  check.input("targetPort", args.targetPort, port);
  check.input("targetPortName", args.targetPortName, portName);
  check.input("appProtocol", args.appProtocol, appProtocol);
  checkSelector(check, "selector", args.selector, "is empty; leave it out, or name labels");
}

type Fields = { [field: string]: unknown };
type ServiceSpec = k8s.types.input.core.v1.ServiceSpec;
type ServicePort = k8s.types.input.core.v1.ServicePort;
type Labels = { [key: string]: pulumi.Input<string> };

/** What is the Service's own, and would open or move the Services of its versions. */
const own: readonly string[] = [
  "allocateLoadBalancerNodePorts",
  "clusterIP",
  "clusterIPs",
  "externalIPs",
  "externalName",
  "externalTrafficPolicy",
  "healthCheckNodePort",
  "loadBalancerClass",
  "loadBalancerIP",
  "loadBalancerSourceRanges",
  "nodePort",
  "ports",
  "selector",
  "type",
];

const without = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !own.includes(name))) as T;

/** A part of a declaration may arrive later, as a whole or in its parts. */
const part = <T, R>(value: unknown, fn: (known: T) => R): pulumi.Input<R> =>
  whenKnown([value as pulumi.Input<T>], fn);

/** The whole ports, except for what is open at the nodes. */
const portsOf = (ports: unknown) =>
  part(ports ?? [], (list: unknown[]) =>
    list.map((port) => part(port, (one: ServicePort) => without(one))),
  );

/** How a version's Service differs from the original, and what is known where there is none. */
interface VersionService {
  selector: pulumi.Input<Labels> | undefined;
  labels: pulumi.Input<Labels>;
  /** The one port, where the program does not declare the Service. */
  port: ServicePort;
  /** Labels of the Pods when nobody says what the Service selects. */
  usual: pulumi.Input<Labels>;
}

/** Pods of the Service that have the labels of the version too. */
const selectorOf = (made: VersionService, declared: unknown) =>
  whenKnown(
    [made.selector ?? (declared as pulumi.Input<Labels> | undefined) ?? made.usual, made.labels],
    (service: Labels, version: Labels): Labels => ({ ...service, ...version }),
  );

function specOf(made: VersionService, declared: Fields | undefined): ServiceSpec {
  return {
    ...without(declared ?? {}),
    selector: selectorOf(made, declared?.selector),
    ports: declared === undefined ? [given(made.port)] : portsOf(declared.ports),
  };
}

/**
 * What a version's Service is: all that the original is, for some of its Pods. Where the program does
 * not declare the original, it has the one port that is split.
 */
export const versionServiceSpec = (
  original: pulumi.Input<ServiceFact | undefined>,
  made: VersionService,
): pulumi.Input<ServiceSpec> =>
  whenKnown([original], (fact: ServiceFact | undefined) =>
    part(fact?.declared?.spec, (declared: Fields | undefined) => specOf(made, declared)),
  ) as pulumi.Input<ServiceSpec>;

/** Keys that Istio reads of a Service: who sees it, which waypoint it has, what is near. */
function isReadByIstio(key: string): boolean {
  const [domain = ""] = key.split("/");
  const isIstios = key !== domain && (domain === "istio.io" || domain.endsWith(".istio.io"));
  return isIstios || key.startsWith("service.kubernetes.io/topology-");
}

const read = (metadata: Labels | undefined): Labels =>
  Object.fromEntries(Object.entries(metadata ?? {}).filter(([key]) => isReadByIstio(key)));

/** Labels or annotations: those of the original that Istio reads, and those of the component. */
export function versionServiceMetadata(
  original: pulumi.Input<ServiceFact | undefined>,
  field: keyof Pick<DeclaredService, "labels" | "annotations">,
  common: pulumi.Input<Labels> | undefined,
): pulumi.Input<Labels> | undefined {
  const all = whenKnown([original, common], (fact: ServiceFact | undefined, mine?: Labels) =>
    part(fact?.declared?.[field], (metadata: Labels | undefined) => ({
      ...read(metadata),
      ...mine,
    })),
  ) as pulumi.Input<Labels>;
  const isNothing = typeof all === "object" && all.constructor === Object;
  return isNothing && Object.keys(all).length === 0 ? undefined : all;
}
