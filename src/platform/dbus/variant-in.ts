/** The value under `name` in a dictionary of variants as the D-Bus library gives it (a{sv}); undefined where it is not one. */
export function variantIn(dictionary: unknown, name: string): unknown {
  if (typeof dictionary !== 'object' || dictionary === null || !Object.hasOwn(dictionary, name)) return undefined
  const variant: unknown = Reflect.get(dictionary, name)
  return typeof variant === 'object' && variant !== null ? Reflect.get(variant, 'value') : undefined
}
