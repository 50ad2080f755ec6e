import type { KubernetesObject } from "../../analysis/mesh/kubernetes-object";
import type { Answer } from "../../analysis/requests/answer";
import type { Client } from "../../testing";
import { type ConformanceCase, placeOf } from "./gateway-api-cases";
import { fields, type GoFields, text } from "./go-literal";

/** A request of the suite as its client sends it. */
export interface Question {
  readonly path: string;
  readonly host: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly method: string;
  readonly isGrpc: boolean;
}

const grpcService = "gateway_api_conformance.echo_basic.grpcecho.GrpcEcho";
const grpcMethods = [
  ["EchoRequest", "Echo"],
  ["EchoTwoRequest", "EchoTwo"],
  ["EchoThreeRequest", "EchoThree"],
] as const;

const lower = (headers: GoFields): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), text(value)]),
  );

/** The request of a case; a host that is not named is whatever leads to the gateway or the Service. */
export function questionOf({ expected }: ConformanceCase, usualHost: string): Question {
  const method = grpcMethods.find(([field]) => expected[field] !== undefined)?.[1];
  if (method !== undefined) {
    const { Metadata, Authority } = fields(expected.RequestMetadata);
    return {
      path: `/${grpcService}/${method}`,
      host: text(Authority) || usualHost,
      headers: lower(fields(Metadata)),
      method: "POST",
      isGrpc: true,
    };
  }
  const request = fields(expected.Request);
  return {
    path: text(request.Path) || "/",
    host: text(request.Host) || usualHost,
    headers: lower(fields(request.Headers)),
    method: text(request.Method) || "GET",
    isGrpc: false,
  };
}

interface Listener {
  readonly protocol: string;
  readonly port: number;
}

const listenersOf = (objects: readonly KubernetesObject[], gateway: string): readonly Listener[] =>
  objects
    .filter((one) => one.kind === "Gateway" && placeOf(one) === gateway)
    .flatMap(({ spec }) => (spec as { listeners: readonly Listener[] }).listeners);

/** A port of the host is that of a listener where there is such a one; else it is a part of the header alone. */
function addressOf(host: string, listeners: readonly Listener[]): string {
  const [name, port] = host.split(":");
  const [first] = listeners;
  const asked = listeners.find((one) => String(one.port) === port) ?? first;
  const scheme = asked?.protocol === "HTTPS" ? "https" : "http";
  return asked === undefined ? `http://${host}` : `${scheme}://${name}:${asked.port}`;
}

/** Asks as the suite does: at a gateway, or in the mesh where none is named. */
export function ask(
  client: Client,
  { path, host, headers, method, isGrpc }: Question,
  objects: readonly KubernetesObject[],
  gateway: string,
): Answer {
  const address = addressOf(host, listenersOf(objects, gateway));
  const options = { headers: { host, ...headers } };
  return isGrpc
    ? client.call(`${address.replace(/^https?/, "grpc")}${path}`, options)
    : client.request(method, `${address}${path}`, options);
}
