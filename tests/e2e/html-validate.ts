import { type ConfigData, HtmlValidate, StaticConfigLoader } from 'html-validate'

/**
 * What the HTML Living Standard demands is checked; what is a matter of taste, or of how React and Remix write their
 * output, is not.
 */
const config: ConfigData = {
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // React writes attributes and void elements in its own style, which is valid too.
    'attr-case': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
    'void-style': 'off',
    // The fields of one question share a name on purpose: a choice, the steps of a sequence, the gaps of a text.
    'form-dup-name': 'off',
    // Titles carry the academy's name; their length is an editor's matter.
    'long-title': 'off',
    // Everything comes from our own host, where a hash would check a server against itself.
    'require-sri': 'off',
    // Telephone numbers and spaces in them are written by authors and checked there.
    'tel-non-breaking': 'off',
    // Of the two main navigations one is never displayed; axe checks the landmarks that are.
    'unique-landmark': 'off',
    // A region inside a lesson is a table that scrolls, which no native element says better.
    'prefer-native-element': ['error', { exclude: ['region'] }],
    // A question takes its name from the prompt above it, which may hold paragraphs and code that no legend may.
    'wcag/h71': 'off',
    // Kept at full strength, since they are promises of ours.
    'no-inline-style': 'error',
    'no-dup-id': 'error',
    'heading-level': 'error',
    'require-csp-nonce': 'error',
  },
}

const validator = new HtmlValidate(new StaticConfigLoader(config))

/** Every fault in a served document, as `line:column rule: message`. */
export async function faultsOfHtml(html: string): Promise<string[]> {
  // A data block is not run, and needs no nonce (HTML Living Standard, 4.12.1). Its length stays, for the columns.
  const shown = html.replace(/<script type="application\/ld\+json">.*?<\/script>/gs, block =>
    ' '.repeat(block.length),
  )
  const report = await validator.validateString(shown)
  return report.results.flatMap(({ messages }) =>
    messages
      .filter(message => message.severity === 2)
      .map(
        ({ line, column, ruleId, message, selector }) =>
          `${line}:${column} ${ruleId}: ${message} (${selector ?? 'document'})`,
      ),
  )
}
