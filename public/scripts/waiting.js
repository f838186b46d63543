/** Shows, once a form has been sent, that its answer takes long and that nobody need wait for it. */
export function sayThatItTakesLong(form) {
  form.addEventListener('submit', () => {
    form.querySelector('[data-waiting]').hidden = false
  })
}
