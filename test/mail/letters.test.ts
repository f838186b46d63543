import { endOfDay } from '../../server/domain/collections/calendar'
import type { ReminderWording } from '../../server/domain/chasing/reminders'
import type { Letter } from '../../server/domain/post/letter'
import { asText } from '../../server/domain/post/written'
import type { AboutReturn } from '../../server/mail/aboutReturn'
import { asHtml } from '../../server/mail/asHtml'
import { extended } from '../../server/mail/extended'
import { reminder } from '../../server/mail/reminder'
import { reopened } from '../../server/mail/reopened'
import { signatureRefused } from '../../server/mail/signatureRefused'
import { signatureRequested } from '../../server/mail/signatureRequested'
import { submittedReceipt } from '../../server/mail/submittedReceipt'

const about: AboutReturn = {
  returnId: 'r1',
  organisation: 'Eastvale Council',
  collection: 'Mental health social work 2019-20',
  cutoffAt: endOfDay('2020-02-10'),
  now: new Date('2020-01-27T09:00:00Z'),
  publicUrl: 'https://returns.benchmarking.example',
}

const text = (letter: Letter) => asText({ letter, toName: 'Dilys Marlow', writtenAt: about.now })

const opened = { reason: 'A figure was wrong', sections: ['Social workers in post', 'Vacancies'] }

const everyLetter: readonly (readonly [string, Letter])[] = [
  ['a reminder', reminder('not_opened', about)],
  ['a reminder to sign', reminder('awaiting_signature', about)],
  ['a request for signature', signatureRequested(about, { by: 'Dilys Marlow' })],
  ['a refusal of signature', signatureRefused(about, { by: 'Ines Corrie', note: 'Section B is too low.' })],
  ['a receipt', submittedReceipt(about, { by: 'Ines Corrie', reference: 'WR-2020-7F3K-22' })],
  ['a reopening', reopened(about, opened)],
  ['an extension', extended(about, opened)],
]

describe.each(everyLetter)('%s', (_kind, letter) => {
  it('says for whom, about what, by when in full, and where', () => {
    const said = text(letter)
    expect(letter.subject).toContain('Eastvale Council')
    expect(said).toMatch(/^Dear Dilys Marlow,\n\n/)
    expect(said).toContain('“Mental health social work 2019-20”')
    expect(said).toContain('11:59pm on Monday 10 February 2020, in 14 days')
    expect(said).toContain(`${letter.button?.text ?? 'nothing'}:\nhttps://returns.benchmarking.example/returns/r1`)
    expect(said).toContain('at 9:00am on Monday 27 January 2020')
  })

  it('says the same in plain text and as a page', async () => {
    const html = await asHtml({ letter, toName: 'Dilys Marlow', writtenAt: about.now })
    expect(html).toContain('<html lang="en">')
    for (const paragraph of letter.paragraphs) {
      expect(html).toContain(paragraph)
      expect(text(letter)).toContain(paragraph)
    }
    expect(html).toContain(`href="${letter.button?.href ?? 'nothing'}"`)
  })
})

describe('a reminder', () => {
  it.each<[ReminderWording, string]>([
    ['not_opened', 'has not been opened yet'],
    ['nothing_saved', 'nothing has been saved in it yet'],
    ['started', 'has been started, and has not been submitted yet'],
    ['awaiting_signature', 'is complete and waits to be signed'],
    ['reopened', 'has been reopened'],
  ])('about a return that is %s says that it %s', (wording, says) => {
    expect(reminder(wording, about).paragraphs[0]).toContain(says)
  })

  it('says how long is left in its subject', () => {
    expect(reminder('started', about).subject).toBe('Eastvale Council: your workforce return, due in 14 days')
    const eve = { ...about, now: new Date('2020-02-09T09:00:00Z') }
    expect(reminder('started', eve).subject).toBe('Eastvale Council: your workforce return, due tomorrow')
  })

  it('goes to the page where the reader signs, when that is what is missing', () => {
    expect(reminder('awaiting_signature', about).button?.href).toMatch(/\/returns\/r1\/sign-off$/)
  })

  it('says the hour of a summer cutoff as London has it', () => {
    const summer = { ...about, cutoffAt: endOfDay('2020-06-30'), now: new Date('2020-06-29T08:00:00Z') }
    expect(text(reminder('started', summer))).toContain('11:59pm on Tuesday 30 June 2020, tomorrow')
  })
})

describe('a letter as a page', () => {
  it('makes what people typed safe', async () => {
    const letter = signatureRefused(about, { by: '<b>Ines</b>', note: '"><svg/onload=alert(1)> <%= 7*7 %>' })
    const html = await asHtml({ letter, toName: '<script>', writtenAt: about.now })
    expect(html).not.toMatch(/<svg|<script|<b>/)
    expect(html).toContain('&lt;%= 7*7 %&gt;')
  })
})
