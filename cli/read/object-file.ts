import { fileText, standardInput } from "./file-text";
import { type Input, type InputObject, type Problem, unreadable } from "./input";
import { type ReadObjects, type ReadProblem, readYaml } from "./yaml-objects";

/** How standard input is called in what is told. */
const shown = (file: string): string => (file === standardInput ? "standard input" : file);

/** Kinds of files that tools read; a cluster has no such objects. */
const toolKinds = /^(?:kustomize\.config\.k8s\.io|skaffold|kind\.x-k8s\.io|install\.istio\.io)\//;

/** What every object has; a file without it is of something else, whether or not it can be read. */
const mentions = /\bapiVersion\b/;

/** What a text is that no reader of YAML takes, where it can be told. */
const hint = (text: string): string =>
  text.includes("{{") ? "; it looks like a template: check what it is rendered to" : "";

const inputObjects = (file: string, { objects }: ReadObjects): InputObject[] =>
  objects.map(({ object, positionOf, document, path }) => ({
    object,
    placeOf: (field) => ({ file: shown(file), ...positionOf(field) }),
    ...(file !== standardInput && { origin: { file, document, path } }),
  }));

const isOfATool = ({ object }: InputObject): boolean => toolKinds.test(object.apiVersion);

/** A file and what is in it. */
export interface ObjectFile extends Input {
  /** Whether it is of something else altogether. */
  foreign: boolean;
}

/** Reads the objects of a file, or of standard input. */
export async function readFile(file: string): Promise<ObjectFile> {
  let text: string;
  try {
    text = await fileText(file);
  } catch (error) {
    const problem = { file: shown(file), message: (error as Error).message };
    return { ...unreadable(problem), foreign: false };
  }
  const read = readYaml(text);
  const all = inputObjects(file, read);
  const problemOf = ({ message, line }: ReadProblem): Problem => ({
    file: shown(file),
    line,
    message: `${message}${hint(text)}`,
  });
  return {
    objects: all.filter((one) => !isOfATool(one)),
    problems: read.problems.map(problemOf),
    skipped: all.filter(isOfATool).map(({ object, placeOf }) => ({
      ...placeOf(""),
      message: `is a ${object.kind}, which a tool reads and no cluster has; check what the tool makes of it`,
    })),
    foreign:
      all.length === 0 && (!mentions.test(text) || read.problems.every(({ foreign }) => foreign)),
  };
}
