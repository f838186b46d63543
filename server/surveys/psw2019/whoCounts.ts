/** Who is a peer support worker (spec §3): told before the first question that needs it. */
export const whoCounts: readonly string[] = [
  'A peer support worker is someone in a role where their own lived experience of mental health difficulties, or of caring for someone with them, is essential to the job and used openly to support others.',
  'Do not count staff who happen to have lived experience, nor experts by experience paid per meeting.',
]
