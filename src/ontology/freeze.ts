/** Freezes plain data all the way down, maps' members included, and returns it. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  if (value instanceof Map) for (const member of value.values()) deepFreeze(member);
  else for (const member of Object.values(value)) deepFreeze(member);
  return Object.freeze(value);
}
