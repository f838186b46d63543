/** Who is a mental health social worker (spec §2.2, page text): told before the first question that needs it. */
export const whoCounts: readonly string[] = [
  'A mental health social worker is a registered social worker (or a listed trainee) in a post held on the strength of that registration, spending at least half their time in a specialist mental health service for any age.',
  'Include people in their assessed and supported year in employment (ASYE), Think Ahead years 1 and 2, team managers and leads who are registered social workers, social workers in generic “mental health practitioner” or “care co-ordinator” posts, and people on paid or maternity leave.',
  'Exclude agency and bank staff, vacant posts, social work assistants, and social workers in other areas of healthcare (for example frailty) or in teams that are not mental health teams: those go in section N.',
]

/** The rule of thumb on every page from D to J (spec §2.0): nobody's details are told twice. */
export const countYourOwn =
  'Count the people you employ. The employer reports the person’s details; the host reports only how many it hosts.'
