import {
  hasResponded,
  isOutstanding,
  rule,
  type Deed,
  type ReturnStatus,
} from '../../../server/domain/returns/lifecycle'

const yes = (to: ReturnStatus) => ({ ok: true, to })
const no = (because: string) => ({ ok: false, because })

test.each([
  ['edit', 'not_started', 'open', false, 'preparer', yes('in_progress')],
  ['edit', 'in_progress', 'open', false, 'contributor', yes('in_progress')],
  ['edit', 'in_progress', 'open', false, 'network', yes('in_progress')],
  ['edit', 'in_progress', 'open', false, 'signatory', no('not_yours_to_do')],
  ['edit', 'in_progress', 'open', false, 'analyst', no('not_yours_to_do')],
  ['edit', 'awaiting_signature', 'open', false, 'preparer', yes('in_progress')],
  ['edit', 'awaiting_signature', 'open', true, 'preparer', yes('reopened')],
  ['edit', 'submitted', 'open', true, 'preparer', no('wrong_status')],
  ['edit', 'covered', 'open', false, 'preparer', no('wrong_status')],
  ['edit', 'in_progress', 'locked', false, 'preparer', no('locked')],
  ['edit', 'not_started', 'upcoming', false, 'preparer', no('not_yet_open')],
  ['request_signature', 'in_progress', 'open', false, 'preparer', yes('awaiting_signature')],
  ['request_signature', 'not_started', 'open', false, 'preparer', no('wrong_status')],
  ['request_signature', 'in_progress', 'open', false, 'contributor', no('not_yours_to_do')],
  ['refuse_signature', 'awaiting_signature', 'open', false, 'signatory', yes('in_progress')],
  ['refuse_signature', 'awaiting_signature', 'open', true, 'signatory', yes('reopened')],
  ['submit', 'awaiting_signature', 'open', false, 'signatory', yes('submitted')],
  ['submit', 'awaiting_signature', 'open', false, 'preparer', no('not_yours_to_do')],
  ['submit', 'awaiting_signature', 'open', false, 'sole_person', yes('submitted')],
  ['submit', 'awaiting_signature', 'locked', false, 'signatory', no('locked')],
  ['submit', 'in_progress', 'open', false, 'signatory', no('wrong_status')],
  ['withdraw', 'submitted', 'open', true, 'preparer', yes('in_progress')],
  ['withdraw', 'nil', 'open', true, 'signatory', yes('in_progress')],
  ['withdraw', 'submitted', 'locked', true, 'preparer', no('locked')],
  ['withdraw', 'reopened', 'open', true, 'preparer', no('wrong_status')],
  ['reopen', 'submitted', 'locked', true, 'admin', yes('reopened')],
  ['reopen', 'in_progress', 'locked', false, 'admin', yes('in_progress')],
  ['reopen', 'submitted', 'locked', true, 'network', no('not_yours_to_do')],
  ['reopen', 'declined', 'locked', false, 'admin', no('wrong_status')],
  ['extend', 'not_started', 'open', false, 'admin', yes('in_progress')],
  ['extend', 'submitted', 'open', true, 'admin', no('wrong_status')],
] as const)('%s a return %s, %s, standing %s, by %s', (deed: Deed, status, phase, stands, by, ruling) => {
  expect(rule(deed, { status, phase, stands }, by)).toEqual(ruling)
})

test.each([
  ['not_started', false, false],
  ['awaiting_signature', false, false],
  ['awaiting_signature', true, true],
  ['submitted', true, true],
  ['nil', true, true],
  ['reopened', true, true],
  ['covered', false, true],
  ['declined', false, false],
  ['no_longer_required', false, false],
] as const)('%s, a submission standing %s, has responded: %s', (status, stands, responded) => {
  expect(hasResponded(status, stands)).toBe(responded)
})

test('reminders are for those still to send something', () => {
  const all: ReturnStatus[] = [
    'not_started',
    'in_progress',
    'awaiting_signature',
    'submitted',
    'reopened',
    'nil',
    'covered',
    'declined',
    'no_longer_required',
  ]
  expect(all.filter(isOutstanding)).toEqual(['not_started', 'in_progress', 'awaiting_signature', 'reopened'])
})
