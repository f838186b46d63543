import { readDeliveryStatus } from '../../server/mail/deliveryStatus'
import { noticeOf } from '../support/notices'

const read = (raw: string) => readDeliveryStatus(Buffer.from(raw))
const address = 'dilys@thornmere-trust.example'

describe('a notice that a letter has not arrived', () => {
  it('says which letter it is about, who it did not reach, and why', async () => {
    expect(await read(noticeOf({ address, messageId: 'abc@workforce-returns.example' }))).toEqual({
      messageId: 'abc@workforce-returns.example',
      addresses: [{ address, failed: true, says: '5.1.1 550 5.1.1 No such person' }],
    })
  })

  it.each([
    ['delayed', '4.4.1', false],
    ['failed', '4.2.2', false],
    ['failed', '5.2.1', true],
    ['delivered', '2.0.0', false],
  ] as const)('%s with the status %s: for good %s', async (action, status, failed) => {
    expect((await read(noticeOf({ address, action, status })))?.addresses).toMatchObject([{ failed }])
  })

  it('is read with bare line ends, too', async () => {
    expect(await read(noticeOf({ address }).replace(/\r\n/g, '\n'))).toMatchObject({ addresses: [{ address }] })
  })

  it.each([
    ['nothing', ''],
    ['a letter', 'From: a@b.example\r\nSubject: Out of office\r\n\r\nI am away.'],
    ['a report about nobody', noticeOf({ address }).replace(/Final-Recipient.*\r\n/, '')],
    ['bytes', '\u0000\u0001\ufffd'.repeat(1000)],
  ])('is not %s', async (_what, raw) => {
    expect(await read(raw)).toBeUndefined()
  })
})
