import { createHash } from "node:crypto";
import { relative } from "node:path";
import { pathToFileURL } from "node:url";
import type { Level } from "../../analysis/mesh/check";
import { objectWords } from "../../analysis/mesh/kubernetes-object";
import { grouped } from "../../analysis/mesh/lazy";
import packageJson from "../../package.json";
import { sameness } from "../check/against";
import { namesOf, type Told } from "../check/check-names";
import type { Judgement, Located, RelatedObject } from "../check/judgement";
import type { Place, Problem } from "../read/input";

const schema =
  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
const home = "https://www.npmjs.com/package/istio-mesh";

const levels: Readonly<Record<Level, "error" | "warning" | "note">> = {
  error: "error",
  warning: "warning",
  info: "note",
};

const pascal = (id: string): string =>
  id.replaceAll(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase());

type Parts = readonly [Told, ...Told[]];

/** A code is a rule; the checks that share it are its parts. */
function rule(code: string, parts: Parts) {
  const words = (wordsOf: (told: Told) => string) => [...new Set(parts.map(wordsOf))].join(" ");
  const help = words(({ fix }) => fix);
  const [{ id, url, level }] = parts;
  return {
    id: code,
    name: pascal(id),
    shortDescription: { text: words(({ summary }) => summary) },
    fullDescription: { text: words(({ why }) => why) },
    help: { text: help, markdown: `${help}\n\n[${code}](${url})` },
    helpUri: url,
    defaultConfiguration: { level: levels[level] },
    properties: { tags: [...new Set(parts.flatMap(namesOf))] },
  };
}

/** Files below the current folder by their relative address, as those who show results expect. */
function artifact(file: string) {
  const own = relative(".", file);
  return own.startsWith("..")
    ? { uri: pathToFileURL(file).href }
    : { uri: own.split(/[\\/]/).map(encodeURIComponent).join("/"), uriBaseId: "%SRCROOT%" };
}

const physical = ({ file, line, column }: Place) => ({
  artifactLocation: artifact(file),
  ...(line !== undefined && {
    region: { startLine: line, ...(column !== undefined && { startColumn: column }) },
  }),
});

const related = ({ id, place }: RelatedObject, index: number) => ({
  id: index + 1,
  message: { text: objectWords(id) },
  logicalLocations: [{ fullyQualifiedName: objectWords(id), kind: "resource" }],
  ...(place && { physicalLocation: physical(place) }),
});

const fingerprint = (one: Located): string =>
  createHash("sha256").update(sameness(one)).digest("hex").slice(0, 32);

function result(one: Located, rules: ReadonlyMap<string, number>) {
  const { finding, place } = one;
  const name = objectWords(finding.resource);
  return {
    ruleId: `${finding.code}/${finding.check}`,
    ruleIndex: rules.get(finding.code),
    level: levels[finding.level],
    message: { text: `${name}${finding.path && `: ${finding.path}`}: ${finding.message}` },
    locations: [
      {
        physicalLocation: physical(place),
        logicalLocations: [
          { fullyQualifiedName: `${name} ${finding.path}`.trim(), kind: "resource" },
        ],
      },
    ],
    ...(one.related.length > 0 && { relatedLocations: one.related.map(related) }),
    partialFingerprints: { "istioMesh/v1": fingerprint(one) },
  };
}

const notification = ({ message, file, line, column }: Problem) => ({
  level: "error",
  message: { text: message },
  ...(file !== undefined && {
    locations: [{ physicalLocation: physical({ file, line, column }) }],
  }),
});

/** What code hosts show beside a change, in the format SARIF 2.1.0. All checks are named, also when clean. */
export function sarifReport({ findings, problems }: Judgement, checks: readonly Told[]): string {
  const byCode = [...grouped(checks, ({ code }) => code)];
  const rules = new Map(byCode.map(([code], i) => [code, i]));
  const run = {
    tool: {
      driver: {
        name: packageJson.name,
        version: packageJson.version,
        semanticVersion: packageJson.version,
        informationUri: home,
        rules: byCode.map(([code, parts]) => rule(code, parts as unknown as Parts)),
      },
    },
    invocations: [
      {
        executionSuccessful: problems.length === 0,
        toolExecutionNotifications: problems.map(notification),
      },
    ],
    originalUriBaseIds: { "%SRCROOT%": { description: { text: "The folder of the call." } } },
    columnKind: "utf16CodeUnits",
    results: findings.map((one) => result(one, rules)),
  };
  return JSON.stringify({ $schema: schema, version: "2.1.0", runs: [run] }, undefined, 2);
}
