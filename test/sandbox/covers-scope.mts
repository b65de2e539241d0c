/** Whether granted scopes include the wanted one: `write` covers `write:statuses`, not the other way round. */
export function coversScope(granted: readonly string[], wanted: string): boolean {
	return granted.includes(wanted) || granted.includes(wanted.split(':')[0] ?? '');
}
