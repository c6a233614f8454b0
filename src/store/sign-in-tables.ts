/** Tables of who signs in (schema.ts). */

export interface SessionTable {
  id: string
  userId: string
  userAgent: string | null
  ipAddress: string | null
  createdAt: string | Date
  updatedAt: string | Date
  expiresAt: string | Date
}

export interface InvitationTable {
  id: string
  /** Keyed hash: the link itself stands nowhere. */
  token: string
  staff: string
  name: string
  role: string
  made_by: string | null
  made_at: number
  expires_at: number
  used_at: number | null
  ended_at: number | null
}

/** better-auth's, as far as the desk writes them itself; the rest is the library's own business. */
export interface UserTable {
  id: string
  name: string
  email: string
  emailVerified: number | boolean
  username: string
  displayUsername: string
  twoFactorEnabled?: number | boolean | null
  staff: string
  role: string
  createdAt: string | Date
  updatedAt: string | Date
}
export interface AccountTable {
  id: string
  accountId: string
  providerId: string
  userId: string
  password: string
  createdAt: string | Date
  updatedAt: string | Date
}
