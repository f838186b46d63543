import path from 'node:path'
import { z } from 'zod'
import { projectRoot } from './projectRoot'

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/)
    .transform(Number)
    .refine((count) => count >= least && count <= most)

const protocolOf = (text: string) => (URL.canParse(text) ? new URL(text).protocol : '')

const address = (...protocols: string[]) => z.string().refine((text) => protocols.includes(protocolOf(text)))

const origin = z.string().refine((text) => /^https?:$/.test(protocolOf(text)) && new URL(text).pathname === '/')

const sender = /^([^<>\r\n]*<[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/

const proxy = /^(loopback|linklocal|uniquelocal|[\d.]+(\/\d+)?|[\da-f]*:[\da-f:.]+(\/\d+)?)$/i

/** How many proxies are in front, or who they are: what Express calls 'trust proxy'. */
const proxies = z
  .string()
  .refine((text) => /^\d{1,2}$/.test(text) || text.split(',').every((one) => proxy.test(one.trim())))
  .transform((text) => (/^\d{1,2}$/.test(text) ? Number(text) : text))

/** Every variable that is read, and what it must be in the words of a complaint. */
const variables = {
  PORT: wholeNumber(0, 65_535).default(3000).describe('a whole number from 0 to 65535 (0 takes any free port)'),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/)
    .default('localhost')
    .describe('a host name or an address to listen on'),
  DATABASE_URL: address('postgres:', 'postgresql:').optional().describe('an address beginning postgres://'),
  DATA_DIR: z.string().optional().describe('the path of a folder'),
  PUBLIC_URL: origin.optional().describe('an address beginning http:// or https://, with no path after the host'),
  SMTP_URL: address('smtp:', 'smtps:').optional().describe('an address beginning smtp:// or smtps://'),
  MAIL_FROM: z
    .string()
    .regex(sender)
    .default('Workforce Returns <returns@benchmarking.example>')
    .describe('an email address, or a name with one: Workforce Returns <returns@benchmarking.example>'),
  MAIL_PER_MINUTE: wholeNumber(1, 100_000).default(6000).describe('a whole number from 1 to 100000'),
  SESSION_SECRET: z.string().min(32).optional().describe('at least 32 characters that nobody can guess'),
  ROLE: z.enum(['web', 'worker', 'all']).default('all').describe('web, worker or all'),
  TRUST_PROXY: proxies.optional().describe('how many proxies are in front, or their addresses with commas between'),
  LOG_LEVEL: z
    .enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'])
    .default('info')
    .describe('silent, fatal, error, warn, info, debug or trace'),
  POOL_SIZE: wholeNumber(1, 100).default(10).describe('a whole number from 1 to 100'),
  REQUIRE_TWO_FACTOR: z.enum(['true', 'false']).default('false').describe('true or false'),
  OIDC_ISSUER: address('https:', 'http:').optional().describe('the address of the identity provider'),
  OIDC_CLIENT_ID: z.string().optional().describe('the name the identity provider gave this service'),
  OIDC_CLIENT_SECRET: z.string().optional().describe('the secret the identity provider gave this service'),
}

type Name = keyof typeof variables
type Given = z.infer<z.ZodObject<typeof variables>>

/** All variables by name. .env.example explains each of them. */
export const variableNames: readonly string[] = Object.keys(variables)

/** Never said back, not even when they are wrong: the complaint ends up in a log. */
const secret: ReadonlySet<string> = new Set<Name>(['DATABASE_URL', 'SMTP_URL', 'SESSION_SECRET', 'OIDC_CLIENT_SECRET'])

const oidcNames = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const

/** The environment is wrong. The message is for the person who started the program: one sentence a line. */
export class WrongEnvironment extends Error {
  constructor(readonly mistakes: readonly string[]) {
    super(['The environment is not right (.env.example explains every variable):', ...mistakes].join('\n  '))
  }
}

const isName = (name: string): name is Name => name in variables

function mistake(name: string, given: string | undefined): string {
  const must = isName(name) ? (variables[name].description ?? '') : ''
  return secret.has(name)
    ? `${name} is not right (not shown, because it is secret): it must be ${must}.`
    : `${name} is "${given ?? ''}": it must be ${must}.`
}

/** What no variable shows alone. */
function mistakesTogether(env: Readonly<Record<string, string>>): string[] {
  const missing = oidcNames.filter((name) => !(name in env))
  return [
    ...('DATABASE_URL' in env && !('SESSION_SECRET' in env)
      ? ['SESSION_SECRET is not set: with DATABASE_URL it must be, and be the same for every process.']
      : []),
    ...(missing.length > 0 && missing.length < oidcNames.length
      ? [
          `${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} not set: set all of ${oidcNames.join(', ')}, or none.`,
        ]
      : []),
  ]
}

/** An empty variable is one that is not set: that is how compose files and shells say it. */
const whatIsSet = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(
    variableNames.flatMap((name) => {
      const given = env[name]?.trim()
      return given ? [[name, given]] : []
    }),
  )

const oidcOf = ({ OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret }: Given) =>
  issuer && clientId && clientSecret ? { issuer, clientId, clientSecret } : undefined

const settings = (given: Given) => ({
  port: given.PORT,
  host: given.HOST,
  /** Not set: the embedded PostgreSQL in `dataDir`. */
  databaseUrl: given.DATABASE_URL,
  /** A full path. */
  dataDir: given.DATA_DIR ? path.resolve(given.DATA_DIR) : path.join(projectRoot(), '.data'),
  /** Where links in pages and letters begin, without a slash at the end. */
  publicUrl: new URL(given.PUBLIC_URL ?? `http://localhost:${given.PORT}`).origin,
  /** Not set: mail is kept, and read at /network/post. */
  smtpUrl: given.SMTP_URL,
  mailFrom: given.MAIL_FROM,
  /** The most letters sent in a minute, by all workers together. */
  mailPerMinute: given.MAIL_PER_MINUTE,
  /** Not set (only when embedded): `keptSecret(dataDir)` of the embedded room. */
  sessionSecret: given.SESSION_SECRET,
  role: given.ROLE,
  /** What Express calls 'trust proxy'. */
  trustProxy: given.TRUST_PROXY ?? false,
  logLevel: given.LOG_LEVEL,
  poolSize: given.POOL_SIZE,
  requireTwoFactor: given.REQUIRE_TWO_FACTOR === 'true',
  oidc: oidcOf(given),
})

export type Config = Readonly<ReturnType<typeof settings>>

/** Reads the whole environment once, and reports everything that is wrong with it together. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const set = whatIsSet(env)
  const read = z.object(variables).safeParse(set)
  const wrong = new Set(read.success ? [] : read.error.issues.map((issue) => String(issue.path[0])))
  const mistakes = [...[...wrong].map((name) => mistake(name, set[name])), ...mistakesTogether(set)]
  if (!read.success || mistakes.length > 0) throw new WrongEnvironment(mistakes)
  return settings(read.data)
}
