import type { Told } from './employer'

/** People are rather more than WTE, which is in hundredths. */
export const headsOf = (hundredths: number): number => Math.ceil(hundredths / 86)

/** Section B and the posts of section E of an employer whose own people all work in its own services; in hundredths of a WTE. */
export const inPost = ({ own, hosted, unfilled }: { own: number; hosted: number; unfilled: number }): Told => ({
  'sw_emp_in.hc': headsOf(own),
  'sw_emp_in.wte': own / 100,
  'sw_emp_out.hc': 0,
  'sw_emp_out.wte': 0,
  'sw_ext.hc': headsOf(hosted),
  'sw_ext.wte': hosted / 100,
  vac_wte: unfilled / 100,
  est_wte: (own + unfilled) / 100,
})
