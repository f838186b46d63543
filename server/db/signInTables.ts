/** What people sign in with besides a password. */
export interface SignInTables {
  secondFactors: {
    personId: string
    secret: Buffer
    lastStep: number
    decidedAt: Date
  }
  recoveryCodes: { personId: string; codeHash: Buffer }
}
