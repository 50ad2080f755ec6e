import { serviceOfHost } from "../../../values/service-host";
import { compared, createdAt } from "../../mesh/model/creation";
import type { Host } from "../../mesh/model/services";

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
