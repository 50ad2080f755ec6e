import { type Fields, fields, list, text } from "../fields";
import { podSpecPath } from "./pod-references";
import type { Host } from "./services";
import type { Workload } from "./workloads";

/** A text of a Pod. */
export interface PodText {
  readonly value: string;
  /** Name of the variable; undefined for a part of a command. */
  readonly name: string | undefined;
  /** Path in the object of the workload. */
  readonly path: string;
}

const entriesOf = (value: unknown, path: string): PodText[] =>
  (Array.isArray(value) ? value : []).flatMap((entry, i) => {
    const own = text(entry);
    return own === undefined ? [] : [{ value: own, name: undefined, path: `${path}[${i}]` }];
  });

function textsOfContainer({ command, args, env }: Fields, path: string): PodText[] {
  const variables = list(env).flatMap(({ name, value }, i) => {
    const own = text(value);
    return own === undefined
      ? []
      : [{ value: own, name: text(name) ?? "", path: `${path}.env[${i}].value` }];
  });
  return [
    ...entriesOf(command, `${path}.command`),
    ...entriesOf(args, `${path}.args`),
    ...variables,
  ];
}

/** Texts of Pods in which an address may stand: commands, arguments and the environment. */
export function podTexts(workload: Workload): PodText[] {
  const { pod } = workload;
  const spec = podSpecPath(workload);
  return ["containers", "initContainers"].flatMap((field) =>
    list(fields(pod.spec)[field]).flatMap((container, i) =>
      textsOfContainer(container, `${spec}.${field}[${i}]`),
    ),
  );
}

/** The texts alone. */
export const textsOf = (workload: Workload): string[] =>
  podTexts(workload).map(({ value }) => value);

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
  // Behind the name with its namespace the whole one goes on; any other dot is that of another host.
  const goesOn = name.includes(".") && value.startsWith(".svc", at + name.length);
  const ends = after === undefined || goesOn || [":", "/", " ", '"', "'"].includes(after);
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
