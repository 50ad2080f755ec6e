import { fields, list, text } from "../fields";
import type { Host } from "./services";
import type { Workload } from "./workloads";

/** Texts of Pods in which an address may stand: commands, arguments and the environment. */
export function textsOf({ pod }: Workload): string[] {
  const { containers, initContainers } = fields(pod.spec);
  return [...list(containers), ...list(initContainers)].flatMap(({ command, args, env }) =>
    [
      ...(Array.isArray(command) ? command : []),
      ...(Array.isArray(args) ? args : []),
      ...list(env).map(({ value }) => value),
    ].flatMap((value) => text(value) ?? []),
  );
}

/** Names by which a Service is called from a namespace: whole, and in its own namespace the short one. */
function namesOf({ source, namespace }: Host, from: string): string[] {
  const { name } = source.id;
  return [`${name}.${namespace}`, ...(namespace === from ? [name] : [])];
}

/** Whether a text has a name as a host, and not as a part of a longer one. */
function namesHost(value: string, name: string): boolean {
  const at = value.indexOf(name);
  const [before, after] = [value[at - 1], value[at + name.length]];
  const isAddress = value.slice(0, Math.max(at, 0)).endsWith("://");
  const ends = after === undefined || [":", "/", ".", " ", '"', "'"].includes(after);
  const begins = before === undefined || isAddress || ["@", " ", '"', "'", "="].includes(before);
  return at >= 0 && begins && ends && (name.includes(".") || after === ":" || isAddress);
}

/** Text in which a workload names a Service as the host of an address. */
export const callOf = (workload: Workload, host: Host, values: readonly string[]) =>
  values.find((value) => namesOf(host, workload.namespace).some((name) => namesHost(value, name)));

/** Images whose Pods do nothing but call others. */
const callers = ["curl", "sleep", "netshoot", "wget", "httpie", "hey", "k6"];

/** Whether Pods are there to call others by hand: their image or their name says so. */
export const isCaller = ({ name, pod }: Workload): boolean =>
  callers.includes(name) ||
  list(fields(pod.spec).containers).some(({ image }) => {
    const own = (text(image) ?? "").split("/").at(-1) ?? "";
    return callers.includes(own.split(":")[0] ?? "");
  });
