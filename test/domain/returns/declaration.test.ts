import { valueCell, type Cells } from '../../../server/domain/survey/cells'
import { readDeclaration } from '../../../server/domain/returns/declaration'
import { sheetOf } from '../../../server/domain/survey/routing'
import { psw2019 } from '../../../server/surveys/psw2019'
import { registerOf } from '../../surveys/register'

const declared = {
  psw_decl_name: 'Ada Marsh',
  psw_decl_role: 'chief_executive',
  psw_decl_job_title: 'Chief executive',
  psw_decl_email: 'ada.marsh@thornmere.example',
  psw_decl_accurate: 'yes',
  psw_decl_identify: 'named',
  psw_decl_no_personal: 'yes',
}

const problems = (typed: Readonly<Record<string, string>>, cells: Cells = {}) =>
  readDeclaration(sheetOf(psw2019, registerOf('nhs_trust'), { psw_any: valueCell('no'), ...cells }), typed, {
    alone: false,
  }).problems.map(({ address }) => address)

describe('the declaration of a survey with codes of its own', () => {
  test('lacks nothing where nothing had to be explained', () => {
    expect(problems(declared)).toEqual([])
  })

  test('says that warnings were read where there are any', () => {
    const warned = {
      psw_any: valueCell('yes'),
      'psw_emp.hc': valueCell(0),
      'psw_ext.hc': valueCell(0),
      'psw_out.hc': valueCell(0),
      psw_volunteer: valueCell(51),
    }
    expect(problems(declared, warned)).toEqual(['psw_decl_warnings'])
    expect(problems({ ...declared, psw_decl_warnings: 'yes' }, warned)).toEqual([])
  })

  test('must explain an address outside the domains held', () => {
    expect(problems({ ...declared, psw_decl_email: 'ada@elsewhere.example' })).toEqual(['explain!Q03'])
  })
})
