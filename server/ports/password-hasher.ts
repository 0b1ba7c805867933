/** Memory-hard password hashing. */
export interface PasswordHasher {
  hash(password: string): Promise<string>
  /** Takes the same time whether `hash` is null (no such user) or not. */
  matches(password: string, hash: string | null): Promise<boolean>
}
