import { argonPasswords } from '../../server/passwords'

/** As the product hashes passwords, at hardly any cost: those of the tests are no secrets. */
export const cheapPasswords = () => argonPasswords({ memoryCost: 8, timeCost: 1, parallelism: 1 })
