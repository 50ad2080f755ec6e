import { waypointForLabel } from "../../values/known-names";
import { isHttpProtocol } from "../../values/port";
import { gatewayFact } from "../routing/gateway-known";
import type { DeclaredMeshObject } from "./declared-mesh-object";
import { plainLabels } from "./labels";
import { fact, type Part } from "./part";
import { type Fields, fields, list, text, texts } from "./plain-fields";

/** Whether routes and policies of one namespace alone reach it. */
const isOnlyOwn = (listeners: unknown): boolean =>
  list(listeners).every(({ allowedRoutes }) => {
    const from = fields(fields(allowedRoutes).namespaces).from;
    return from === undefined || from === "Same";
  });

const passedOn = ["PASSTHROUGH", "AUTO_PASSTHROUGH"];

/** Whether a server may take HTTP; what arrives later may. */
function mayTakeHttp({ port, tls }: Fields): boolean {
  const { protocol } = fields(port);
  const word = text(protocol);
  const isPlain = word === undefined || isHttpProtocol(word) || word.toUpperCase() === "HTTPS";
  return isPlain && !passedOn.includes(text(fields(tls).mode) ?? "");
}

/** Hosts of servers without the namespaces of their routes, when all of them are plain. */
function served(servers: readonly Fields[]): { hosts?: readonly string[] } {
  const isPlain = servers.every(
    ({ hosts }) => texts(hosts).length > 0 && texts(hosts).length === list(hosts).length,
  );
  return servers.length === 0 || !isPlain
    ? {}
    : {
        hosts: servers.flatMap(({ hosts }) =>
          texts(hosts).map((host) => host.slice(host.lastIndexOf("/") + 1)),
        ),
      };
}

/** A Gateway of Istio's own API. */
export function gatewayOfIstio({ owner, namespace, name, spec }: DeclaredMeshObject): Part {
  const servers = list(spec.servers);
  const withoutHttp = servers.length > 0 && !servers.some(mayTakeHttp);
  return {
    facts: [
      gatewayFact(namespace, name, "metadata", {
        owner,
        dialect: "istio",
        labels: plainLabels(fields(spec.selector) as Record<string, string>) ?? "later",
        ...(withoutHttp && { withoutHttp: true }),
        ...served(servers),
      }),
    ],
  };
}

/** A Gateway of the Gateway API, which may be a waypoint. */
export function gatewayOfApi({ owner, namespace, name, labels, spec }: DeclaredMeshObject): Part {
  const known = gatewayFact(namespace, name, "metadata", { owner, dialect: "gateway-api" });
  if (text(spec.gatewayClassName) !== "istio-waypoint") {
    return { facts: [known] };
  }
  const waypointFor = text(labels[waypointForLabel]);
  return {
    facts: [
      known,
      fact({
        topic: "waypoint",
        key: [namespace, name],
        path: "metadata",
        value: {
          owner,
          namespace,
          name,
          ...(waypointFor !== undefined && { waypointFor }),
          ...(isOnlyOwn(spec.listeners) && { onlyOwnNamespace: true }),
          enrols: [],
        },
      }),
    ],
  };
}
