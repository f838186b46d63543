/** How long an invitation can be accepted. */
export const INVITATION_DAYS = 14

/** How long a link for a new password works. */
export const PASSWORD_LINK_MINUTES = 60
