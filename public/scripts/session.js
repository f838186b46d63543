/** How often to look whether the end is near, how long to wait for an answer, and between two questions, in milliseconds. */
const LOOK = 1000
const PATIENCE = 10_000
const BETWEEN = 15_000

const page = document.getElementById('session')
const email = page?.dataset.email
const warning = Number(page?.dataset.warning) * 1000
const dialogs = page?.content.cloneNode(true)
const warningDialog = dialogs?.getElementById('session-warning')
const endedDialog = dialogs?.getElementById('session-ended')

let endsAt = Date.now() + Number(page?.dataset.endsIn) * 1000
let nextQuestion = 0
let asking = false
// As long as is allowed, whatever is done: said once.
let inevitable = false
let comingBack
// The page that asks for a code, once the password was right.
let codePage

/** Says before somebody is signed out that they will be, and lets them in again on the page they are on. */
export function watchSession() {
  if (!page) return
  document.body.append(warningDialog, endedDialog)
  warningDialog.querySelector('[data-stay]').addEventListener('click', () => warningDialog.close())
  // Whichever key closes it was pressed by somebody who is there.
  warningDialog.addEventListener('close', stay)
  endedDialog.addEventListener('cancel', (event) => event.preventDefault())
  endedDialog.querySelector('[data-leave]').addEventListener('click', putAway)
  setInterval(look, LOOK)
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && isStillMine())
  window.addEventListener('pageshow', ({ persisted }) => persisted && isStillMine())
}

/** Who is signed in here now. Asking keeps nobody signed in, unless somebody did something. */
async function whoIsHere(seen = false) {
  const headers = { accept: 'application/json', ...(!seen && { 'x-unattended': '1' }) }
  const answer = await fetch('/session.json', { headers, cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) }).catch(() => undefined)
  if (answer?.status === 401) return { isGone: true }
  const said = answer?.ok ? await answer.json().catch(() => undefined) : undefined
  if (said?.email === email) {
    endsAt = Date.now() + said.endsIn * 1000
    renew(said.token)
  }
  return said
}

async function look() {
  const left = endsAt - Date.now()
  if (warningDialog.open) sayWhen(left)
  if (asking || endedDialog.open || left > warning || (inevitable && left > 0) || Date.now() < nextQuestion) return
  asking = true
  nextQuestion = Date.now() + (left > 0 ? BETWEEN : 0)
  const here = await whoIsHere()
  asking = false
  if (here) act(here)
}

/** The end is near, or has come, or is no longer near because something was done in another window. */
function act(here) {
  if (here.isGone) void signInAgain()
  else if (here.email !== email) putAway()
  else if (endsAt - Date.now() > warning) warningDialog.close('extended')
  else if (!warningDialog.open) {
    sayWhen(endsAt - Date.now())
    warningDialog.returnValue = ''
    warningDialog.showModal()
  }
}

function sayWhen(left) {
  const seconds = Math.max(Math.ceil(left / 10_000) * 10, 10)
  const text = seconds > 60 ? `in ${Math.ceil(seconds / 60)} minutes` : seconds === 60 ? 'in 1 minute' : `in ${seconds} seconds`
  const place = warningDialog.querySelector('[data-left]')
  if (place.textContent !== text) place.textContent = text
}

async function stay() {
  if (warningDialog.returnValue !== '') return
  const here = await whoIsHere(true)
  if (here) inevitable = !here.isGone && endsAt - Date.now() <= warning
  if (here?.isGone || (here && here.email !== email)) act(here)
}

async function isStillMine() {
  const here = endedDialog.open ? undefined : await whoIsHere()
  if (here?.isGone || (here && here.email !== email)) act(here)
}

/** Whether whoever this page was drawn for is signed in, if need be again, and the page has the token of their session. */
export async function comeBack() {
  if (!page) return true
  const here = await whoIsHere()
  if (!here) return false
  if (here.isGone) return signInAgain()
  if (here.email !== email) return putAway()
  return true
}

/** Asks for the password on this page, which nobody can read meanwhile. */
function signInAgain() {
  comingBack ??= new Promise((resolve) => {
    if (warningDialog.open) warningDialog.close('ended')
    endedDialog.showModal()
    document.body.classList.add('put-away')
    const form = endedDialog.querySelector('form')
    const submitted = async (event) => {
      event.preventDefault()
      const problem = await enter(form)
      endedDialog.querySelector('[role=alert]').textContent = problem ?? ''
      form.elements.password.value = ''
      form.elements.one_time_code.value = ''
      if (problem) (codePage ? form.elements.one_time_code : form.elements.password).focus()
      else {
        form.removeEventListener('submit', submitted)
        comingBack = undefined
        document.body.classList.remove('put-away')
        endedDialog.close()
        resolve(true)
      }
    }
    form.addEventListener('submit', submitted)
  })
  return comingBack
}

/** Signs in as whom this page was drawn for: what was wrong, or what is still asked for, if anything is. */
async function enter(form) {
  const answer = await (codePage ? giveCode(form) : givePassword(form))
  if (!answer) return 'There is no connection. Try again in a moment.'
  const here = await whoIsHere(true)
  if (here?.email && here.email !== email) return putAway()
  codePage = !here?.email && answer.path === '/sign-in/code' ? answer : undefined
  form.querySelector('[data-code]').hidden = !codePage
  form.querySelector('.govuk-password-input').hidden = Boolean(codePage)
  return here?.email ? undefined : (problemIn(answer) ?? asked[answer.path] ?? 'It did not work. Try again in a moment.')
}

/** What is asked for besides the password, by the page that asks for it. */
const asked = {
  '/sign-in/code': 'Your password is right. Now enter the code that your app shows, or a recovery code.',
  '/sign-in/two-factor': 'Two-factor sign-in must be set up first. Sign in and set it up in another window, then press this button again.',
}

/** Whoever is signed in already, in another window, is led on from the door. */
async function givePassword(form) {
  const door = await ask('/sign-in')
  if (!door || door.redirected) return door
  return post('/sign-in', door, { email, password: form.elements.password.value, next: location.pathname + location.search })
}

const giveCode = (form) => post('/sign-in/code', codePage, { one_time_code: form.elements.one_time_code.value })

const post = (path, page, fields) => ask(path, { method: 'POST', body: new URLSearchParams({ _csrf: tokenIn(page), ...fields }) })

const problemIn = ({ says }) => says.querySelector('.govuk-error-summary__list')?.textContent.trim()

async function ask(path, given = {}) {
  const answer = await fetch(path, { headers: { accept: 'text/html' }, ...given, signal: AbortSignal.timeout(PATIENCE) }).catch(() => undefined)
  const html = await answer?.text().catch(() => undefined)
  if (html === undefined) return undefined
  return { redirected: answer.redirected, path: new URL(answer.url).pathname, says: new DOMParser().parseFromString(html, 'text/html') }
}

const tokenIn = ({ says }) => says.querySelector('[name=_csrf]')?.value ?? ''

/** Signing in again makes a new token, which what is sent from this page must bring. */
const renew = (token) => {
  for (const box of document.querySelectorAll('[name=_csrf]')) box.value = token
}

/** This page is not for who is here now: it goes, and what was typed in it waits for whom it belongs to. */
function putAway() {
  document.body.classList.add('put-away')
  const left = new Event('put-away', { cancelable: true })
  if (document.dispatchEvent(left)) location.replace('/')
  return new Promise(() => {})
}
