import { controlsOf } from '/scripts/boxes.js'

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' })
export const timeOf = (instant) => clock.format(new Date(instant))

/** How things stand, top right of the page. */
export function showState(text, kind = 'plain', more = undefined) {
  const place = document.getElementById('state')
  if (!place) return
  const lines = more ?? [...place.children].slice(1).map((line) => ({ line }))
  place.replaceChildren(line(text, kind), ...lines.map((each) => each.line ?? line(each.text, each.kind)))
}

function line(text, kind) {
  const made = document.createElement('span')
  made.className = `state__item state__item--${kind}`
  made.textContent = text
  return made
}

/** What the survey works out, shown where it stands. */
export function showFigures(form, shown) {
  for (const place of form.querySelectorAll('[data-shown]')) {
    const text = shown[place.dataset.shown]
    if (text !== undefined && place.textContent !== text) place.textContent = text
  }
}

const idOf = (name) => `${name.replace('!', '-')}-problem`

/** Says under a box what cannot be read in it. */
export function showProblem(form, name, says, ...buttons) {
  clearProblem(form, name)
  const [box] = controlsOf(form, name)
  if (!box) return
  const message = document.createElement('span')
  message.className = 'entry__problem'
  message.id = idOf(name)
  message.setAttribute('role', 'status')
  message.append(says, ...buttons.flatMap((button) => [' ', button]))
  box.setAttribute('aria-invalid', 'true')
  box.setAttribute('aria-describedby', message.id)
  box.classList.add('entry__box--cannot')
  const group = box.closest('td, .govuk-form-group, fieldset') ?? box.parentElement
  group.append(message)
}

export function clearProblem(form, name) {
  document.getElementById(idOf(name))?.remove()
  const [box] = controlsOf(form, name)
  box?.removeAttribute('aria-invalid')
  box?.classList.remove('entry__box--cannot')
}

export function button(text, press) {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'link-button'
  made.textContent = text
  made.addEventListener('click', press)
  return made
}
