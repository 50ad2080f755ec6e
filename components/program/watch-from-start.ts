import { watchProgram } from "./declared-object";

watchProgram();
