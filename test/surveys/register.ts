import type { OrganisationType } from '../../server/domain/survey/expression'
import type { Register } from '../../server/domain/survey/register'

/** An organisation in the register: a million people in a trust's catchment, 300,000 in a council's area. */
export const registerOf = (type: OrganisationType): Register => ({
  organisation: {
    name: 'Thornmere',
    type,
    code: type === 'local_authority' ? 'E06900001' : 'T80',
    cassrCode: type === 'local_authority' ? '900' : null,
    nhsRegion: 'Y60',
    adassRegion: 'E12000004',
    popRegistered: type === 'nhs_trust' ? 1_000_000 : null,
    popResident: type === 'local_authority' ? 300_000 : null,
    popAdults: type === 'local_authority' ? 240_000 : null,
    emailDomains: ['thornmere.example'],
  },
})
