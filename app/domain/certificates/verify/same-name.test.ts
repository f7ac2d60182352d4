import { expect, test } from 'vitest'
import { isNameOf } from './same-name.ts'

const learner = { name: 'Йоана Щъркелова-Д’Артанян', nameLatin: 'Yoana Shtarkelova-D’Artanyan' }

test.each([
  'Йоана Щъркелова-Д’Артанян',
  '  йоана   ЩЪРКЕЛОВА-Д’артанян ',
  "Йоана Щъркелова-Д'Артанян",
  'Йоана Щъркелова – Д’Артанян',
  'Йоана Щъркелова-Д’Артанян'.normalize('NFD'),
  'Йоана\u200b Щъркелова-Д’Артанян',
  'YOANA SHTARKELOVA-D`ARTANYAN',
])('„%s“ is the name on the certificate', stated => {
  expect(isNameOf(stated, learner)).toBe(true)
})

test.each(['', '   ', '\u200b', 'Йоана', 'Йоана Щъркелова', 'Олег Примеров', 'Йоана Щъркелова-Дартанян'])(
  '„%s“ is another name',
  stated => {
    expect(isNameOf(stated, learner)).toBe(false)
  },
)
