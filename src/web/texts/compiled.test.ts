import { compileMessage as parsed } from '@lingui/message-utils/compileMessage'
import { expect, test } from 'vitest'
import { catalogue } from '#texts.ts'
import { compiled } from '../../../vite/texts.ts'
import { compileMessage } from './compiled.ts'

test('D-11: a browser that has no parser is given every text as the parser would make it', () => {
  for (const texts of Object.values(catalogue)) {
    for (const [key, message] of Object.entries(texts)) {
      const [, given] = compiled([key, message])
      expect(typeof given === 'string' ? [compileMessage(given)] : given, key).toEqual(parsed(message))
    }
  }
})
