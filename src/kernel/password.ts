import { z } from 'zod'

export const SHORTEST_PASSWORD = 10
export const LONGEST_PASSWORD = 128

/** A password about to be set. Length counts, not symbols; what else makes it too easy says `passwordProblem`. */
export const newPasswordSchema = z.string().min(SHORTEST_PASSWORD).max(LONGEST_PASSWORD)

/** What is wrong with a password of right length: a text key under `field.`, or null. */
export function passwordProblem(password: string, email: string): 'password_is_email' | 'password_repeats' | null {
  const plain = password.trim().toLowerCase()
  if (plain === email.trim().toLowerCase()) return 'password_is_email'
  return new Set(plain).size < 4 ? 'password_repeats' : null
}
