import type { Comparison } from "./paired";
import { requestsSide } from "./requests";

const side = (what: string, services: number) =>
  requestsSide(what, services, ({ ms, mb }) => [ms, mb]);

export default {
  title: "impact of other weights in a mesh of services with three versions each",
  measures: ["ms of the processor", "MB"],
  rounds: 3,
  subject: side("one weight", 1000),
  baselines: [side("one weight", 100), side("one weight", 10_000), side("every weight", 1000)],
} satisfies Comparison;
