import { portProblem } from "./port";

const prefix = "unix://";
const form = /^unix:\/\/(?:@|\/.*[^/]$)/s;
const local = /^(?:127\.0\.0\.1|0\.0\.0\.0|\[(?:127\.0\.0\.1|0\.0\.0\.0|::1|::)?\])?:(\+?\d+)$/;

/** Whether an address is meant as a socket, well-formed or not. */
export const isSocketAddress = (address: string): boolean => address.startsWith(prefix);

/** `unix:///path` of a file, or `unix://@name` of an abstract socket. */
export const socketProblem = (address: string): string | undefined =>
  form.test(address) ? undefined : "a socket is expected, as in unix:///path or unix://@name";

/** Where a Pod's own process listens. */
export function endpointProblem(endpoint: string): string | undefined {
  if (isSocketAddress(endpoint)) {
    return socketProblem(endpoint);
  }
  const port = endpointPort(endpoint);
  return port === undefined
    ? "allowed: 127.0.0.1:port, 0.0.0.0:port, [::1]:port, [::]:port, :port, unix:///path"
    : portProblem(port);
}

/** The port at which a Pod's own process listens; none of a socket, and of what is no address. */
export function endpointPort(endpoint: string): number | undefined {
  const port = local.exec(endpoint)?.[1];
  return port === undefined ? undefined : Number(port);
}
