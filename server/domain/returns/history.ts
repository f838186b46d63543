/** What can happen to a return besides a change of its cells. */
export type EventKind =
  | 'started'
  | 'signature_requested'
  | 'signature_refused'
  | 'signature_undone'
  | 'submitted'
  | 'withdrawn'
  | 'reopened'
  | 'extended'
  | 'more_time_asked'
  | 'request_granted'
  | 'request_refused'
