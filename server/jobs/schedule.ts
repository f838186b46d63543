import { answerPasswordRequests } from '../actions/answerPasswordRequests'
import { deliverPost, type Fate } from '../actions/deliverPost'
import { pruneForms } from '../actions/pruneForms'
import { pruneSessions } from '../actions/pruneSessions'
import { sendAssignmentReminders } from '../actions/sendAssignmentReminders'
import { sendDueReminders } from '../actions/sendDueReminders'
import { sendQuestionReminders } from '../actions/sendQuestionReminders'
import type { Job } from './job'

const seconds = (count: number) => count * 1000
const hours = (count: number) => count * seconds(3600)

/** Everything that happens because time passes. All of it may run twice, late, or in several places at once. */
export const schedule: readonly Job[] = [
  {
    does: 'write the reminders that are due',
    // Judged at least every 30 seconds (contract, "The clock"): a turn takes time as well.
    every: seconds(20),
    run: async (services) => counted(await sendDueReminders(services), 'written'),
  },
  {
    does: 'remind colleagues of their sections',
    every: seconds(20),
    run: async (services) => counted(await sendAssignmentReminders(services), 'written'),
  },
  {
    does: 'remind employers of questions about figures',
    every: seconds(20),
    run: async (services) => counted(await sendQuestionReminders(services), 'written'),
  },
  {
    does: 'answer those who have forgotten their password',
    every: seconds(2),
    run: async (services) => counted(await answerPasswordRequests(services), 'answered'),
  },
  {
    does: 'deliver the post',
    every: seconds(2),
    run: async (services, stopping) => tallied(await deliverPost(services, stopping)),
  },
  {
    does: 'forget the sessions that have ended',
    every: hours(1),
    run: async (services) => counted(await pruneSessions(services), 'forgotten'),
  },
  {
    does: 'forget the forms that were sent or kept long ago',
    every: hours(1),
    run: async (services) => counted(await pruneForms(services), 'forgotten'),
  },
]

const counted = (count: number, what: string): string | undefined => (count === 0 ? undefined : `${count} ${what}`)

/** 12 sent, 1 failed */
function tallied(fates: readonly Fate[]): string | undefined {
  const kinds = [...new Set(fates)].sort()
  const counts = kinds.map((kind) => counted(fates.filter((fate) => fate === kind).length, kind.replace('_', ' ')))
  return counts.length === 0 ? undefined : counts.join(', ')
}
