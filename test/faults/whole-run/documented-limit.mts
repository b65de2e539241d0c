/** Why a post need not be boosted although it is eligible: what the README says of the limits, each by its name. */
export type DocumentedLimit =
	/** "Each run reads from `lookback` behind its cursor": it stands further back than that. */
	| 'later than lookback'
	/** `initial-window`, of the first run with that hashtag. */
	| 'before the first window'
	/** "Posts that waited are found again as far as the server tells": three boosts tell how far it came. */
	| 'before what a lost state leaves'
	/** "Posts that get a hashtag by an edit long after they were written are not found." */
	| 'tagged by an edit'
	/** It lacked a hashtag under the query of before, and was decided then. */
	| 'decided under another query'
	/** "A single author's surplus makes room first, and the report says so." */
	| 'surplus of one author in a full queue'
	/** "A boost that fails is tried again in the next runs, three times in all." */
	| 'failed three times'
	/** `max-age` */
	| 'too old';
