import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { readPaths } from "./paths";

const config = (name: string) => `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}}\n`;

describe("what a path holds", () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "paths-"));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const write = (files: Record<string, string | Buffer>): void => {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
  };

  const read = async (...names: string[]) => {
    const { objects, problems, skipped } = await readPaths(names.map((name) => join(folder, name)));
    const told = ({ file = "", line = 0, message }: (typeof problems)[number]) =>
      `${file && relative(folder, file)}:${line} ${message.replaceAll(`${folder}/`, "")}`;
    return {
      names: objects.map(({ object }) => object.metadata.name),
      problems: problems.map(told),
      skipped: skipped.map(told),
    };
  };

  it("is every object of the YAML and JSON below a folder, in the order of names", async () => {
    write({
      "b/two.yml": config("two"),
      "a.yaml": config("one"),
      "c.json": JSON.stringify({ apiVersion: "v1", kind: "Pod", metadata: { name: "three" } }),
      "d.txt": config("text"),
      "node_modules/x/e.yaml": config("package"),
      ".github/f.yaml": config("hidden"),
    });
    assert.deepEqual(await read("."), {
      names: ["one", "two", "three"],
      problems: [],
      skipped: [],
    });
  });

  it("is told where a folder has files of something else, in one line", async () => {
    write({
      "a.yaml": config("one"),
      "package.json": "{}",
      "tsconfig.json": "{ /* not JSON */ x }",
      "values.yaml": "replicas: 2\n",
      "zz.yaml": "# nothing\n",
    });
    assert.deepEqual(await read("."), {
      names: ["one"],
      problems: [],
      skipped: [
        ":0 package.json, tsconfig.json, values.yaml and 1 more: no Kubernetes object is in there",
      ],
    });
  });

  it("is not that of a chart's templates, nor of files for tools", async () => {
    write({
      "a.yaml": config("one"),
      "chart/Chart.yaml": "apiVersion: v2\nname: shop\n",
      "chart/templates/b.yaml": "{{ if .Values.x }}\n",
      "chart/crds/c.yaml": config("definition"),
      "kustomization.yaml":
        "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nmetadata: {name: x}\n",
    });
    const { names, problems, skipped } = await read(".");
    assert.deepEqual([names, problems], [["one", "definition"], []]);
    assert.deepEqual(
      skipped.map((line) => line.split(" ")[0]),
      ["chart/templates:0", ":0", "kustomization.yaml:1"],
    );
  });

  it("loses a broken document, and says where it is", async () => {
    write({
      "a.yaml": `${config("one")}---\napiVersion: v1\nkind: {{ .Kind }}\n---\n${config("two")}`,
    });
    const { names, problems } = await read(".");
    assert.deepEqual(names, ["one", "two"]);
    assert.equal(problems.length, 1);
    assert.match(problems[0] ?? "", /^a\.yaml:5 .*; it looks like a template/);
  });

  it("is a problem where it is named and cannot be read, or holds nothing", async () => {
    write({
      "wide.yaml": Buffer.from(`\uFEFF${config("one")}`, "utf16le"),
      "latin.yaml": Buffer.from([0x61, 0xe9, 0x0a]),
      "values.yaml": "replicas: 2\n",
      "empty/readme.md": "",
      "comment.yaml": "# nothing\n",
    });
    const { problems } = await read(
      "wide.yaml",
      "latin.yaml",
      "values.yaml",
      "empty",
      "comment.yaml",
      "none.yaml",
    );
    assert.deepEqual(problems, [
      "wide.yaml:0 is UTF-16: save it as UTF-8",
      "latin.yaml:0 is no text in UTF-8: save it as UTF-8",
      "values.yaml:1 is no Kubernetes object: apiVersion and kind are needed",
      "empty:0 there is no Kubernetes object to check",
      "comment.yaml:0 there is no Kubernetes object to check",
      "none.yaml:0 there is no such file",
    ]);
  });

  it("may begin with a mark of its encoding", async () => {
    write({ "a.yaml": `\uFEFF${config("one")}` });
    assert.deepEqual((await read("a.yaml")).names, ["one"]);
  });
});
