import { hostWithoutPort } from "../../../values/authority";
import { didYouMean } from "../../../values/closest";
import { coversHost } from "../../../values/host";
import { keyedFacts } from "../../mesh/keyed-facts";
import { Kind } from "../../mesh/kinds";
import type { Mesh } from "../../mesh/mesh";
import type { Workload } from "../../mesh/model/workloads";
import { QuestionError } from "../question-error";
import type { OutsideCaller, Request } from "../request";
import { gatewayConfigs, serversAt } from "./applied";
import { calledPorts } from "./called-ports";
import type { GatewayConfig } from "./gateway-config";
import { servicesBefore } from "./gateway-services";
import { isStandIn, standIns } from "./stand-ins";

const wordsOf = ({ namespace, name }: Workload): string => `${namespace}/${name}`;
const listed = (names: readonly string[]): string => [...new Set(names)].sort().join(", ");

/** Pods that a Gateway chooses are a gateway, whether they say so or not. */
const asGateway = (workload: Workload): Workload =>
  workload.gateway === undefined
    ? Object.create(workload, { gateway: { value: "chart", enumerable: true } })
    : workload;

/** All Pods that some gateway of either API is for. */
function entrances(mesh: Mesh): readonly Workload[] {
  const ofIstio = mesh.gateways.flatMap(({ workloads }) => workloads);
  const ofApi = mesh.workloads.filter(({ gateway }) => gateway === "api" || gateway === "chart");
  const all = [...ofIstio, ...ofApi, ...mesh.fact(standIns).all];
  return [...new Set(all)].filter(({ gateway }) => gateway !== "waypoint").map(asGateway);
}

/** Pods that take a gateway of this name of the set. */
function byGateway(mesh: Mesh, name: string): Workload[] {
  const own = mesh
    .fact(entrances)
    .filter(({ source: { id } }) => id.kind === "Gateway" && `${id.namespace}/${id.name}` === name);
  const isNamed = ({ source: { id } }: GatewayConfig) => `${id.namespace}/${id.name}` === name;
  const configs = mesh.fact(gatewayConfigs).filter(isNamed);
  const names = new Set(configs.map((config) => config.name));
  return configs.length === 0
    ? own
    : mesh
        .fact(entrances)
        .filter((workload) => serversAt(mesh, workload).gateways.some((one) => names.has(one)));
}

/** Names of the Services before some Pods, as of a gateway. */
const serviceNames = (mesh: Mesh, workload: Workload): string[] =>
  servicesBefore(mesh, workload).map(({ namespace, host }) => `${namespace}/${host.split(".")[0]}`);

/** Pods of this name, or behind a Service of this name. */
const byPods = (mesh: Mesh, name: string): Workload[] =>
  mesh
    .fact(entrances)
    .filter(
      (workload) => wordsOf(workload) === name || serviceNames(mesh, workload).includes(name),
    );

function knownNames(mesh: Mesh): string[] {
  const configs = mesh
    .fact(gatewayConfigs)
    .map(({ source: { id } }) => `${id.namespace}/${id.name}`);
  return [...new Set([...configs, ...mesh.fact(entrances).map(wordsOf)])].sort();
}

const foundByName = keyedFacts<[name: string], Workload>();

/** The Pods of a name, looked for once. */
const named = (mesh: Mesh, name: string): Workload =>
  mesh.fact(foundByName).get([name], () => lookedUp(mesh, name));

function lookedUp(mesh: Mesh, name: string): Workload {
  const found = [byGateway(mesh, name), byPods(mesh, name)].find((all) => all.length > 0) ?? [];
  const [first] = found;
  if (first === undefined) {
    mesh.mustKnow(Kind.Gateway);
    mesh.mustKnow(Kind.ApiGateway);
    const names = knownNames(mesh);
    const known = names.length === 0 ? "no gateway is declared" : `there are ${names.join(", ")}`;
    throw new QuestionError(
      `no gateway ${JSON.stringify(name)}${didYouMean(name, names)}; ${known}`,
    );
  }
  return first;
}

/** Names that the servers of some Pods have at a port of theirs: each one, and wildcards. */
interface ServedNames {
  readonly exact: ReadonlySet<string>;
  readonly wide: readonly string[];
}

function servedNames(mesh: Mesh, workload: Workload, port: number): ServedNames {
  const all = serversAt(mesh, workload)
    .ports.filter(({ number }) => number === port)
    .flatMap(({ servers }) => servers)
    .flatMap(({ server }) => server.hosts)
    .map((own) => own.slice(own.indexOf("/") + 1).toLowerCase());
  return {
    exact: new Set(all.filter((name) => !name.startsWith("*"))),
    wide: [...new Set(all.filter((name) => name.startsWith("*")))],
  };
}

const namesByPort = keyedFacts<[workload: Workload, port: number], ServedNames>();

const namesAt = (mesh: Mesh, workload: Workload, port: number): ServedNames =>
  mesh.fact(namesByPort).get([workload, port], () => servedNames(mesh, workload, port));

/** How well the servers of some Pods know a request: the longer the name that fits, the better. */
function rankOf(mesh: Mesh, workload: Workload, { host, port, sni, http }: Request): number {
  const targets = calledPorts(mesh, workload, port);
  const names = [hostWithoutPort(http?.authority ?? ""), sni ?? "", host]
    .filter(Boolean)
    .map((name) => name.toLowerCase());
  const ranks = targets
    .map((target) => namesAt(mesh, workload, target))
    .flatMap(({ exact, wide }) =>
      names.some((name) => exact.has(name))
        ? [Number.MAX_SAFE_INTEGER]
        : wide
            .filter((own) => names.some((name) => coversHost(own, name)))
            .map((own) => own.length),
    );
  return Math.max(0, ...ranks);
}

function chosen(mesh: Mesh, request: Request): Workload {
  const all = mesh.fact(entrances);
  if (all.length === 0) {
    throw new QuestionError("no gateway is declared, so nothing comes in from outside");
  }
  const ranked = all.map((workload) => ({ workload, rank: rankOf(mesh, workload, request) }));
  const best = Math.max(...ranked.map(({ rank }) => rank));
  const found = ranked.filter(({ rank }) => rank === best && rank > 0);
  const [first] = found;
  const words = `${request.http ? hostWithoutPort(request.http.authority) : request.host}, port ${request.port}`;
  if (first === undefined) {
    const [only] = all;
    if (all.length === 1 && only) {
      return only;
    }
    const names = listed(all.map(wordsOf));
    throw new QuestionError(`no gateway has ${words}; name one of ${names}`);
  }
  if (found.length > 1) {
    const names = listed(found.map(({ workload }) => wordsOf(workload)));
    throw new QuestionError(`several gateways have ${words}; name one of ${names}`);
  }
  return first.workload;
}

/** The gateway by which a request comes in: the one that is named, or the one whose servers know it. */
export function entranceOf(mesh: Mesh, request: Request): Workload {
  const { gateway } = request.from as OutsideCaller;
  return gateway === undefined ? chosen(mesh, request) : named(mesh, gateway);
}

/** Where clients find a gateway, which its own name need not say. */
export interface Address {
  /** Of the Service before its Pods, or of the Pods where there is none. */
  readonly name: string;
  readonly names: readonly string[];
  /** Whether nothing of the set says where its Pods are. */
  readonly isSupposed: boolean;
}

/** Where the Pods are that take a gateway of this name; nothing where none do. */
export function addressOf(mesh: Mesh, gateway: string): Address | undefined {
  const [workload] = byGateway(mesh, gateway);
  if (workload === undefined) {
    return undefined;
  }
  const names = [...serviceNames(mesh, workload), wordsOf(workload)];
  const [name = gateway] = names;
  return { name, names, isSupposed: isStandIn(mesh, workload) };
}
