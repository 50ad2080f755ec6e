import type { Comparison } from "./paired";
import { requestsSide } from "./requests";

const side = (services: number) => requestsSide("reach", services, ({ ms, mb }) => [ms, mb]);

export default {
  title: "who may call whom in a mesh of services with three versions each",
  measures: ["ms of the processor", "MB"],
  rounds: 3,
  subject: side(1000),
  baselines: [side(100)],
} satisfies Comparison;
