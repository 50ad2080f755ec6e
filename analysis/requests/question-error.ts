/** A question that cannot be asked of this set: nobody of this name, no such entrance. */
export class QuestionError extends Error {
  override readonly name = "QuestionError";
}
