import { openLog } from '../server/log'

function written(write: (log: ReturnType<typeof openLog>) => void): string {
  const lines: string[] = []
  write(openLog('info', { write: (line) => void lines.push(line) }))
  return lines.join('')
}

describe('the log', () => {
  test('is one line of JSON for each event', () => {
    const lines = written((log) => {
      log.info({ port: 3000 }, 'listening')
      log.debug('too fine for this level')
    })
    expect(JSON.parse(lines)).toMatchObject({ port: 3000, msg: 'listening' })
  })

  test.each([
    [{ req: { headers: { cookie: 'hush', authorization: 'Bearer hush', 'x-csrf-token': 'hush' } } }],
    [{ res: { headers: { 'set-cookie': ['hush'] } } }],
    [{ body: { email: 'preparer@thornmere-trust.example', password: 'hush', _csrf: 'hush' } }],
    [{ person: { password: 'hush' } }],
    [{ password: 'hush', token: 'hush' }],
  ])('keeps secrets out, wherever they stand: %j', (event) => {
    const line = written((log) => {
      log.info(event, 'seen')
    })
    expect(line).toContain('not shown')
    expect(line).not.toContain('hush')
  })
})
