/** The database that the log lies in. Apart, so that whoever only asks for it needs no database code. */
export const LOG_NAME = 'followup-player';
