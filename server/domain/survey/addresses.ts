import type { Condition, Expression } from './expression'

/** Every address and pattern an expression or a condition reads, as written: `@` and `*` still in place. */
export function addressesIn(node: Expression | Condition): string[] {
  switch (node.kind) {
    case 'number':
    case 'organisation':
      return []
    case 'cell':
    case 'weight':
    case 'is':
    case 'ticked':
    case 'some':
      return [node.address]
    case 'sum':
      return [node.over]
    case 'sum_of_rows':
      return addressesIn(node.each).map((address) => address.replace('@', '*'))
    case 'answered':
      return [...node.any]
    default:
      return addressesWithin(node)
  }
}

type Compound = Exclude<
  Expression | Condition,
  {
    kind: 'number' | 'organisation' | 'cell' | 'weight' | 'is' | 'ticked' | 'some' | 'sum' | 'sum_of_rows' | 'answered'
  }
>

function addressesWithin(node: Compound): string[] {
  switch (node.kind) {
    case 'plus':
    case 'most':
    case 'least':
    case 'either':
      return node.terms.flatMap(addressesIn)
    case 'by_type':
      return Object.values(node.types).flatMap(addressesIn)
    case 'equal':
      return [node.left, node.right, node.within].flatMap(addressesIn)
    case 'minus':
    case 'times':
    case 'over':
    case 'apart':
    case 'at_most':
    case 'less_than':
      return [node.left, node.right].flatMap(addressesIn)
    case 'all':
    case 'any':
      return node.of.flatMap(addressesIn)
    case 'not':
      return addressesIn(node.condition)
  }
}
