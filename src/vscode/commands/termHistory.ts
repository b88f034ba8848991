/** Id of the command that shows how a term was defined over time. */
export const termHistoryId = 'policyNewsletter.termHistory';
