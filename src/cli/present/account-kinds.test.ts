import { expect, it } from 'vitest'
import { timeProviderKindSchema } from '../../shared/contract/accounts.ts'
import { accountKinds } from './account-kinds.ts'

it('the kinds of accounts that the command line names are those of the contract', () => {
  expect(accountKinds).toEqual(timeProviderKindSchema.options)
})
