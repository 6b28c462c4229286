/** Certassur decides these for each centre (`centre.settings`); what it has not said is this. */
export const defaultSettings = {
  /** The success attestation follows the end of the exam by about half a day. */
  releaseDelayHours: 12,
  /** So long after it was expected, the centre is to tell Certassur. */
  lateAfterHours: 24,
  /** A centre sees the people of its sessions of so many days before and after today, and whom it created since then. */
  windowDays: 400,
  /** How often a desk may ask in a day whether Certassur knows somebody. */
  lookupsPerDay: 200,
} as const
