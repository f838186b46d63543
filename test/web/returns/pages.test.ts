import { useApp } from '../../support/app'
import { faultsIn } from '../../support/wellFormed'
import { complete } from './complete'
import { startDraft } from './draft'

const employers = useApp()

describe('the pages of a return are well-formed', () => {
  const paths = [
    '',
    '/sections/a',
    '/sections/b',
    '/sections/b?saved=1',
    '/sections/k',
    '/sections/n',
    '/check',
    '/history',
    '/reopening-requests',
    '/decline',
  ]

  test.each(paths)('/returns/:id%s', async (path) => {
    const draft = await startDraft(employers)
    await draft.save('a', { has_mhsw: 'yes', return_scope: 'joint_return' })
    await draft.save('b', {
      'sw_emp_in.hc': '41',
      'sw_emp_in.wte': '18.2',
      'sw_ext.hc': '3',
      'sw_generic_posts.hc!nc': 'not_recorded',
    })
    await draft.save('k', { 'team_provided.cmht': 'yes', 'team_uses_sw.cmht': 'yes' })
    expect(await faultsIn((await draft.as.get(draft.at(path))).text)).toEqual([])
  })

  test('also with problems, and to be signed', async () => {
    const draft = await startDraft(employers)
    expect(await faultsIn((await draft.save('f', { amhp_emp_any: 'yes', 'amhp_emp.hc': 'lots' })).text)).toEqual([])
    await complete(employers, draft)
    await draft.as.post(draft.at('/signature-request'))
    const signatory = await draft.signInAs('signatory')
    expect(await faultsIn((await signatory.get(draft.at('/sign-off'))).text)).toEqual([])
    expect(await faultsIn((await signatory.post(draft.at('/submission'), {})).text)).toEqual([])
  })
})
