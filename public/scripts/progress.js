/** How often the server is asked how far letters have got, in milliseconds. */
const EVERY = 2000

/**
 * What else the page says once nothing moves: what was kept, what did not arrive, what may still be pressed. It stands on
 * the page as anybody gets it anew, and is taken from there.
 */
async function drawTheRest() {
  const answer = await fetch(location.href, { headers: { accept: 'text/html', 'x-unattended': '1' } }).catch(() => undefined)
  if (!answer?.ok) return
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  for (const part of document.querySelectorAll('[data-progress-rest]')) {
    const now = page.querySelector(`[data-progress-rest="${part.dataset.progressRest}"]`)
    if (!now) continue
    const here = part.contains(document.activeElement)
    part.replaceWith(now)
    if (here) now.querySelector('a, button')?.focus()
  }
}

/** Keeps what a page says of letters on their way up to date, until nothing moves any more. */
export function watchProgress(part) {
  const bar = part.querySelector('progress')
  const say = (element, text) => {
    if (element && element.textContent !== text) element.textContent = text
  }

  async function look() {
    const answer = await fetch(part.dataset.progress, { headers: { accept: 'application/json', 'x-unattended': '1' } }).catch(() => undefined)
    if (answer?.status === 401) return
    if (answer?.ok) {
      const told = await answer.json()
      bar.max = told.of
      bar.value = told.done
      say(part.querySelector('[data-progress-state]'), told.state)
      say(part.querySelector('[data-progress-says]'), told.says)
      for (const [name, count] of Object.entries(told.counts)) {
        say(part.querySelector(`[data-progress-count="${name}"]`), count)
      }
      if (!told.moves) return drawTheRest()
    }
    setTimeout(look, EVERY)
  }

  setTimeout(look, EVERY)
}
