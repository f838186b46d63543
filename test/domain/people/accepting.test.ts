import { howToAccept } from '../../../server/domain/people/accepting'

const invited = 'wilf@trust.example'
const account = { deactivated: false, ofNetwork: false, hasPassword: true }

describe('an invitation is accepted', () => {
  test.each([
    ['by making an account, where there is none', undefined, undefined, 'new_account'],
    [
      'by choosing a password, where an administrator entered the account',
      { ...account, hasPassword: false },
      undefined,
      'new_account',
    ],
    ['by signing in first, where there is an account', account, undefined, 'sign_in_first'],
    ['with one press by whoever is signed in to it', account, invited, 'signed_in'],
    ['not by somebody else who is signed in', account, 'other@trust.example', 'another_is_signed_in'],
    [
      'not by somebody else who is signed in, account or none',
      undefined,
      'other@trust.example',
      'another_is_signed_in',
    ],
    ['not by those who have left', { ...account, deactivated: true }, undefined, 'left'],
    ['not by those who work for the network', { ...account, ofNetwork: true }, invited, 'works_for_network'],
    [
      'not by those who work for the network, signed in or not',
      { ...account, ofNetwork: true },
      undefined,
      'works_for_network',
    ],
  ])('%s', (_how, known, signedInAs, expected) => {
    expect(howToAccept(invited, known, signedInAs)).toBe(expected)
  })
})
