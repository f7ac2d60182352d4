import type { Blank } from '#app/domain/courses/course.ts'

export type BlankField = {
  blank: Blank
  /** Ids of the choices in the order shown; empty where one types. */
  choices: { id: string; option: number }[]
  /** What stands in it: what was typed, or the id of a choice. */
  value: string
  right: boolean | null
}

export type BlankLabels = { gap: string; choose: string }

/**
 * Puts form fields into the gaps of a text. The text comes from our renderer; everything else is escaped here.
 * @param name of the form field; every gap posts one value under it, in their order
 */
export function fillBlanks(
  promptHtml: string,
  fields: readonly BlankField[],
  name: string,
  labels: BlankLabels,
): string {
  return promptHtml.replace(/<span data-blank="(\d+)"><\/span>/g, (_, number: string) => {
    const field = fields[Number(number)]
    return field === undefined ? '' : fieldHtml(field, Number(number), name, labels)
  })
}

function fieldHtml(field: BlankField, number: number, name: string, labels: BlankLabels): string {
  const { blank, value, right } = field
  const state = right === null ? '' : right ? ' right' : ' wrong'
  const shared = `name="${escapeHtml(name)}" aria-label="${escapeHtml(`${labels.gap} ${number + 1}`)}"${
    right === false ? ' aria-invalid="true"' : ''
  }`
  if (blank.kind === 'choice') {
    const options = field.choices.map(({ id, option }) => {
      const selected = id === value ? ' selected=""' : ''
      return `<option value="${id}"${selected}>${escapeHtml(blank.options[option] ?? '')}</option>`
    })
    return `<select class="gap${state}" ${shared}><option value="">${escapeHtml(labels.choose)}</option>${options.join('')}</select>`
  }
  const mode = blank.kind === 'number' ? 'decimal' : 'text'
  return `<input class="gap ${blank.kind}${state}" ${shared} inputmode="${mode}" autocomplete="off" autocapitalize="off" spellcheck="false" value="${escapeHtml(value)}">`
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, letter => `&#${letter.charCodeAt(0)};`)
}
