import { currentProgram } from "../program/current-program";
import { watchProgram } from "../program/declared-object";
import { awaitEnd } from "../program/end-of-program";
import { chooseChecks } from "./check-program";
import { type MeshChecksArgs, settingsOf } from "./check-settings";

/**
 * Checks the objects of the program together, at its end: those of components and typed resources, of
 * charts, and those that are made without this library from this call on. A mistake between two of
 * them is told at the one that is to be changed, and an error ends the preview.
 *
 * A program that has a component does this by itself; the call is for one that has none, and for
 * settings that are not in the stack's configuration (`istio-mesh:checks`).
 *
 * @throws pulumi.InputPropertiesError for a code that no check has, or a level that is none.
 * @see https://istio.io/latest/docs/reference/config/analysis/
 */
export function meshChecks(settings: MeshChecksArgs = {}): void {
  const program = currentProgram();
  chooseChecks(program, settingsOf("meshChecks", settings));
  watchProgram();
  awaitEnd(program);
}
