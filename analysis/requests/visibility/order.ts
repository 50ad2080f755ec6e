import { serviceOfHost } from "../../../values/service-host";
import type { Declared } from "../../mesh/declared-set";
import { fields, text } from "../../mesh/fields";
import type { Host } from "../../mesh/model/services";

interface Sourced {
  readonly source: Pick<Declared, "id" | "object">;
}

const createdAt = ({ source }: Sourced): string =>
  text(fields(source.object.metadata).creationTimestamp) ?? "";

const compared = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** The order in which istiod reads objects: the oldest first, those of one second by name and namespace. */
export const byCreation = (one: Sourced, other: Sourced): number =>
  compared(createdAt(one), createdAt(other)) ||
  compared(one.source.id.name, other.source.id.name) ||
  compared(one.source.id.namespace, other.source.id.namespace);

/** Whether a host is a Service of Kubernetes, which goes before a ServiceEntry of the same host. */
export const isKubernetes = ({ source }: Host): boolean => source.id.kind !== "ServiceEntry";

const nameOf = (host: Host): string =>
  isKubernetes(host) ? (serviceOfHost(host.host)?.[1] ?? host.host) : host.host;

/** The same of hosts: those of one second by the name of the Service, or by the host of the ServiceEntry. */
export const hostsByCreation = (one: Host, other: Host): number =>
  compared(createdAt(one), createdAt(other)) ||
  compared(nameOf(one), nameOf(other)) ||
  compared(one.namespace, other.namespace) ||
  compared(one.source.id.name, other.source.id.name);
