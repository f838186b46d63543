import { createHash, createSign, generateKeyPairSync, randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What the provider of a test says of who signs in there. */
export interface Claims {
  readonly email?: string
  readonly email_verified?: boolean
}

const clientId = 'workforce-returns'
const clientSecret = 'a secret of the provider'
const base64 = (of: object | Buffer) =>
  (Buffer.isBuffer(of) ? of : Buffer.from(JSON.stringify(of))).toString('base64url')

/** A small OpenID provider over real HTTP: one code for one token, PKCE checked, the token signed with RS256. */
export function useIdentityProvider() {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const codes = new Map<string, { readonly challenge: string; readonly nonce: string; readonly claims: Claims }>()
  let server: Server | undefined
  const issuer = () => `http://127.0.0.1:${(server?.address() as AddressInfo | null)?.port ?? 0}`

  const idToken = (nonce: string, claims: Claims): string => {
    const now = Math.floor(Date.now() / 1000)
    const said = { iss: issuer(), aud: clientId, sub: 'somebody', iat: now, exp: now + 60, nonce, ...claims }
    const signed = `${base64({ alg: 'RS256', kid: 'one' })}.${base64(said)}`
    return `${signed}.${base64(createSign('RSA-SHA256').update(signed).sign(privateKey))}`
  }

  const token = (form: URLSearchParams): object | undefined => {
    const given = codes.get(form.get('code') ?? '')
    codes.delete(form.get('code') ?? '')
    const proof = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    if (!given || given.challenge !== proof) return undefined
    return { access_token: 'none', token_type: 'bearer', id_token: idToken(given.nonce, given.claims) }
  }

  const answers: Readonly<Record<string, (form: URLSearchParams) => object | undefined>> = {
    '/.well-known/openid-configuration': () => ({
      issuer: issuer(),
      authorization_endpoint: `${issuer()}/authorize`,
      token_endpoint: `${issuer()}/token`,
      jwks_uri: `${issuer()}/keys`,
      response_types_supported: ['code'],
      code_challenge_methods_supported: ['S256'],
    }),
    '/keys': () => ({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }] }),
    '/token': token,
  }

  beforeAll(async () => {
    server = createServer((req, res) => {
      const parts: Buffer[] = []
      req.on('data', (part: Buffer) => parts.push(part))
      req.on('end', () => {
        const answer = answers[req.url ?? '']?.(new URLSearchParams(Buffer.concat(parts).toString()))
        res.writeHead(answer ? 200 : 400, { 'content-type': 'application/json' })
        res.end(JSON.stringify(answer ?? { error: 'invalid_grant' }))
      })
    })
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  })
  afterAll(() => new Promise((resolve) => server?.close(resolve)))

  return {
    settings: () => ({ issuer: issuer(), clientId, clientSecret }),
    /** What somebody's browser brings back after they have signed in there. */
    signIn: (address: string, claims: Claims): string => {
      const asked = new URL(address).searchParams
      const code = randomUUID()
      codes.set(code, { challenge: asked.get('code_challenge') ?? '', nonce: asked.get('nonce') ?? '', claims })
      const back = new URL(asked.get('redirect_uri') ?? '')
      return `${back.pathname}?${new URLSearchParams({ code, state: asked.get('state') ?? '' }).toString()}`
    },
  }
}
