import path from 'node:path'
import ejs from 'ejs'
import { closing, greeting, type WrittenLetter } from '../domain/post/written'
import { projectRoot } from '../projectRoot'

/** The whole letter as a page. */
export const asHtml = (written: WrittenLetter): Promise<string> =>
  ejs.renderFile(
    path.join(projectRoot(), 'views', 'mail', 'letter.ejs'),
    { letter: written.letter, greeting: greeting(written), closing: closing(written) },
    { cache: true },
  )
