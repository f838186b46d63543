/** The names of controls that are no boxes of the survey. */
const others = new Set(['_csrf', '_form', 'version', 'then', 'zero-fill', 'still-correct', 'choosing', 'keep'])

export const isSaved = (name) => Boolean(name) && !others.has(name) && !name.includes('*')

/** The name a change is saved under: "not collected" belongs to its box. */
export const savedAs = (name) => (name.endsWith('!nc') ? name.slice(0, -'!nc'.length) : name)

export const controlsOf = (form, name) =>
  [...form.querySelectorAll(`[name="${CSS.escape(name)}"]`)].filter(({ type }) => type !== 'hidden')

/** What stands in a box, as it is sent: a text, a list, why it is not collected, or null. */
export function valueOf(form, name) {
  const [reason] = controlsOf(form, `${name}!nc`)
  if (reason?.value) return { not_collected: reason.value }
  const controls = controlsOf(form, name)
  if (name.startsWith('explain!')) return explanation(controls)
  const [first] = controls
  if (first?.type === 'checkbox') return controls.filter(({ checked }) => checked).map(({ value }) => value)
  if (first?.type === 'radio') return controls.find(({ checked }) => checked)?.value ?? null
  if (controls.length > 1) return controls.map(({ value }) => value).filter(Boolean)
  return first?.value || null
}

/** What was written anew, or that the old reason still holds. */
function explanation(controls) {
  const written = controls.find(({ tagName }) => tagName === 'TEXTAREA')?.value.trim()
  const still = controls.find(({ type, checked }) => type === 'checkbox' && checked)
  return written || still?.value || null
}

/** Everything typed in these boxes, to be put back after the page was drawn anew. */
export const takeTyped = (form, names) =>
  [...names].flatMap((name) =>
    [name, `${name}!nc`].flatMap((each) =>
      controlsOf(form, each).map(({ value, checked }, at) => ({ name: each, at, value, checked })),
    ),
  )

export function putBack(form, typed) {
  for (const { name, at, value, checked } of typed) {
    const control = controlsOf(form, name)[at]
    if (!control) continue
    if (control.type === 'checkbox' || control.type === 'radio') control.checked = checked
    else control.value = value
  }
}
