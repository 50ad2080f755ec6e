import { digitsProblem, wholeNumberProblem } from "./number";

const highest = 65535;

/** The port of a service, a listener or a target. */
export const portProblem = wholeNumberProblem(1, highest);

/** The same as the key of a map. */
export const portKeyProblem = digitsProblem(1, highest);

/** The port of a policy, written as a text; 0 is one that no connection has. */
export const portTextProblem = digitsProblem(0, highest);

const portName = /^(?=.{1,15}$)(?=.*[a-z])[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The name of a port of a container or a Service, as Kubernetes has it. */
export const portNameProblem = (name: string): string | undefined =>
  portName.test(name)
    ? undefined
    : 'is not the name of a port (1 to 15 of a-z, 0-9 and "-", a letter among them)';

const http = ["http", "http2", "http_proxy", "grpc", "grpc-web"];
const tls = ["https", "tls"];
const others = ["tcp", "udp", "mongo", "redis", "mysql"];

/** Whether a port carries HTTP in plain text, by which requests can be routed. */
export const isHttpProtocol = (name: string): boolean => http.includes(name.toLowerCase());

/** Whether a port carries TLS, by whose server name connections can be routed. */
export const isTlsProtocol = (name: string): boolean => tls.includes(name.toLowerCase());

const isProtocol = (name: string): boolean =>
  isHttpProtocol(name) || isTlsProtocol(name) || others.includes(name.toLowerCase());

/** The protocol of a port, in capital or small letters. */
export const protocolProblem = (name: string): string | undefined =>
  isProtocol(name)
    ? undefined
    : `allowed: ${[...http, ...tls, ...others].map((known) => known.toUpperCase()).join(", ")}`;
