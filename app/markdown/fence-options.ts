/** `value` is `true` for a bare word. `column` counts from 1 in the line. */
export type FenceOption = { name: string; value: string | true; column: number }

const OPTION = /#([^\s="]+)|([^\s="]+)(?:=(?:"([^"]*)"|([^\s"]*)))?/g

/**
 * Reads `#id name=value name="several words" flag`. An `#id` becomes the option 'id'.
 * @param column the column of the text's first character, from 1
 */
export function readFenceOptions(text: string, column: number): FenceOption[] {
  return Array.from(text.matchAll(OPTION), match => {
    const [, id, name = '', quoted, plain] = match
    const at = column + match.index
    if (id !== undefined) return { name: 'id', value: id, column: at }
    return { name, value: quoted ?? plain ?? true, column: at }
  })
}
