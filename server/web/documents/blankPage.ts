import type { OwnReturn } from '../../db/foundReturn'
import { cellInWords } from '../../domain/reading/cellInWords'
import { reasons } from '../../domain/survey/cells'
import type { Section } from '../../domain/survey/definition'
import type { Sheet } from '../../domain/survey/sheet'
import type { Page } from '../chrome'
import { blankBlocks, type BlankBlock } from './blankBlocks'
import { askedWords } from './askedWords'
import { readableSections } from './readings'

/** Every question with what it means and room for its answer, for gathering figures on paper. */
export interface BlankPage extends Page {
  readonly says: readonly string[]
  /** Why something may be "not collected". */
  readonly reasons: readonly string[]
  readonly sections: readonly BlankSection[]
}

interface BlankSection {
  readonly id: string
  readonly letter: string
  readonly title: string
  /** When it is asked at all, where that is not always. */
  readonly when: string | undefined
  /** What to know before starting. */
  readonly intro: readonly string[]
  readonly blocks: readonly BlankBlock[]
}

/** The questions put to this type of organisation; of a contributor, in the sections they were given. */
export function blankPage(found: OwnReturn, sheet: Sheet): BlankPage {
  const { organisation, collection, id } = found
  return {
    title: 'Blank form',
    caption: `${organisation.name}, ${collection.title}`,
    backLink: { text: 'All sections', href: `/returns/${id}` },
    says: [
      'Every question you can be asked, with room to write, for gathering figures from colleagues. Answers are sent in on the website, or with the spreadsheet, not on this form.',
      'A figure nobody can give is not 0. Write NC, for not collected, and the letter of the reason:',
    ],
    reasons: Object.values(reasons),
    sections: readableSections(found, sheet).map((section) => blankSection(section, sheet)),
  }
}

function blankSection(section: Section, sheet: Sheet): BlankSection {
  const { code, title, intro = [], when, filledBy } = section
  return {
    id: `section-${code}`,
    letter: code.toUpperCase(),
    title,
    when: filledBy ? 'Filled in by whoever signs, when the return is signed.' : askedWords(when, sheet),
    intro,
    blocks: blankBlocks(section, sheet, held(sheet)),
  }
}

/** What we hold of an organisation, which it does not have to give. */
const held =
  (sheet: Sheet) =>
  (code: string, box: Parameters<typeof cellInWords>[0]): string =>
    cellInWords(box, sheet.cells[code], new Map()) ?? 'nothing'
