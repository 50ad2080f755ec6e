import { execFile } from "node:child_process";
import type { Kind } from "../../analysis/mesh/kinds";
import { groupOf, kindOf } from "../../analysis/mesh/kubernetes-object";
import { type Input, type Problem, unreadable } from "./input";
import { isMap, objectOf } from "./json-values";

interface Answer {
  code: number | string;
  stdout: string;
  stderr: string;
}

/** An answer of a cluster may be as large as the cluster is. */
const maxBuffer = 2 ** 30;

const kubectl = (context: string, args: readonly string[]): Promise<Answer> =>
  new Promise((resolve) => {
    const all = ["--context", context, "--request-timeout=60s", ...args];
    execFile("kubectl", all, { maxBuffer, encoding: "utf8" }, (error, stdout, stderr) => {
      resolve({ code: error?.code ?? 0, stdout, stderr });
    });
  });

/** What kubectl says, without what its libraries log. */
const said = ({ stderr, code }: Answer): string =>
  stderr
    .split("\n")
    .filter((line) => line !== "" && !/^[EWI]\d{4} /.test(line))
    .map((line) => line.replace(/^error: /, ""))
    .join("; ") || `kubectl ended with ${code}`;

/** Kinds that a cluster serves, by the names that its API server has for them: `pods`, `gateways.networking.istio.io`. */
async function served(
  context: string,
  kinds: readonly Kind[],
): Promise<ReadonlyMap<string, Kind> | string> {
  const answer = await kubectl(context, ["api-resources", "--verbs=list", "--no-headers=true"]);
  if (answer.code === "ENOENT") {
    return "kubectl is needed to read a cluster, and there is none on the PATH";
  }
  if (answer.stdout === "" && answer.code !== 0) {
    return said(answer);
  }
  const found = answer.stdout.split("\n").flatMap((line): [string, Kind][] => {
    const [plural, ...rest] = line.trim().split(/\s+/);
    const [apiVersion = "", , kind = ""] = rest.slice(-3);
    const own = kinds.find((one) => one === kindOf({ apiVersion, kind }));
    const group = groupOf(apiVersion);
    return own && plural ? [[group === "core" ? plural : `${plural}.${group}`, own]] : [];
  });
  return new Map(found);
}

/** What could not be read, so that its absence says nothing. */
const refusedNames = (stderr: string): string[] =>
  [...stderr.matchAll(/\(Forbidden\): (\S+) is forbidden/g)].map(([, one = ""]) => one);

/** What a cluster holds, and of what nothing is known. */
interface ClusterInput extends Input {
  /** Kinds that may not be read. */
  refused: Kind[];
}

/** All objects of the cluster of a kube-context that checks read. */
export async function readCluster(context: string, kinds: readonly Kind[]): Promise<ClusterInput> {
  const failed = (message: string): ClusterInput => ({
    ...unreadable({ message: `kube-context ${context}: ${message}` }),
    refused: [...kinds],
  });
  const names = await served(context, kinds);
  if (typeof names === "string") {
    return failed(names);
  }
  const answer = await kubectl(context, ["get", [...names.keys()].join(","), "-A", "-o", "json"]);
  let list: unknown;
  try {
    list = JSON.parse(answer.stdout);
  } catch {
    return failed(said(answer));
  }
  const items = isMap(list) && Array.isArray(list.items) ? list.items : [];
  const problems: Problem[] =
    answer.code === 0 ? [] : [{ message: `kube-context ${context}: ${said(answer)}` }];
  return {
    objects: items
      .flatMap((item) => objectOf(item) ?? [])
      .map((object) => ({ object, placeOf: () => ({ file: `kube-context ${context}` }) })),
    problems,
    skipped: [],
    refused: refusedNames(answer.stderr).flatMap((name) => names.get(name) ?? []),
  };
}
