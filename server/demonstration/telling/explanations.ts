import type { Census } from '../census'
import { chanceOf } from '../chance'

const noneOfOurOwn =
  'We employ no mental health social workers ourselves; the councils we work with employ all of them.'

/** Why an odd figure is right, by the soft rule that asks: invented, like the figures. */
const sentences: Readonly<Record<string, readonly string[]>> = {
  B09: ['Most of this small group work school hours; the WTE was checked against their contracts.'],
  B10: ['We provide the service for two neighbouring areas as well, whose residents are not counted here.'],
  B11: [noneOfOurOwn],
  B13: ['Our social workers kept a 37-hour week when they transferred from the council.'],
  B14: [
    'We searched by registration. All our posts are for registered social workers only.',
    'Checked with the team managers: nobody holds a generic post.',
  ],
  C04: ['The agreement covers the AMHP service only; the teams themselves are not integrated.'],
  C05: ['They sit with the trust’s crisis team, but we manage them: we would not call that integrated.'],
  D04: ['Several people work compressed hours and are recorded as full time by the HR system.'],
  D06: ['A small team: two people left in August and agency staff are covering until the posts are filled.'],
  D07: ['Posts funded from winter money until March 2020.'],
  E03: [
    'We are over establishment until the transformation money is moved into the budget in April 2020.',
    'Two posts are funded by the council and are not in our establishment.',
  ],
  E06: ['Three people moved from another service in the year and were not counted as starters.'],
  E07: ['A new team was funded in August 2019 and had not been recruited to on the census date.'],
  E08: ['One of our two teams was reorganised in the year and most of it changed.'],
  E09: ['Agency staff were covering long-term sickness as well as vacancies.'],
  F06: ['Three of our own AMHPs are approved by the neighbouring council, where they work out of hours.'],
  F09: ['A very small authority: our AMHP service is shared with the neighbouring council.'],
  F10: ['Two of them were on long-term sick leave.'],
  G03: ['All our best interests assessments are bought from the neighbouring council.'],
  H04: [
    'Disability was never asked of people who transferred before 2015. We are asking everyone again this spring.',
    'Our HR system only began to record this in 2017.',
    'Many have not filled in the equality form; we have reminded them.',
  ],
  H05: ['Checked: the figures are right for a team of this size.'],
  H06: ['Checked against dates held by HR. Several experienced colleagues have returned after retirement.'],
  H07: ['A small team in a rural area. Checked with HR: these are declared, not blanks.'],
  H08: ['Small numbers: the records were checked with HR and they are right.'],
  H09: ['Several of our trainees came to social work as a second career.'],
  I07: ['One person began the year in October 2019 and is in section B only.'],
  J03: ['Ours is a service of senior practitioners; the first posts are with the council.'],
  J06: ['Two band 8a posts are professional leads, whom we count as qualified social workers.'],
  J07: [noneOfOurOwn],
  K04: ['They work across all teams: a trainer, two practice educators and the AMHP lead.'],
  L03: ['Requests are logged by the emergency duty team, whose log for April and May 2018 is missing.'],
  L05: ['Most of our assessments are done by sessional AMHPs, who are not employed by us.'],
  L06: ['There is a regional secure unit in our area, and many assessments follow from it.'],
  L07: ['Two of our assessors did nearly all of them; the others are newly qualified.'],
  L08: ['The figure includes assessments by the duty team.'],
  L10: ['Yes, this is an estimate from a sample of three months: the system cannot count them.'],
  M02: ['Includes contacts by support workers, which cannot be told apart.'],
  M03: ['Telephone contacts were only recorded from October 2018.'],
  M04: ['Caseloads include people waiting for a first appointment.'],
  N02: [
    'Checked: they are in this team and not in section B. About half of their work is with people who hear voices or self-harm.',
  ],
  N03: ['Two posts in the generic teams are wholly for mental health and are counted in section B.'],
}

const checked = 'We checked this with the team manager and with HR, and it is right.'

/** What this employer says about a rule that asks. */
export function explanationBy(code: string, rule: string, census: Census): string {
  const all = sentences[rule] ?? [checked]
  const timely = census === '2019' ? all : all.filter((sentence) => !/\b20\d\d\b/.test(sentence))
  return chanceOf('explains', code, rule).oneOf(timely.length === 0 ? [checked] : timely)
}
