import { psw2019 } from '../../server/surveys/psw2019'
import { useApp } from '../support/app'
import { sectionCodes } from '../support/thornmere'
import { useEyes } from './eyes'
import { open, send } from './world'

const app = useApp({ demonstration: 'under way' })
const { as, at, door, expectFlawless, ids, meanwhile, sending, thornmere, visitors } = useEyes(app)

const peerSections = psw2019.sections.filter(({ filledBy }) => !filledBy).map(({ code }) => code)

describe('a section', () => {
  test.each(sectionCodes)('%s of a trust, with what is in it so far', async (section) => {
    await expectFlawless(await as('preparer'), at(thornmere(`/sections/${section}`)))
  })

  test.each(['a', 'b', 'f', 'h', 'l', 'n'])('%s of a council, before anything is answered', async (section) => {
    await expectFlawless(await as('council'), at(`/returns/${ids().eastvale}/sections/${section}`))
  })

  test.each(['b', 'c', 'h', 'k', 'l'])('%s of a trust, when it is complete', async (section) => {
    await expectFlawless(
      await visitors.of('preparer@wrenbrook-trust.example'),
      at(`/returns/${ids().wrenbrook}/sections/${section}`),
    )
  })

  test.each(peerSections)('%s of the survey of peer support workers', async (section) => {
    await expectFlawless(await as('preparer'), at(`/returns/${ids().peers}/sections/${section}`))
  })

  test('with what could not be read', async () => {
    const wrong = {
      'sw_emp_in.hc': 'lots',
      'sw_ext.wte': '10.801',
      'sw_generic_posts.hc': '3',
      'sw_generic_posts.hc!nc': 'not_recorded',
      'sw_career_stage.asye.hc': '-1',
      'sw_ext_partner.7.org': 'Somewhere',
      dq_b_source: 'guessing',
      'explain!B13': 'short',
    }
    await expectFlawless(await as('preparer'), sending(thornmere('/sections/b'), thornmere('/sections/b'), wrong), 422)
  })

  test('with single boxes that could not be read', async () => {
    const wrong = {
      contact_email: 'x',
      contact_name: '1',
      has_mhsw: 'perhaps',
      services_ages: 'all',
      pop_challenge: '',
    }
    await expectFlawless(await as('preparer'), sending(thornmere('/sections/a'), thornmere('/sections/a'), wrong), 422)
  })

  test('that asks for explanations, one and several', async () => {
    await expectFlawless(await as('preparer'), at(thornmere('/sections/e?saved=1&then=next')))
    await meanwhile('b', { sw_fte_standard_hours: '36', 'sw_generic_posts.hc': '0', 'sw_generic_posts.wte': '0' })
    await expectFlawless(await as('preparer'), at(thornmere('/sections/b?saved=1')))
    await expectFlawless(await as('preparer'), at(thornmere('/sections/b')))
  })

  test('that two people changed at once, and again where neither was chosen', async () => {
    await meanwhile('b', {
      'sw_emp_in.hc': '42',
      dq_b_confidence: 'low',
      'sw_generic_posts.hc!nc': 'not_recorded',
      'sw_generic_posts.hc': '',
    })
    const mine = { version: '1', 'sw_emp_in.hc': '43', dq_b_confidence: 'high', 'sw_generic_posts.hc': '9' }
    await expectFlawless(await as('preparer'), sending(thornmere('/sections/b'), thornmere('/sections/b'), mine), 409)
    const undecided = {
      version: '1',
      choosing: ['sw_emp_in.hc', 'dq_b_confidence'],
      'sw_emp_in.hc!mine': '43',
      'sw_emp_in.hc!theirs': '42',
      'dq_b_confidence!mine': 'high',
    }
    await expectFlawless(
      await as('preparer'),
      sending(thornmere('/sections/b'), thornmere('/sections/b'), undecided),
      409,
    )
  })

  test('that was sent without its token, with what was typed', async () => {
    await expectFlawless(
      await as('preparer'),
      async ({ page }) => {
        await open(page, door.at(thornmere('/sections/b')))
        return send(page, thornmere('/sections/b'), { 'sw_emp_in.hc': '43' }, 'wrong')
      },
      403,
    )
  })
})
