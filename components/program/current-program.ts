import * as pulumi from "@pulumi/pulumi";
import { Program } from "./program";

const programs = new WeakMap<object, Program>();

/** Stands for the monitor where there is none, as in a test of one constructor. */
const nobody = Object.freeze({});

const monitor = (): object => pulumi.runtime.getMonitor() ?? nobody;

/**
 * The program that runs. Each has a connection to the engine of its own, also where several run in one
 * process (the Automation API, tests with mocks).
 */
export function currentProgram(): Program {
  const program = programs.get(monitor()) ?? new Program();
  becomePartOf(program);
  return program;
}

/** Makes what follows on the connection that is open now part of a program that began on another one. */
export function becomePartOf(program: Program): void {
  programs.set(monitor(), program);
}
