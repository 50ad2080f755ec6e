import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseAllDocuments } from "yaml";
import type { KubernetesObject } from "../../analysis/mesh/kubernetes-object";
import { computed, elements, fields, type GoFields, GoLiteral, type GoValue } from "./go-literal";

/** A request of the conformance suite of the Gateway API, and what is to become of it. */
export interface ConformanceCase {
  /** File and line. */
  readonly place: string;
  /** `namespace/name` of those that it may be asked of: the one named before it, else all of the file. */
  readonly gateways: readonly string[];
  /** Fields of the suite's `ExpectedResponse`. */
  readonly expected: GoFields;
}

/** A test of the suite: a world and the requests in it. */
export interface ConformanceTest {
  readonly name: string;
  /** Asked by a client of the mesh, not at a gateway. */
  readonly isMesh: boolean;
  readonly objects: readonly KubernetesObject[];
  readonly cases: readonly ConformanceCase[];
}

const infrastructure = "gateway-conformance-infra";

/** Constants of the suite that its tables name. */
const suiteConstants: readonly (readonly [string, string])[] = [
  ["InfrastructureNamespace", infrastructure],
  ["InfraBackendServiceNameV1", "infra-backend-v1"],
  ["InfraBackendServiceNameV2", "infra-backend-v2"],
  ["InfraBackendServiceNameV3", "infra-backend-v3"],
  ["AppBackendNamespace", "gateway-conformance-app-backend"],
  ["WebBackendNamespace", "gateway-conformance-web-backend"],
  ["OK", "OK"],
  ["Unimplemented", "Unimplemented"],
];

const folder = execFileSync("lab/lab", ["bin", "gateway-api-conformance"], {
  encoding: "utf8",
}).trim();

function objectsIn(file: string): KubernetesObject[] {
  const text = readFileSync(join(folder, file), "utf8").replaceAll("{GATEWAY_CLASS_NAME}", "istio");
  return parseAllDocuments(text)
    .map((document) => document.toJS())
    .filter((object) => object !== null);
}

/** Its clients and servers have sidecars: how they join the mesh is left to who runs the suite. */
const joined = (object: KubernetesObject): KubernetesObject =>
  object.kind === "Namespace"
    ? { ...object, metadata: { ...object.metadata, labels: { "istio-injection": "enabled" } } }
    : object;

/** `namespace/name`. */
export const placeOf = ({ metadata }: KubernetesObject): string =>
  `${String(metadata.namespace)}/${String(metadata.name)}`;

const isComputed = (value: GoValue | undefined): boolean =>
  value === computed ||
  (typeof value === "object" && Object.values(value).some((part) => isComputed(part)));

/** Whether the table alone says what is sent. */
const isStated = ({ expected }: ConformanceCase): boolean =>
  !isComputed(expected.Request) && !isComputed(expected.RequestMetadata);

/** What a source says in passing: constants, names of objects, whose address a variable holds, and who is called. */
const statements = new RegExp(
  [
    /\b(?<variable>\w+) := (?:\w+\.)?"?(?<constant>[\w-]+)"?\n/,
    /\b(?<object>\w+) :?= types\.NamespacedName\{Name: "(?<name>[^"]+)"/,
    /\b(?<address>gwAddr\w*)(?:, \w+)? :?= .*NewGatewayRef\((?<gateway>\w+)/,
    /TimeoutConfig, (?<called>gwAddr\w*)/,
    /(?<list>\[\])?\b(?:http|grpc)\.(?<table>ExpectedResponse)\{/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "g",
);

interface Table {
  readonly place: string;
  readonly rows: readonly GoValue[];
  /** Name of the Gateway that is asked. */
  gateway: string | undefined;
}

/** Reads the tables of a source, each with the Gateway in whose call it stands, or that is called next. */
class Tables {
  readonly all: Table[] = [];
  readonly #constants = new Map(suiteConstants);
  readonly #objects = new Map<string, string>();
  readonly #addresses = new Map<string, string | undefined>();
  readonly #file: string;
  readonly #source: string;

  constructor(file: string, source: string) {
    this.#file = file;
    this.#source = source;
    let end = 0;
    for (const { 0: text, index, groups = {} } of source.matchAll(statements)) {
      if (groups.table === undefined) {
        this.#hear(groups);
      } else if (index >= end) {
        end = this.#table(index, index + text.length - 1, groups.list !== undefined);
      }
    }
  }

  #hear({ variable, constant = "", object, name = "", address, gateway = "", called }: Groups) {
    if (variable !== undefined) {
      this.#constants.set(variable, this.#constants.get(constant) ?? constant);
    }
    if (object !== undefined) {
      this.#objects.set(object, name);
    }
    if (address !== undefined) {
      this.#addresses.set(address, this.#objects.get(gateway));
    }
    if (called !== undefined) {
      for (const table of this.all) {
        table.gateway ??= this.#addresses.get(called);
      }
    }
  }

  /** Where the table ends. */
  #table(start: number, brace: number, isList: boolean): number {
    const literal = new GoLiteral(this.#source, brace, this.#constants);
    const value = literal.body();
    const before = this.#source.slice(0, start);
    const [, inCallOf = ""] = /\b(gwAddr\w*),\s*$/.exec(before) ?? [];
    this.all.push({
      place: `${this.#file}:${before.split("\n").length}`,
      rows: isList ? elements(value) : [value],
      gateway: this.#addresses.get(inCallOf),
    });
    return literal.at;
  }
}

type Groups = Readonly<Record<string, string | undefined>>;

const casesIn = (file: string, source: string, gateways: readonly string[]): ConformanceCase[] =>
  new Tables(file, source).all
    .flatMap(({ place, rows, gateway }) => {
      const own = gateways.filter((one) => one.endsWith(`/${gateway}`));
      return rows.map((row, i) => ({
        place: `${place}[${i}]`,
        gateways: own.length > 0 ? own : gateways,
        expected: fields(row),
      }));
    })
    .filter(isStated);

function testOf(path: string): ConformanceTest {
  const isMesh = path.startsWith("tests/mesh/");
  const name = `${isMesh ? "mesh/" : ""}${basename(path, ".go")}`;
  const source = readFileSync(join(folder, path), "utf8");
  const manifests = [...source.matchAll(/"(tests\/[\w./-]+\.yaml)"/g)].map(([, file = ""]) => file);
  const objects = [
    ...objectsIn(isMesh ? "mesh/manifests.yaml" : "base/manifests.yaml"),
    ...manifests.flatMap(objectsIn),
  ].map((object) => (isMesh ? joined(object) : object));
  const gateways = objects.filter(({ kind }) => kind === "Gateway").map(placeOf);
  return { name, isMesh, objects, cases: casesIn(name, source, gateways) };
}

/** All tests of the suite that have tables of requests. */
export const conformanceTests = (): ConformanceTest[] =>
  ["tests", "tests/mesh"]
    .flatMap((dir) => readdirSync(join(folder, dir)).map((file) => `${dir}/${file}`))
    .filter((path) => path.endsWith(".go"))
    .sort()
    .map(testOf)
    .filter(({ cases }) => cases.length > 0);
