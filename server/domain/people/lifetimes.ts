/** How long an invitation can be accepted. */
export const INVITATION_DAYS = 14

/** How long a link for a new password works. */
export const PASSWORD_LINK_MINUTES = 60

/** How many such links somebody is sent in an hour. Whoever asks for more is told the same, and nothing is sent. */
export const PASSWORD_LINKS_AN_HOUR = 5
