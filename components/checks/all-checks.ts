import type * as catalogue from "../../analysis/mesh/catalogue";

/** The checks, read when they are first needed: a program is checked once, and starts many times. */
export const allChecks = (): typeof catalogue => require("../../analysis/mesh/catalogue");
