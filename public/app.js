import { initAll } from '/govuk-frontend.min.js'
import { autosave } from '/scripts/autosave.js'
import { fillFromSpreadsheet } from '/scripts/paste.js'
import { oneOrTheOther } from '/scripts/notCollected.js'
import { watchProgress } from '/scripts/progress.js'
import { pictures } from '/scripts/pictures.js'
import { printing } from '/scripts/printing.js'
import { sayThatItTakesLong } from '/scripts/waiting.js'
import { watchSession } from '/scripts/session.js'
import { worklist } from '/scripts/worklist.js'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
initAll()
printing(document)
pictures(document)
watchSession()

for (const part of document.querySelectorAll('[data-progress]')) watchProgress(part)

for (const form of document.querySelectorAll('form[data-waits]')) sayThatItTakesLong(form)

for (const form of document.querySelectorAll('form[data-autosave]')) {
  autosave(form)
  fillFromSpreadsheet(form)
  oneOrTheOther(form)
}

for (const list of document.querySelectorAll('[data-worklist]')) worklist(list, document)
