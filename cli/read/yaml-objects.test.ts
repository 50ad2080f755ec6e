import assert from "node:assert/strict";
import { parse } from "yaml";
import { checks } from "../../analysis/mesh/checks";
import { documentsOf, plainValue } from "./yaml-documents";
import { readYaml } from "./yaml-objects";

const names = (yaml: string) => readYaml(yaml).objects.map(({ object }) => object.metadata.name);
const problems = (yaml: string) =>
  readYaml(yaml).problems.map(({ message, line }) => `${line}: ${message}`);

const config = (name: string, rest = "") =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}}\n${rest}`;

describe("YAML with objects", () => {
  it("is read document by document, with lists as what is in them", () => {
    const list = `apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: ConfigMap, metadata: {name: c}}\n`;
    assert.deepEqual(names([config("a"), config("b"), list].join("---\n")), ["a", "b", "c"]);
  });

  it("has positions in the whole text, also behind a separator and in a list", () => {
    const list = `apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: ConfigMap\n  metadata:\n    name: c\n`;
    const [first, second] = readYaml(`# a note\n---\n${config("a")}---\n${list}`).objects;
    assert.deepEqual(first?.positionOf("metadata.name"), { line: 5, column: 18 });
    assert.deepEqual(second?.positionOf("metadata.name"), { line: 13, column: 11 });
    assert.deepEqual(second?.positionOf("metadata.labels.app"), { line: 13, column: 5 });
  });

  it("loses nothing to a document that is broken, and names its line", () => {
    const broken = "apiVersion: v1\nkind: ConfigMap\n  metadata: [\n";
    const text = `${config("a")}---\n${broken}---\n${config("b")}`;
    assert.deepEqual(names(text), ["a", "b"]);
    assert.equal(readYaml(text).problems[0]?.line, 6);
    assert.deepEqual(
      readYaml(text).problems.map(({ foreign }) => foreign),
      [false],
    );
  });

  it("says what is no object", () => {
    const words = "is no Kubernetes object: apiVersion and kind are needed";
    assert.deepEqual(problems("- - a\n  - b\n"), [`1: ${words}`]);
    assert.deepEqual(problems("just text\n"), [`1: ${words}`]);
    assert.deepEqual(problems(`${config("a")}---\nname: x\n`), [`5: ${words}`]);
    assert.deepEqual(problems("apiVersion: v1\nkind: Pod\nmetadata: {}\n"), [
      "1: is a Pod without a name: metadata.name is needed",
    ]);
  });

  it("may have anchors, merge keys, comments alone and directives", () => {
    const anchored = `${config("a")}x: &x {k: "1"}\ndata: {<<: *x, l: "2"}\n`;
    assert.deepEqual(readYaml(anchored).objects[0]?.object.data, { k: "1", l: "2" });
    assert.deepEqual(names(`%YAML 1.2\n---\n${config("a")}---\n# nothing\n---\n`), ["a"]);
    assert.deepEqual(names(`${config("a")}...\n${config("b")}`), ["a", "b"]);
  });

  it("that grows without end by its aliases is refused", () => {
    const level = (i: number) =>
      `l${i}: &l${i} [${Array(9)
        .fill(`*l${i - 1}`)
        .join(", ")}]\n`;
    const bomb = config("a", `l0: &l0 [x]\n${[1, 2, 3, 4, 5].map(level).join("")}`);
    assert.deepEqual(problems(bomb), [
      "1: Excessive alias count indicates a resource exhaustion attack",
    ]);
  });

  it("calls what a server names by the beginning of its name", () => {
    assert.deepEqual(names("apiVersion: batch/v1\nkind: Job\nmetadata: {generateName: once-}\n"), [
      "once-",
    ]);
  });

  it("means the same to the fast reader and to the one that knows positions", () => {
    const scalars = [
      "yes, no, on, off, true, False, ~, null, '', 0777, -017, 1_000, 1e3, .5, -1, +1, .inf",
      "2001-01-01, 1:30, 1.0, '1', \"a\\tb\", a b, 00, 1., 0.1e-2, =",
    ];
    const texts = [
      ...scalars.flatMap((line) => line.split(", ")).map((scalar) => `a: ${scalar}\n`),
      "a: |\n  x\n  y\n\nb: >-\n  x\n  y\n",
      'a: "x\n  y"\nb: x\n  y\n',
      ...checks.flatMap(({ fires, silent }) => [fires, silent]),
    ];
    const documents = texts.flatMap((text) => documentsOf(text));
    assert.ok(documents.length > 30);
    for (const { text } of documents) {
      assert.notEqual(plainValue(text), undefined, text);
      assert.deepEqual(plainValue(text), { value: parse(text, { merge: true }) }, text);
    }
    for (const scalar of ["0b1", "0o17", "-0x1F", "&a b", "*a", "!!int 1"]) {
      assert.equal(plainValue(`a: ${scalar}\n`), undefined);
    }
  });
});
