import type { Peers } from '../../domain/survey/definition'

/** The peer support survey does not ask how the service is organised: trusts are alike by the ages they serve. */
export const peers: Peers = {
  model: {},
  services: { address: 'services_ages', order: ['cyp_0_17', 'adult_18_64', 'older_65_plus'] },
}
