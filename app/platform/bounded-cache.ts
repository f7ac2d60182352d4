/** Remembers the values that were asked for last, at most `size` of them. */
export class BoundedCache<Value> {
  private readonly values = new Map<string, Value>()
  private readonly size: number

  constructor(size: number) {
    this.size = size
  }

  /** The remembered value, or the one that `make` gives. */
  get(key: string, make: () => Value): Value {
    const known = this.values.get(key)
    const value = known ?? make()
    // Set again, so that the least recently used comes first in the order of the map.
    this.values.delete(key)
    this.values.set(key, value)
    const [oldest] = this.values.keys()
    if (this.values.size > this.size && oldest !== undefined) this.values.delete(oldest)
    return value
  }

  forget(key: string): void {
    this.values.delete(key)
  }
}
