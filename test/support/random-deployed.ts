import * as pulumi from "@pulumi/pulumi";
import { objectsOf } from "./objects";
import { Random } from "./random";
import { ambientWorld } from "./random-ambient";
import { type Piece, type RandomWorld, randomProgram, sidecarWorld } from "./random-programs";

/** Random programs beside a mesh that another program has deployed, with the namespaces and waypoints. */

export type DeployedMode = "sidecar" | "ambient";

const worlds: Record<DeployedMode, RandomWorld> = { sidecar: sidecarWorld, ambient: ambientWorld };

export const seededProgram = (mode: DeployedMode, seed: number): Piece[] =>
  randomProgram(new Random(seed), worlds[mode]).filter(
    ({ isGround, component }) => !isGround && component !== "MeshNamespace",
  );

/** Those of the program that the library accepts beside the ones before them. */
export async function acceptedOf(pieces: readonly Piece[]): Promise<Piece[]> {
  const accepted: Piece[] = [];
  await objectsOf(() => {
    for (const piece of pieces) {
      try {
        piece.create();
        accepted.push(piece);
      } catch (error) {
        if (!pulumi.InputPropertiesError.isInstance(error)) {
          throw error;
        }
      }
    }
  });
  return accepted;
}
