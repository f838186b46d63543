import { secretAddress, withItsLink, type SecretLink } from '../../../server/domain/post/secretLinks'

const link: SecretLink = { to: 'invitations', id: '0b0f7a5e-6a1c-4b57-9a0e-3f5f2f7f9f11' }
const letterTo = (href: string) => ({ subject: 'Come', paragraphs: [`See {${link.id}}`], button: { text: 'Go', href } })
const tokenOf = ({ to, id }: SecretLink) => `token-of-${to}-${id}`

describe('a secret link', () => {
  test('is written without its token, and completed for its reader', () => {
    const letter = letterTo(secretAddress('https://returns.example', link))
    expect(letter.button.href).toBe(`https://returns.example/invitations/{${link.id}}`)
    expect(withItsLink(letter, tokenOf).button?.href).toBe(
      `https://returns.example/invitations/token-of-invitations-${link.id}`,
    )
  })

  test('is completed nowhere but in the button: what people typed stays as it is', () => {
    const letter = letterTo(secretAddress('https://returns.example', link))
    expect(withItsLink(letter, tokenOf).paragraphs).toEqual([`See {${link.id}}`])
  })

  test.each([
    'https://returns.example/returns/1',
    `https://returns.example/elsewhere/{${link.id}}`,
    'https://returns.example/invitations/{}',
    `https://returns.example/invitations/{${link.id}}/more`,
  ])('is not seen in %s', (href) => {
    expect(withItsLink(letterTo(href), tokenOf)).toEqual(letterTo(href))
  })
})
