import { HtmlValidate } from 'html-validate'

/** Ids are addresses, which have dots; the views are indented for people. */
const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: {
    'valid-id': ['error', { relaxed: true }],
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    'void-style': 'off',
  },
})

/** What is wrong with a page as HTML, a line each. */
export const faultsIn = async (html: string): Promise<string[]> =>
  (await validator.validateString(html)).results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `${ruleId} at ${line}: ${message}`),
  )
