import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type APIRequestContext, expect } from '@playwright/test'
import { paths } from '#app/paths.ts'
import type { Language } from '#app/platform/language.ts'
import { postForm } from './e2e/post-form.ts'

/** The cast: Амина учи, Томас преподава, Олег е чужд човек. Every call gives somebody new, so that tests share nobody. */
export type Person = { name: string; nameLatin: string; email: string; password: string }

export function amina(): Person {
  return person('Амина Примерова', 'Amina Primerova', 'amina')
}

export function thomas(): Person {
  return person('Томас Примеров', 'Tomas Primerov', 'thomas')
}

export function oleg(): Person {
  return person('Олег Чуждов', 'Oleg Chuzhdov', 'oleg')
}

function person(name: string, nameLatin: string, box: string): Person {
  return {
    name,
    nameLatin,
    email: `${box}-${randomUUID()}@example.org`,
    password: `липа поле ${randomUUID()}`,
  }
}

/** Sends the sign-up form. */
export async function signUp(
  request: APIRequestContext,
  { name, email, password }: Person,
  language: Language = 'bg',
) {
  const response = await postForm(request, paths.signup(language), { name, email, password })
  expect(response.status(), 'sign-up').toBe(302)
}

/** Sends the sign-in form; the cookie stays with `request`, and with the page that it belongs to. */
export async function signIn(
  request: APIRequestContext,
  { email, password }: Person,
  language: Language = 'bg',
) {
  const response = await postForm(request, paths.login(language), { email, password })
  expect(response.status(), 'sign-in').toBe(302)
}

/** Makes the visitor of `request` a learner who is signed in. */
export async function arrive(
  request: APIRequestContext,
  person: Person,
  language: Language = 'bg',
): Promise<Person> {
  await signUp(request, person, language)
  await signIn(request, person, language)
  return person
}

/** Makes a person a trainer, as an operator does. */
export async function promote({ email }: Person): Promise<void> {
  await zagore('user', 'role', email, 'trainer')
}

/** Runs the command line on the database of this run. Rejects when the command fails. */
export async function zagore(...args: string[]): Promise<string> {
  const command = fileURLToPath(new URL('../app/cli/zagore.mjs', import.meta.url))
  const environment = { ...process.env, DATABASE_URL: `file:${process.env.E2E_DATA}/academy.db` }
  const { stdout } = await promisify(execFile)(process.execPath, [command, ...args], { env: environment })
  return stdout
}
