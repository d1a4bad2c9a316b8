/** What Node, promises and test tools ask of any object. */
const ASKED_OF_ANY = new Set(['then', 'toJSON', 'constructor', 'asymmetricMatch', 'nodeType', 'inspect', 'prototype'])

const loudOnes = new WeakMap<object, object>()

/**
 * The same object, but one that throws where something is used that the test host does not have: an `undefined` that
 * passes silently would prove a shell that never ran.
 */
export function loud<T extends object>(name: string, target: T): T {
  const known = loudOnes.get(target)
  if (known !== undefined) return known as T
  const proxy = new Proxy(target, {
    get(object, key) {
      if (typeof key === 'string' && !(key in object) && !ASKED_OF_ANY.has(key)) {
        throw new Error(`electron.${name}.${key} is not in the test host (tests/electron-host)`)
      }
      const value: unknown = Reflect.get(object, key, object)
      if (typeof value !== 'function' || isClass(value)) return value
      // Bound to the object itself: its private fields cannot be reached through a proxy.
      return (...args: unknown[]) => {
        const result: unknown = Reflect.apply(value, object, args)
        return result === object ? proxy : result
      }
    },
    set(object, key, value) {
      if (!(key in object)) throw new Error(`electron.${name}.${String(key)} cannot be set in the test host`)
      return Reflect.set(object, key, value, object)
    },
  })
  loudOnes.set(target, proxy)
  return proxy
}

/** A class whose static members and instances are loud. `new.target` cannot be kept: nobody extends Electron's classes. */
// biome-ignore lint/suspicious/noExplicitAny: the one way to say "a class, whatever its constructor takes".
export function loudClass<C extends new (...args: any[]) => object>(name: string, target: C): C {
  return new Proxy(target, {
    construct: (made, args) => loud(name, Reflect.construct(made, args)),
    get(made, key) {
      if (typeof key === 'string' && !(key in made) && !ASKED_OF_ANY.has(key)) {
        throw new Error(`electron.${name}.${key} is not in the test host (tests/electron-host)`)
      }
      return Reflect.get(made, key)
    },
  })
}

function isClass(value: object): boolean {
  return /^class\b/.test(Function.prototype.toString.call(value))
}
