import type { Request } from 'express'
import { body } from 'express-validator'
import { isCampaignReaders, type CampaignReaders } from '../../domain/chasing/campaign'
import { placeholderProblem } from '../../domain/chasing/template'
import { readForm, type FormRead } from '../forms'

type Box = 'subject' | 'body' | 'readers' | 'copies' | 'recent'

const withoutUnknown = (typed: string): boolean => {
  const says = placeholderProblem(typed)
  if (says !== undefined) throw new Error(says)
  return true
}

/** Reads the letter that was written, and for whom. */
export const readChase = (req: Request): Promise<FormRead<Box>> =>
  readForm(req, {
    subject: body('subject')
      .trim()
      .isLength({ min: 3, max: 150 })
      .withMessage('Enter what the letter is about, in 3 to 150 characters.')
      .not()
      .matches(/[\r\n]/)
      .withMessage('Write what the letter is about in one line.')
      .custom(withoutUnknown),
    body: body('body')
      .trim()
      .isLength({ min: 10, max: 5000 })
      .withMessage('Write the letter, in 10 to 5,000 characters.')
      .custom(withoutUnknown),
    readers: body('readers').custom(isCampaignReaders).withMessage('Choose whom to write to.'),
    copies: body('copies').isIn(['', 'yes']).withMessage('Tick the box or leave it.'),
    recent: body('recent').isIn(['', 'yes']).withMessage('Tick the box or leave it.'),
  })

/** What was chosen, once it has been read. */
export const choiceIn = ({ readers, copies, recent }: Readonly<Record<Box, string>>) => ({
  readers: readersIn(readers),
  copies: copies === 'yes',
  despiteGap: recent === 'yes',
})

const readersIn = (given: string): CampaignReaders => (isCampaignReaders(given) ? given : 'preparers')
