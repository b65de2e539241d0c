/** The least rights with which everything works; Iceshrimp.NET and Takahe ask for `write:favourites` to boost. */
export const SCOPES: readonly string[] = [
	'read:accounts',
	'read:follows',
	'read:lists',
	'read:search',
	'read:statuses',
	'write:bookmarks',
	'write:favourites',
	'write:follows',
	'write:lists',
	'write:media',
	'write:statuses',
];
