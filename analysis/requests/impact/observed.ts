import type { Mesh } from "../../mesh/mesh";
import { type Answer, Outcome } from "../answer";
import { answer } from "../ask";
import { QuestionError } from "../question-error";
import type { Request } from "../request";
import type { Asked } from "./asking/drafts";
import { behindChange } from "./behind";
import type { CallerClass } from "./callers";
import { Danger } from "./change";
import { type Difference, differenceOf } from "./difference";
import { withoutLastPods } from "./last-pods";
import type { Place } from "./places";
import type { WayIn } from "./ways-in";

/** A request that was asked of both sets. */
export interface Observed {
  readonly place: Place;
  readonly caller: CallerClass;
  readonly asked: Asked;
  readonly request: Request;
  readonly before: Answer;
  readonly after: Answer;
  /** Undefined where its client sees the same. */
  readonly difference: Difference | undefined;
}

/** Nobody listens where no gateway takes the connection. */
const nobody: Answer = {
  outcome: Outcome.Reset,
  destinations: [],
  mirrors: [],
  tls: [],
  trail: [],
  notModelled: [],
};

function answerIn(mesh: Mesh, request: Request): Answer {
  try {
    return answer(mesh, request);
  } catch (error) {
    if (error instanceof QuestionError && request.from.kind === "outside") {
      return nobody;
    }
    throw error;
  }
}

/** Whether what becomes of a request could not be told. */
export const isNotJudged = ({ outcome }: Answer): boolean => outcome === Outcome.NotJudged;

/** Whether it could not be told of one set. */
export const isOpen = ({ before, after }: Pick<Observed, "before" | "after">): boolean =>
  isNotJudged(before) || isNotJudged(after);

/** Whoever has the address that was called answers for all hosts of a wildcard, as where no object has the host. */
const atCalled = (answer: Answer, { host }: Request): Answer => ({
  ...answer,
  destinations: answer.destinations.map((one) =>
    one.service?.startsWith("*") ? { ...one, service: host } : one,
  ),
});

/** What is other, be it only what stands behind the same Service. */
function differenceIn(
  meshes: readonly [Mesh, Mesh],
  request: Request,
  before: Answer,
  after: Answer,
): Difference | undefined {
  const found = differenceOf(atCalled(before, request), atCalled(after, request));
  const isGrave = found !== undefined && found.danger !== Danger.Tuned;
  const behind = isGrave ? [] : behindChange(meshes, after);
  if (behind.length === 0) {
    return found;
  }
  const more = (text?: string) => [...behind, ...(text ? [text] : [])].join("; ");
  return { danger: Danger.Rerouted, words: more(found?.words), key: more(found?.key) };
}

const comingBy = (request: Request, gateway: string): Request =>
  request.from.kind === "outside" ? { ...request, from: { ...request.from, gateway } } : request;

/** Asks both sets, at a gateway by what it is found by. */
export function observed(
  meshes: readonly [Mesh, Mesh],
  own: Pick<Observed, "place" | "caller" | "asked" | "request">,
  [old, now]: WayIn,
): Observed {
  const before = answerIn(meshes[0], comingBy(own.request, old));
  const after = withoutLastPods(
    meshes,
    own.request,
    answerIn(meshes[1], comingBy(own.request, now)),
  );
  const difference = isOpen({ before, after })
    ? undefined
    : differenceIn(meshes, own.request, before, after);
  return { ...own, before, after, difference };
}
