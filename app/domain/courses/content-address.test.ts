import { expect, it } from 'vitest'
import { paths } from '#app/paths.ts'
import { contentAddresses } from './content-address.ts'

it('rendered lessons use the same addresses as the pages', () => {
  expect(contentAddresses.lesson('bg', 'passwords', 'first')).toBe(paths.lesson('bg', 'passwords', 'first'))
  expect(contentAddresses.file('passwords', 'first', '0123abcd', 'plan.svg')).toBe(
    paths.contentFile('passwords', 'first', '0123abcd', 'plan.svg'),
  )
  expect(contentAddresses.term('bg', 'mfa')).toBe(paths.glossaryTerm('bg', 'mfa'))
})
