import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseAllDocuments } from "yaml";
import { scenariosPage } from "../../scripts/scenarios-page-text";
import { exactRegex } from "../../values/regex";
import bookFacts from "../fixtures/book-facts.json";
import { allScenarios } from "../scenarios";
import { notesNotShown, notShown, notShownOfBook } from "../scenarios/not-shown";
import type { Difference, Scenario } from "../scenarios/scenario";
import type { Asked } from "../support/asked";
import { runField } from "../support/field-program";
import { installationOf } from "../support/installation";
import { type KubernetesObject, objectsAmong } from "../support/objects";
import { moduleDir } from "../support/published";
import { lacks } from "../support/sample-difference";

const scenarios = allScenarios();

const ran = new Map<string, Promise<KubernetesObject[]>>();

/** Istio's own manifest that a program installs as it is. */
const manifestOf = ({ type, inputs }: { type: string; inputs: { file?: string } }): string[] =>
  type.endsWith(":ConfigFile") ? (/samples\/addons\/\w+\.yaml$/.exec(`${inputs.file}`) ?? []) : [];

async function run({ example, config }: Scenario): Promise<KubernetesObject[]> {
  const { asked } = await runField(`examples/${example}/index.ts`, config);
  return [
    ...objectsAmong(asked),
    ...(await installationOf(example, asked)),
    ...asked.flatMap(manifestOf).flatMap(samplesIn),
  ];
}

/** Objects of an example, which is run once with each configuration, and what it installs. */
function objectsOf(scenario: Scenario): Promise<KubernetesObject[]> {
  const key = JSON.stringify([scenario.example, scenario.config]);
  const objects = ran.get(key) ?? run(scenario);
  ran.set(key, objects);
  return objects;
}

const isSample = (source: string) => /^samples\/\S+\.ya?ml$/.test(source);

/** Kubernetes reads YAML 1.1, in which 0400 is an octal number. */
const samplesIn = (source: string): KubernetesObject[] =>
  parseAllDocuments(readFileSync(join(moduleDir("istio"), source), "utf8"), { version: "1.1" })
    .map((document) => document.toJS())
    .filter((object) => object?.kind);

/** What the book says of one object. */
interface BookFact {
  namespace?: string;
  labels?: object;
  /** `spec`, `data` and `rules`, as far as the object has them. */
  [part: string]: unknown;
}

/** Objects of a file of the book, as far as their facts are noted; without a namespace it is the shop's. */
const bookObjectsIn = (file: string): KubernetesObject[] =>
  Object.entries((bookFacts as Record<string, Record<string, BookFact>>)[file] ?? {}).map(
    ([object, { namespace = "istioinaction", labels, ...parts }]) => {
      const [kind = "", name] = object.split(" ");
      return {
        kind,
        metadata: { name, namespace, ...(labels && { labels }) },
        ...parts,
      } as KubernetesObject;
    },
  );

/** The objects that an example is to say the same as. */
const wantedBy = ({ source, facts = [] }: Scenario): KubernetesObject[] =>
  isSample(source) ? samplesIn(source) : facts.flatMap(bookObjectsIn);

const nameOf = ({ kind, metadata }: KubernetesObject): string =>
  [kind, metadata?.name].filter(Boolean).join(" ");

/** What is listed stands for what is below it; `**` is anything on the way there. */
const listing = (path: string): RegExp =>
  new RegExp(`^${path.split("**").map(exactRegex).join(".*")}($|[.[])`);

const isListed = (path: string, differences: readonly Difference[]): boolean =>
  differences.some((one) => one.path === "" || listing(one.path).test(path));

/** Titles of questions begin with what is asked, and go on with who is asked and the answer. */
const titled = (title: string, asked: string): boolean =>
  title.startsWith(asked) && /^($|[,:])/.test(title.slice(asked.length));

/** Files of Istio's samples that hold objects. */
const allSamples = (): string[] =>
  readdirSync(join(moduleDir("istio"), "samples"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".yaml"))
    .filter((file) =>
      /^kind: /m.test(readFileSync(join(moduleDir("istio"), "samples", file), "utf8")),
    )
    .map((file) => `samples/${file}`)
    .sort();

/** How many rows each of the source notes has. */
const notes = [16, 24, 14, 9, 13];

/** Numbers of the rows in a source, such as `notes 4.10 to 4.12: a waypoint`. */
function rowsOfNotes(source: string): string[] {
  const [, first = "", , last] = /^notes (\d+\.(\d+))(?: to \d+\.(\d+))?/.exec(source) ?? [];
  if (last === undefined) {
    return source.startsWith("notes ") ? [...(source.match(/\d+\.\d+/g) ?? [])] : [];
  }
  const [note = "", from = ""] = first.split(".");
  return Array.from(
    { length: Number(last) - Number(from) + 1 },
    (_, i) => `${note}.${Number(from) + i}`,
  );
}

describe("every scenario is an example", function () {
  // The first question to an example runs it.
  this.timeout(60_000);

  it("stands on the page", () => {
    assert.equal(readFileSync("docs/scenarios.md", "utf8"), scenariosPage(scenarios));
  });

  it("is there for every file of Istio's samples with objects, or it is said why not", () => {
    const shown = new Set(scenarios.map(({ source }) => source));
    const open = allSamples().filter((file) => !shown.has(file));
    assert.deepEqual(open, Object.keys(notShown).sort());
  });

  it("is there for every file of the book, or it is said why not", () => {
    const shown = new Set(scenarios.flatMap(({ facts = [] }) => facts));
    const open = Object.keys(bookFacts).filter((file) => !shown.has(file));
    assert.deepEqual(open, Object.keys(notShownOfBook).sort());
  });

  it("is there for every row of the source notes, or it is said why not", () => {
    const all = notes.flatMap((rows, note) =>
      Array.from({ length: rows }, (_, i) => `${note}.${i + 1}`),
    );
    const shown = new Set(scenarios.flatMap(({ source }) => rowsOfNotes(source)));
    assert.deepEqual(
      all.filter((row) => !shown.has(row)),
      Object.keys(notesNotShown),
    );
    assert.deepEqual(
      [...shown].filter((row) => !all.includes(row)),
      [],
    );
  });

  for (const scenario of scenarios) {
    const { source, example, namespace, asked, noRequest, differences = [] } = scenario;
    const place = [example, namespace].filter(Boolean).join(" ");

    describe(`${source} is ${place}`, () => {
      it("is asked something, or it is said why it cannot be", () => {
        assert.ok(existsSync(`examples/${example}/index.ts`));
        assert.equal(asked === undefined, noRequest !== undefined);
        if (asked !== undefined) {
          const { asks }: Asked = require(`./examples/${example}`).default;
          assert.equal(asks.filter(({ what }) => titled(what, asked)).length, 1);
        }
      });

      const wanted = wantedBy(scenario);
      for (const sample of wanted) {
        const name = nameOf(sample);

        it(`says what ${name} says, but for what is listed`, async () => {
          const listed = differences.filter(({ object }) => object === name);
          const found = lacks(sample, await objectsOf(scenario), namespace) ?? ["(all of it)"];
          assert.deepEqual(
            found.filter((path) => !isListed(path, listed)),
            [],
          );
          assert.deepEqual(
            listed.filter(
              (one) => !one.notCompared && !found.some((path) => isListed(path, [one])),
            ),
            [],
            "differences that are none",
          );
        });
      }

      if (wanted.length > 0) {
        it("differs in objects that it has alone", () => {
          const names = wanted.map(nameOf);
          assert.deepEqual(
            differences.map(({ object }) => object).filter((object) => !names.includes(object)),
            [],
          );
        });
      }
    });
  }
});
