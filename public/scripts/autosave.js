import { isSaved, savedAs, valueOf } from '/scripts/boxes.js'
import { button, clearProblem, showFigures, showProblem, showState, timeOf } from '/scripts/messages.js'
import { redraw } from '/scripts/redraw.js'
import { comeBack } from '/scripts/session.js'

const AT_ONCE = 50
const WHILE_TYPING = 2500
const FIRST_WAIT = 3000
const LONGEST_WAIT = 60_000
/** After so long without an answer there is no connection: the server itself gives up sooner. */
const PATIENCE = 20_000

/** Saves every change of a section as it is made. The form works without it: this only saves earlier. */
export function autosave(form) {
  const waiting = new Set()
  // What could not be read, by its box; and what somebody else changed at the same time.
  const unread = new Map()
  const clashing = new Map()
  // Boxes with something unsaved in them that others have changed: they are saved as of the version they were drawn with.
  const overtaken = new Map()
  const unsaved = () => new Set([...waiting, ...unread.keys(), ...clashing.keys()])
  let version = Number(form.elements.version.value)
  let via = 'typed'
  let sending = false
  let stopped = false
  let leaving = false
  let cutOff = false
  // Whether somebody has just been found to be signed in still; and whether a change is sent once more by itself.
  let admitted = false
  let retrying = false
  let outOfDate = false
  // Somebody chose what a colleague gave: it is to be drawn, once nothing is on its way.
  let choseTheirs = false
  let savedAt
  let held
  let wait = FIRST_WAIT
  let timer
  let due = Infinity
  // The box somebody is in the middle of, and until when it is left alone: nothing else waits for it.
  let typing
  let restsUntil = 0

  /** In so many milliseconds, or earlier where that has been arranged already. */
  const soon = (delay) => {
    const at = performance.now() + delay
    if (timer !== undefined && due <= at) return
    clearTimeout(timer)
    due = at
    timer = setTimeout(send, delay)
  }

  const isTyping = (name) => name === typing && performance.now() < restsUntil

  const changed = ({ target, detail }, delay) => {
    const name = savedAs(target.name)
    waiting.add(name)
    typing = delay === WHILE_TYPING ? name : undefined
    restsUntil = performance.now() + delay
    if (stopped) return
    if (detail?.via === 'pasted') via = 'pasted'
    if ([...waiting].every(isTyping)) rest()
    soon(delay)
  }

  const rest = () => {
    clearTimeout(timer)
    timer = undefined
  }

  form.addEventListener('change', (event) => isSaved(event.target.name) && changed(event, AT_ONCE))
  form.addEventListener('input', (event) => isSaved(event.target.name) && changed(event, WHILE_TYPING))
  // The form takes everything along. It waits for what is on its way, so that nobody clashes with themselves; and where
  // there is no connection, or nobody is signed in any more, it stays: what was typed would be lost, or wait elsewhere.
  form.addEventListener('submit', (event) => {
    leaving = !sending && !cutOff && admitted
    admitted = false
    if (leaving) return
    event.preventDefault()
    held = { by: event.submitter }
    if (sending) return
    if (cutOff) send()
    else admit()
  })
  // Somebody else is at this browser now. What was typed is sent for whom the page was drawn, and waits for them.
  document.addEventListener('put-away', (event) => {
    leaving = true
    stopped = true
    if (unsaved().size === 0) return
    event.preventDefault()
    form.submit()
  })
  window.addEventListener('pageshow', () => {
    leaving = false
  })
  window.addEventListener('online', () => soon(AT_ONCE))
  window.addEventListener('beforeunload', (event) => {
    if (!leaving && (waiting.size > 0 || sending)) event.preventDefault()
  })

  /**
   * One at a time, until the page shows what came of it. The page is drawn anew while nothing is on its way, and what is
   * sent is taken from it after that: until then it counts as typed, and stays in its box.
   */
  async function send() {
    timer = undefined
    if (sending || stopped || leaving) return
    if (ready().length === 0 && !choseTheirs) {
      if ([...waiting].some(isTyping)) soon(restsUntil - performance.now())
      return
    }
    sending = true
    if (outOfDate || choseTheirs) await drawAnew()
    const names = takeNext()
    if (names.length > 0) await sendOff(names)
    sending = false
    if (held && !cutOff) await admit()
    else goOn()
  }

  async function sendOff(names) {
    showState('Saving…')
    const answer = await patch(names).catch(() => undefined)
    cutOff = !answer
    if (!answer) again(names, 'Not saved: no connection. What you typed stays here, and we keep trying.')
    else await settle(answer, names)
  }

  function goOn() {
    held = undefined
    if ((waiting.size > 0 || choseTheirs) && timer === undefined) soon(AT_ONCE)
  }

  /** What can be sent: not what somebody must choose first, and not what is half typed. */
  const ready = () => [...waiting].filter((name) => !clashing.has(name) && !isTyping(name))

  /** Lets the form go, once it is known that somebody is there to receive it for whoever typed. */
  async function admit() {
    sending = true
    const isBack = await comeBack()
    sending = false
    const press = held
    if (!isBack) showState('Not saved: no connection. What you typed stays here. Try again in a moment.', 'cannot')
    goOn()
    if (!press || !isBack) return
    admitted = true
    form.requestSubmit(stillThere(form, press.by))
  }

  /** What is sent next: first the boxes that others have changed, for which another version is sent. */
  function takeNext() {
    const names = ready()
    const first = names.filter((name) => overtaken.has(name))
    const next = first.length > 0 ? first : names
    for (const name of next) waiting.delete(name)
    return next
  }

  function patch(names) {
    const cells = Object.fromEntries(names.map((name) => [name, valueOf(form, name)]))
    const seen = outOfDate ? Number(form.elements.version.value) : version
    const asOf = Math.min(seen, ...names.flatMap((name) => overtaken.get(name) ?? []))
    const body = JSON.stringify({ version: asOf, via, cells })
    via = 'typed'
    // Trying again, and again, does not keep anybody signed in.
    const headers = { 'content-type': 'application/json', 'x-csrf-token': form.elements._csrf.value, ...(retrying && { 'x-unattended': '1' }) }
    retrying = false
    return fetch(form.action, { method: 'PATCH', headers, body, signal: AbortSignal.timeout(PATIENCE) })
  }

  function again(names, says) {
    for (const name of names) waiting.add(name)
    showState(says, 'cannot')
    retrying = true
    soon(wait)
    wait = Math.min(wait * 2, LONGEST_WAIT)
  }

  async function settle(answer, names) {
    const said = await answer.json().catch(() => ({}))
    if (answer.status === 200) await saved(said, names)
    else if (answer.status === 409 && said.conflicts) await clash(said, names)
    else if (answer.status === 401 || answer.status === 403) await admitAgain(names, answer.status)
    else if (answer.status === 423) tooLate(said.says)
    else if (answer.status === 409 || answer.status === 404) stop(said.says, names)
    else if (answer.status === 422) showState(`Not saved: ${said.problems?.[0]?.says ?? 'it could not be read'}`, 'cannot')
    else again(names, 'Not saved: the service is busy. What you typed stays here, and we keep trying.')
  }

  async function saved(said, names) {
    wait = FIRST_WAIT
    for (const name of names) {
      unread.delete(name)
      clearProblem(form, name)
    }
    goOnFrom(said, names)
    savedAt = timeOf(said.savedAt)
    showState(`Saved ${savedAt}`, 'saved', said.state)
    showFigures(form, said.shown)
    for (const { address, says } of said.unread) unread.set(address, says)
    if (outOfDate || said.asks !== form.dataset.asks) await drawAnew()
    else tell()
    if (said.unread.length > 0) showState('Not all saved: see the message at the box', 'cannot', said.state)
  }

  /** From a newer version, once the page shows what others have changed until then. */
  function goOnFrom(said, names) {
    for (const name of names) overtaken.delete(name)
    for (const name of said.changed) if (unsaved().has(name) && !overtaken.has(name)) overtaken.set(name, version)
    version = said.version
    outOfDate ||= said.changed.length > 0
    showVersion()
  }

  /** "Save section" asks about whatever has not been shown or decided: the version it sends stays what it was until then. */
  function showVersion() {
    if (!outOfDate && clashing.size === 0) form.elements.version.value = Math.min(version, ...overtaken.values())
  }

  async function drawAnew() {
    choseTheirs = false
    outOfDate = !(await redraw(form, unsaved))
    showVersion()
    tell()
  }

  /** What stands under boxes: what could not be read in them, and what somebody else made of them. */
  function tell() {
    for (const [address, says] of unread) showProblem(form, address, says)
    for (const [cell, { by, theirs, at }] of clashing) {
      const says = `${by} changed this to ${inWords(theirs)} at ${timeOf(at)}.`
      showProblem(form, cell, says, button('Keep mine', () => decide(cell, true)), button('Keep theirs', () => decide(cell, false)))
    }
  }

  /** Somebody is signed out, or has signed in anew: it is sent again once they are back. */
  async function admitAgain(names, status) {
    again(names, 'Not saved: you have been signed out. What you typed stays here.')
    if ((await comeBack()) && status === 401) soon(AT_ONCE)
  }

  /** What is typed after the close is held by the server, and is no part of the return. */
  function tooLate(says) {
    showState(`Not saved: ${says} What you type now is held apart. Press “Save section” to see it and to ask for more time.`, 'locked')
  }

  /** Nothing more is saved from here: leaving asks first, and the button shows all that was typed. */
  function stop(says, names) {
    for (const name of names) waiting.add(name)
    stopped = true
    showState(`Not saved: ${says ?? 'this section cannot be changed now.'} Press “Save section” to see what you typed.`, 'locked')
  }

  async function clash(said, names) {
    for (const conflict of said.conflicts) clashing.set(conflict.cell, conflict)
    goOnFrom(said, names)
    savedAt = timeOf(said.savedAt)
    showState(`Saved ${savedAt}, but somebody else changed the same box`, 'cannot')
    if (outOfDate) await drawAnew()
    else tell()
  }

  function decide(cell, mine) {
    clashing.delete(cell)
    clearProblem(form, cell)
    document.activeElement?.blur()
    if (mine) waiting.add(cell)
    else {
      waiting.delete(cell)
      overtaken.delete(cell)
      choseTheirs = outOfDate = true
      if (unsaved().size === 0) showState(`Saved ${savedAt}`, 'saved')
    }
    showVersion()
    return send()
  }
}

/** The same button, where the questions have been drawn anew since it was pressed. */
const stillThere = (form, button) =>
  button && !button.isConnected
    ? [...form.querySelectorAll('button[type="submit"]')].find(({ name, value }) => name === button.name && value === button.value)
    : button

function inWords(theirs) {
  if (theirs === null) return 'nothing'
  return typeof theirs === 'object' && !Array.isArray(theirs) ? 'not collected' : String(theirs)
}
