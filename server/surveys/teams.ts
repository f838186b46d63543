import { rows } from './words'

/**
 * The services of section K, which the peer support survey asks about too (spec §2.11). In brackets: the type of team
 * in the Mental Health Services Data Set.
 */
export const teamLabels = {
  cmht: 'Generic community mental health team, adults (A06)',
  eip: 'Early intervention in psychosis (A14)',
  brief_assessment: 'Brief intervention and assessment / access team (A18)',
  perinatal: 'Community perinatal (C02)',
  older_community: 'Older people’s community mental health team / organic (A07)',
  memory: 'Memory service (A17)',
  crhtt: 'Crisis resolution / home treatment (A02)',
  liaison: 'Psychiatric liaison (A11)',
  place_of_safety: 'Health-based place of safety, crisis café (A20, A21)',
  assertive_outreach: 'Assertive outreach (A08)',
  rehab_community: 'Community rehabilitation (A09)',
  eating_disorder: 'Community eating disorder (C10)',
  personality_disorder: 'Personality disorder (A16)',
  primary_care_mh: 'Primary care mental health / IAPT (A05)',
  homeless: 'Homelessness / rough sleeping (D08)',
  forensic_community: 'Community forensic (B01)',
  liaison_diversion: 'Criminal justice liaison and diversion (D02)',
  prison_inreach: 'Prison in-reach (D03)',
  substance_misuse: 'Substance misuse (D01)',
  day_recovery: 'Day service / recovery college (A01)',
  cyp_community: 'Children and young people’s community mental health (CAMHS)',
  cyp_looked_after: 'Looked-after children’s mental health (C06)',
  cyp_youth_justice: 'Youth offending mental health (C07)',
  cyp_neurodev: 'Neurodevelopment, children and young people (C04)',
  ld_community: 'Learning disability community team (E01)',
  autism: 'Autism service (C01)',
  ip_adult_acute: 'Inpatient: adult acute',
  ip_picu: 'Inpatient: psychiatric intensive care',
  ip_older: 'Inpatient: older people',
  ip_rehab: 'Inpatient: rehabilitation',
  ip_low_secure: 'Inpatient: low secure',
  ip_medium_secure: 'Inpatient: medium secure',
  ip_high_secure: 'Inpatient: high secure',
  ip_cyp: 'Inpatient: children and young people',
  ip_perinatal: 'Inpatient: mother and baby unit',
  ip_eating_disorder: 'Inpatient: eating disorder',
  ip_ld: 'Inpatient: learning disability / autism',
  amhp_hub: 'Dedicated AMHP service / emergency duty',
  hospital_discharge: 'Hospital discharge / section 117 team',
  other_community: 'Other community service',
  other_inpatient: 'Other inpatient service',
}

export const teams = rows(teamLabels)
