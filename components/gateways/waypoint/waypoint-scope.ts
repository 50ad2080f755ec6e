/** Whose Services may use a waypoint. */
export const WaypointScope = {
  /** Those of its own namespace. */
  Same: "Same",
  /** Those of every namespace. */
  All: "All",
} as const;
export type WaypointScope = (typeof WaypointScope)[keyof typeof WaypointScope];
