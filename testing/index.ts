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
export {
  type Change,
  Danger,
  type Impact,
  type NotJudgedPart,
} from "../analysis/requests/impact/change";
export { QuestionError } from "../analysis/requests/question-error";
export type { Token } from "../analysis/requests/request";
export type { Step } from "../analysis/requests/trail";
export { Client, type RequestOptions } from "./client";
export { impactOf } from "./impact-of";
export { meshOf, type ProgramOptions } from "./mesh-of";
export type { MeshOptions, OutsideOptions, PodOptions } from "./mesh-options";
export { refusal } from "./refusal";
export { ShareOf, shares } from "./shares";
export { meshOfObjects, TestMesh } from "./test-mesh";
