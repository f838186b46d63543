import type { Peers } from '../../domain/survey/definition'

/** Which answers sort organisations among their peers. A council that ticks several is where most is integrated. */
export const peers: Peers = {
  model: {
    nhs_trust: { address: 'partnership_model', mainFirst: ['direct_only', 'mixed', 'partnership_only'] },
    local_authority: {
      address: 'la_delivery_model',
      mainFirst: [
        'transferred_to_nhs',
        'integrated_s75',
        'integrated_la_managed',
        'standalone_team',
        'generic_teams',
        'other',
      ],
    },
  },
  services: { address: 'services_ages', order: ['cyp_0_17', 'adult_18_64', 'older_65_plus'] },
}
