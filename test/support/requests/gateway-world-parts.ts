import type { Random } from "../random";

/** Between two numbers of things. */
export const some = <T>(random: Random, least: number, most: number, make: (i: number) => T): T[] =>
  Array.from({ length: least + random.below(most - least + 1) }, (_, i) => make(i));

/** Fields that are there with a probability. */
export const chance = (random: Random, probability: number, make: () => object): object =>
  random.chance(probability) ? make() : {};
