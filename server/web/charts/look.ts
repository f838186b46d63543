import type { Look } from './element'

const ink = '#101a1c'
const quiet = '#4f5b5e'
const blueGreen = '#0b4f57'
const grey = '#59646a'

/** The colours of views/styles, for a drawing that leaves without them. */
export const look: Look = {
  strip: { 'font-family': 'Arial, Helvetica, sans-serif', 'font-size': '16' },
  strip__axis: { fill: 'none', stroke: grey, 'stroke-width': 1 },
  strip__guide: { stroke: '#c8d2d3', 'stroke-width': 1 },
  strip__range: { stroke: blueGreen, 'stroke-width': 1 },
  strip__middle: { fill: '#dcebec', stroke: blueGreen, 'stroke-width': 1 },
  strip__median: { stroke: blueGreen, 'stroke-width': 3 },
  strip__other: { stroke: grey, 'stroke-width': 2 },
  strip__yours: { fill: ink, stroke: ink, 'stroke-width': 2, 'stroke-linejoin': 'round' },
  strip__together: { fill: ink, stroke: '#ffffff', 'stroke-width': 1 },
  strip__whole: { fill: '#ffffff', stroke: blueGreen, 'stroke-width': 1 },
  strip__part: { fill: blueGreen },
  strip__trend: { fill: 'none', stroke: ink, 'stroke-width': 2 },
  strip__text: { fill: ink },
  'strip__text--heading': { 'font-size': '20', 'font-weight': 'bold' },
  'strip__text--yours': { 'font-weight': 'bold' },
  'strip__text--quiet': { fill: quiet },
  'strip__text--small': { 'font-size': '14' },
}
