import type { Receipt } from '../domain/returns/receipt'
import type { QuestionRead, SectionRead } from '../domain/reading/sectionInWords'
import type { Block, ColumnHead } from './block'

/** A receipt, block by block. */
export const receiptBlocks = (receipt: Receipt): Block[] => [
  { kind: 'heading', level: 1, text: 'Receipt' },
  { kind: 'table', columns: [], rows: receipt.lines.map(({ label, text }) => [label, text]) },
  {
    kind: 'paragraph',
    text: 'The fingerprint is worked out from everything that was submitted. As long as it is the same, nothing of the submission has been changed.',
  },
  ...headlineBlocks(receipt),
  ...explanationBlocks(receipt),
  ...uncollectedBlocks(receipt),
  ...answerBlocks(receipt),
]

const words = (label: string): ColumnHead => ({ label, isFigure: false })

const heading = (text: string, level: 2 | 3 | 4 = 2): Block => ({ kind: 'heading', level, text })

function headlineBlocks({ headlines }: Receipt): Block[] {
  if (headlines.length === 0) return []
  return [
    heading('Headline figures'),
    {
      kind: 'table',
      columns: [words('Figure'), { label: 'Submitted', isFigure: true }],
      rows: headlines.map(({ label, figure }) => [label, figure]),
    },
  ]
}

function explanationBlocks({ explained }: Receipt): Block[] {
  const blocks = explained.flatMap(({ says, explanation }): Block[] => [
    ...says.map((text): Block => ({ kind: 'paragraph', text, weight: 'bold' })),
    { kind: 'paragraph', text: explanation === '' ? 'No explanation was given.' : explanation },
  ])
  return [heading('What was explained'), ...orNothing(blocks, 'Nothing needed an explanation.')]
}

function uncollectedBlocks({ uncollected }: Receipt): Block[] {
  const table: Block = {
    kind: 'table',
    columns: [words('Question'), words('Why')],
    rows: uncollected.map(({ label, section, why }) => [`${label} (section ${section})`, why]),
  }
  return [
    heading('What is not collected, and why'),
    ...orNothing(uncollected.length === 0 ? [] : [table], 'Everything asked for was collected.'),
  ]
}

const orNothing = (blocks: Block[], says: string): Block[] =>
  blocks.length === 0 ? [{ kind: 'paragraph', text: says }] : blocks

function answerBlocks({ sections }: Receipt): Block[] {
  if (sections.length === 0) return []
  return [heading('What was submitted'), ...sections.flatMap(sectionBlocks)]
}

const sectionBlocks = ({ letter, title, questions }: SectionRead): Block[] => [
  heading(`${letter}. ${title}`, 3),
  ...questionBlocks(questions),
]

/** Longer answers do not fit beside their question. */
const LONG = 400

/** Questions with one answer stand together in one table, up to the next that has a table of its own. */
function questionBlocks(questions: readonly QuestionRead[]): Block[] {
  const blocks: Block[] = []
  for (const question of questions) {
    const last = blocks.at(-1)
    const line = shortAnswer(question)
    if (!line) blocks.push(...ownBlocks(question))
    else if (last?.kind === 'table' && last.columns === answerColumns) {
      blocks[blocks.length - 1] = { ...last, rows: [...last.rows, line] }
    } else blocks.push({ kind: 'table', columns: answerColumns, rows: [line] })
  }
  return blocks
}

const answerColumns = [words('Question'), words('Answer')]

const shortAnswer = ({ label, only }: QuestionRead): string[] | undefined =>
  only && only.text.length <= LONG ? [label, only.text] : undefined

function ownBlocks({ label, only, columns, rows }: QuestionRead): Block[] {
  const titled = label === '' ? [] : [heading(label, 4)]
  if (only) return [...titled, { kind: 'paragraph', text: only.text }]
  return [
    ...titled,
    {
      kind: 'table',
      columns: [words(label === '' ? 'Question' : 'Of which'), ...columns],
      rows: rows.map((row) => [row.label, ...row.answers.map(({ text }) => text)]),
    },
  ]
}
