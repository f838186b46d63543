const reasonOf = (form, name) => form.querySelector(`select[name="${CSS.escape(name)}!nc"]`)
const boxesOf = (form, name) => form.querySelectorAll(`input.entry__box[name="${CSS.escape(name)}"], input.govuk-input[name="${CSS.escape(name)}"]`)

/** A figure, or why there is none: giving one takes back the other. */
export function oneOrTheOther(form) {
  form.addEventListener('input', ({ target }) => {
    const reason = target.name && target.value !== '' && !target.name.includes('!') ? reasonOf(form, target.name) : null
    if (reason && target.tagName === 'INPUT') reason.value = ''
  })
  form.addEventListener('change', ({ target }) => {
    if (!target.name?.endsWith('!nc') || target.name.includes('*') || target.value === '') return
    for (const box of boxesOf(form, target.name.slice(0, -'!nc'.length))) box.value = ''
  })
}
