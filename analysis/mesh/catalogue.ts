/** All that finds mistakes, for those who load it late. */
export { checks } from "./checks";
export { objectRules } from "./object-rules";
export { checkMesh } from "./run-checks";
