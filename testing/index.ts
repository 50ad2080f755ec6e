export type {
  Answer,
  DeniedBy,
  Fault,
  HeaderChanges,
  Lost,
  Reached,
  Redirect,
  Retries,
} from "../analysis/requests/answer";
export { Outcome } from "../analysis/requests/answer";
export { QuestionError } from "../analysis/requests/question-error";
export type { Token } from "../analysis/requests/request";
export type { Step } from "../analysis/requests/trail";
export { Client, type RequestOptions } from "./client";
export { meshOf, type ProgramOptions } from "./mesh-of";
export { refusal } from "./refusal";
export { ShareOf, shares } from "./shares";
export {
  type MeshOptions,
  meshOfObjects,
  type OutsideOptions,
  type PodOptions,
  TestMesh,
} from "./test-mesh";
