import { isRefused } from "../../analysis/mesh/declared-set";
import { objectWords } from "../../analysis/mesh/kubernetes-object";
import { lazy } from "../../analysis/mesh/lazy";
import type { Mesh } from "../../analysis/mesh/mesh";
import { answer } from "../../analysis/requests/ask";
import { QuestionError } from "../../analysis/requests/question-error";
import { requestWords } from "../../analysis/requests/request-words";
import type { Step } from "../../analysis/requests/trail";
import { type Answered, answerJsonText, answerMarkdown, answerText } from "../output/answer";
import { styleOf } from "../output/style";
import { told } from "../output/told";
import { declaredMesh } from "../read/declared-mesh";
import { mustName, readGiven } from "../read/given";
import type { Input, Place, Problem } from "../read/input";
import { objectsByName } from "../read/objects-by-name";
import { UsageError } from "../usage-error";
import { operandsOf } from "./operands";
import type { RequestCommand } from "./options";
import { questionOf } from "./question";

/** How the command ends. */
const ExitCode = { Answered: 0, NotJudged: 1, Unreadable: 2 } as const;

/** Objects that the API server refuses are not there to answer by. */
const refusedObjects = (mesh: Mesh): Problem[] =>
  mesh.set.objects.filter(isRefused).map(({ id }) => ({
    message: `${objectWords(id)} is refused by its schema, so it is no part of the answer: istio-mesh check says why`,
  }));

/** Where the fields that decided are written. */
function placesIn(input: Input, namespace = "default") {
  const byName = lazy(() => objectsByName(input, namespace));
  return ({ path, ...id }: Step): Place | undefined => byName().get(objectWords(id))?.placeOf(path);
}

function written(answered: Answered, output: RequestCommand["output"]): string {
  switch (output) {
    case "json":
      return answerJsonText(answered);
    case "markdown":
      return answerMarkdown(answered);
    case "text":
      return answerText(answered, styleOf(process.stdout));
  }
}

/** `istio-mesh request`: the exit code. */
export async function request(words: readonly string[], command: RequestCommand): Promise<number> {
  const operands = operandsOf(words);
  mustName(operands.paths, command, "ask");
  const given = await readGiven(operands.paths, command);
  const { input } = given;
  const mesh = await declaredMesh(given, command);
  told("istio-mesh: ", input.problems);
  told("istio-mesh: left out: ", [...input.skipped, ...refusedObjects(mesh)]);
  try {
    const asked = questionOf(mesh, operands, command);
    const answered = {
      asked: requestWords(asked),
      answer: answer(mesh, asked),
      placeOf: placesIn(input, command.namespace),
    };
    process.stdout.write(`${written(answered, command.output)}\n`);
    return exitCode(answered, input);
  } catch (error) {
    throw error instanceof QuestionError ? new UsageError(error.message) : error;
  }
}

function exitCode({ answer: { outcome, notModelled } }: Answered, { problems }: Input): number {
  if (problems.length > 0) {
    return ExitCode.Unreadable;
  }
  const isOpen = outcome === "notJudged" || notModelled.length > 0;
  return isOpen ? ExitCode.NotJudged : ExitCode.Answered;
}
