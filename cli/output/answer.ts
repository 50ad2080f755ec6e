import type { Answer } from "../../analysis/requests/answer";
import { answerJson } from "../../analysis/requests/answer-json";
import { answerWords } from "../../analysis/requests/answer-words";
import { sendingWords } from "../../analysis/requests/sending-words";
import type { Step } from "../../analysis/requests/trail";
import type { Place } from "../read/input";
import type { Style } from "./style";
import { placeWords } from "./text";

/** What was asked, what was answered, and where the fields that decided are written. */
export interface Answered {
  /** The request as somebody writes it. */
  readonly asked: string;
  readonly answer: Answer;
  readonly placeOf: (step: Step) => Place | undefined;
}

const stepWords = ({ kind, namespace, name, path }: Step): string =>
  `${kind} ${name}.${namespace}${path === "" ? "" : ` ${path}`}`;

/** What programs read: the answer, with the file and line of each step. */
export const answerJsonText = ({ answer, placeOf }: Answered): string =>
  JSON.stringify(
    answerJson({
      ...answer,
      trail: answer.trail.map((step) => ({ ...step, ...placeOf(step) })),
    }),
    undefined,
    2,
  );

/** What is told to a reader: the answer, what touches it, and the way to it. */
export function answerText({ asked, answer, placeOf }: Answered, style: Style): string {
  const isWell = answer.outcome === "routed" && answer.lost === undefined;
  const trail = answer.trail.map((step) => {
    const place = placeOf(step);
    return `  ${stepWords(step)}${place ? style("dim", `  ${placeWords(place)}`) : ""}`;
  });
  return [
    style("dim", asked),
    style(["bold", isWell ? "green" : "red"], answerWords(answer)),
    ...sendingWords(answer).map(([name, words]) => `  ${name}: ${words}`),
    ...answer.notModelled.map((words) => style("yellow", `not modelled: ${words}`)),
    ...(answer.assumed ?? []).map((words) => `assumed: ${words}`),
    ...(trail.length > 0 ? [style("dim", "decided by"), ...trail] : []),
  ].join("\n");
}

const code = (text: string): string => `\`${text}\``;

/** The same as Markdown. */
export function answerMarkdown({ asked, answer, placeOf }: Answered): string {
  const trail = answer.trail.map((step) => {
    const place = placeOf(step);
    return `1. ${code(stepWords(step))}${place ? ` (${placeWords(place)})` : ""}`;
  });
  return [
    `${code(asked)}: **${answerWords(answer)}**`,
    "",
    ...sendingWords(answer).map(([name, words]) => `- ${name}: ${words}`),
    ...answer.notModelled.map((words) => `- not modelled: ${words}`),
    ...(answer.assumed ?? []).map((words) => `- assumed: ${words}`),
    ...(trail.length > 0 ? ["", "Decided by", "", ...trail] : []),
  ].join("\n");
}
