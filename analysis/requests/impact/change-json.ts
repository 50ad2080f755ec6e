import { answerJson } from "../answer-json";
import { requestWords } from "../request-words";
import type { Change } from "./change";

/** A change as other tools read it: names are fixed; what the caller adds is kept. */
export const changeJson = <T extends Change>({ example, before, after, ...change }: T) => ({
  ...change,
  example: requestWords(example),
  before: answerJson(before),
  after: answerJson(after),
});
