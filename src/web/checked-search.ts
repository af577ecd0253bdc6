type Search = Record<string, unknown>

/**
 * For a route's `validateSearch`: what the page asks the address for and then refuses is gone. The router by itself hands
 * it on as it was written, so that an old or mistyped address ends in an error instead of an unfiltered page.
 */
export function checked<S extends object>(read: (search: Search) => S): (search: Search) => S {
  return (search) => {
    const asked = new Set<string>()
    const watched = new Proxy(search, {
      get(all, name) {
        asked.add(String(name))
        return Reflect.get(all, name)
      },
    })
    const kept = read(watched)
    const refused = [...asked].filter((name) => name in search && !(name in kept))
    return { ...Object.fromEntries(refused.map((name) => [name, undefined])), ...kept }
  }
}
