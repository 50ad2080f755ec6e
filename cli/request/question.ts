import type { Mesh } from "../../analysis/mesh/mesh";
import { requestFromUrl } from "../../analysis/requests/from-url";
import type { Caller, Request, Token } from "../../analysis/requests/request";
import { claimPath } from "../../values/claim";
import { addressProblem } from "../../values/ip";
import { UsageError } from "../usage-error";
import type { Operands } from "./operands";
import type { RequestCommand } from "./options";

const mostNames = 12;

/** Who could be named. */
function workloadWords(mesh: Mesh): string {
  const names = mesh.workloads
    .filter(({ gateway }) => gateway === undefined)
    .map(({ name, namespace }) => `${name}.${namespace}`)
    .sort();
  const more = names.length > mostNames ? ` and ${names.length - mostNames} more` : "";
  return names.length === 0
    ? "the set declares no workload that could ask"
    : `the workloads are ${names.slice(0, mostNames).join(", ")}${more}`;
}

/** Who asks; a name without a namespace is of the namespace of objects that name none. */
function callerOf(mesh: Mesh, command: RequestCommand): Caller {
  const { from, outside, gateway, ip, namespace = "default" } = command;
  const isOutside = outside === true || gateway !== undefined;
  if (from !== undefined && isOutside) {
    throw new UsageError("one asks at a time: --from stands without --outside and --gateway");
  }
  if (from === undefined && !isOutside) {
    throw new UsageError(
      `say who asks: --from NAME.NAMESPACE, --outside, or --gateway NAMESPACE/NAME; ${workloadWords(mesh)}`,
    );
  }
  const problem = ip === undefined ? undefined : addressProblem(ip);
  if (problem !== undefined) {
    throw new UsageError(`--ip ${JSON.stringify(ip)} ${problem}`);
  }
  if (from === undefined) {
    return {
      kind: "outside",
      ...(gateway !== undefined && { gateway }),
      ...(ip !== undefined && { ip }),
    };
  }
  if (ip !== undefined) {
    throw new UsageError(
      "--ip is the address of a client outside: it needs --outside or --gateway",
    );
  }
  const dot = from.lastIndexOf(".");
  return dot < 0
    ? { kind: "workload", name: from, namespace }
    : { kind: "workload", name: from.slice(0, dot), namespace: from.slice(dot + 1) };
}

function pairOf(option: string, written: string, between: string): [string, string] {
  const at = written.indexOf(between);
  if (at < 1) {
    throw new UsageError(`${option} ${JSON.stringify(written)}: write "name${between}value"`);
  }
  return [written.slice(0, at), written.slice(at + between.length)];
}

type Claims = { [name: string]: unknown };

/** Puts a value where its names say; what is given twice is a list. */
function putClaim(claims: Claims, [name = "", ...inner]: readonly string[], value: string): void {
  const before = claims[name];
  if (inner.length > 0) {
    const own = typeof before === "object" && before !== null ? (before as Claims) : {};
    putClaim(own, inner, value);
    claims[name] = own;
    return;
  }
  claims[name] = before === undefined ? value : [before, value].flat();
}

/** The token that claims make: those of it that nobody gives are of an issuer that is trusted. */
function tokenOf({ claim, invalidToken }: RequestCommand): Token | undefined {
  if (invalidToken) {
    if (claim.length > 0) {
      throw new UsageError(
        "--claim is of a token that is valid: it cannot stand with --invalid-token",
      );
    }
    return { kind: "invalid" };
  }
  if (claim.length === 0) {
    return undefined;
  }
  const claims: Claims = {};
  for (const written of claim) {
    const [name, value] = pairOf("--claim", written, "=");
    putClaim(claims, claimPath(name), value);
  }
  return { kind: "valid", claims };
}

const headerOf = (written: string): [string, string] => {
  const [name, value] = pairOf("-H", written, ":");
  return [name.trim(), value.trim()];
};

/** The request that a command line asks about. */
export function questionOf(
  mesh: Mesh,
  { method, url }: Operands,
  command: RequestCommand,
): Request {
  const { header, sni, clientCert, address } = command;
  const token = tokenOf(command);
  return requestFromUrl(callerOf(mesh, command), method, url, {
    headers: header.map(headerOf),
    ...(sni !== undefined && { sni }),
    ...(clientCert.length > 0 && { clientCertificate: { names: clientCert } }),
    ...(address !== undefined && { address }),
    ...(token && { token }),
  });
}
