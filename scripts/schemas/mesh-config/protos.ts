import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Root, type Type } from "protobufjs";

/** The message of the mesh config, with all that it refers to, from a folder of Istio's API. */
export async function meshConfigMessage(folder: string): Promise<Type> {
  const root = new Root();
  root.resolvePath = (_, file) => file;
  root.fetch = (file, done) => {
    const path = join(folder, file);
    // Options of Google's, which say nothing of a field's type, are not in the module.
    done(null as never, existsSync(path) ? readFileSync(path, "utf8") : 'syntax = "proto3";');
  };
  const loaded = await root.load("mesh/v1alpha1/config.proto");
  loaded.resolveAll();
  return loaded.lookupType("istio.mesh.v1alpha1.MeshConfig");
}
