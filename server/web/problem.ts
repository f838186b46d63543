import type { Response } from 'express'

/** Why a program is not given what it asked for (RFC 9457). */
export interface SaidProblem {
  readonly status: number
  readonly title: string
  readonly detail: string
  /** What to quote when asking about it. */
  readonly reference?: string | undefined
}

/** Answers a program that it cannot have what it asked for, and why. */
export function sendProblem(res: Response, problem: SaidProblem): void {
  res
    .status(problem.status)
    .type('application/problem+json')
    .send(JSON.stringify({ type: 'about:blank', ...problem }))
}
