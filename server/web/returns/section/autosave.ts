import { isReason } from '../../../domain/survey/cells'
import type { Section, SurveyDefinition } from '../../../domain/survey/definition'
import { explanationAddress } from '../../../domain/survey/explanations'
import { atlasOf } from '../../../domain/survey/places'
import type { Problem, Typed } from '../../../domain/survey/readSection'

/** A change sent by the script of a page, or by a program: `{ version, cells: { address: value } }`. */
export interface Autosave {
  readonly version: number
  readonly typed: Typed
  readonly via: 'typed' | 'pasted'
}

export type AutosaveRead =
  { readonly ok: true; readonly autosave: Autosave } | { readonly ok: false; readonly problems: readonly Problem[] }

const isRecord = (given: unknown): given is Record<string, unknown> =>
  typeof given === 'object' && given !== null && !Array.isArray(given)

/** Reads the body of an autosave as the fields of a form; says what it should have been where it is not that. */
export function readAutosave(body: unknown, section: Section, definition: SurveyDefinition): AutosaveRead {
  const { version, cells, via } = isRecord(body) ? body : {}
  if (typeof version !== 'number' || !Number.isSafeInteger(version) || version < 0) {
    return refused('version', 'Send “version”: the whole number that the page was drawn with, like 7.')
  }
  if (!isRecord(cells)) {
    return refused(
      'cells',
      'Send “cells”: an object of addresses and what is to stand there, like { "est_wte": "12.5" }.',
    )
  }
  const problems = Object.entries(cells).flatMap(([name, sent]) => problemIn(name, sent, section, definition) ?? [])
  if (problems.length > 0) return { ok: false, problems }
  const typed = Object.fromEntries(Object.entries(cells).flatMap(([name, sent]) => fieldsOf(name, sent)))
  return { ok: true, autosave: { version, typed, via: via === 'pasted' ? 'pasted' : 'typed' } }
}

const refused = (address: string, says: string): AutosaveRead => ({ ok: false, problems: [{ address, says }] })

function problemIn(name: string, sent: unknown, section: Section, definition: SurveyDefinition): Problem | undefined {
  if (!isIn(section, name, definition)) {
    return { address: name, says: `There is no “${name}” in section ${section.code.toUpperCase()}.` }
  }
  if (isSendable(sent)) return undefined
  return {
    address: name,
    says: `“${name}” must be a text, a number, a list of texts, null, or { "not_collected": a reason }.`,
  }
}

/** A box of the section, a set of its boxes (`demo_age.*.wte`), or the explanation of one of its rules. */
function isIn(section: Section, name: string, definition: SurveyDefinition): boolean {
  if (section.rules.some(({ code }) => explanationAddress(code) === name)) return true
  const atlas = atlasOf(definition)
  if (atlas.question(name)?.section.code !== section.code) return false
  return name.includes('*') || atlas.place(name) !== undefined || atlas.question(name)?.question.code === name
}

const isSendable = (sent: unknown): boolean =>
  sent === null ||
  ['string', 'number', 'boolean'].includes(typeof sent) ||
  (Array.isArray(sent) && sent.every((part) => typeof part === 'string')) ||
  (isRecord(sent) && isReason(sent.not_collected))

function fieldsOf(name: string, sent: unknown): [string, unknown][] {
  if (sent === null)
    return name.includes('!')
      ? [[name, '']]
      : [
          [name, ''],
          [`${name}!nc`, ''],
        ]
  if (Array.isArray(sent)) return [[name, sent]]
  if (isRecord(sent)) {
    const reason: [string, unknown] = [`${name}!nc`, sent.not_collected]
    return name.includes('*') ? [reason] : [[name, ''], reason]
  }
  if (typeof sent === 'boolean') return [[name, sent ? 'yes' : '']]
  return [[name, typeof sent === 'number' ? String(sent) : sent]]
}
