/** Failures before a connection stood, by error code: the server cannot have seen the request. */
export const EARLY_FAILURES: Readonly<Record<string, string>> = {
	ECONNREFUSED: 'the connection was refused',
	ENOTFOUND: 'there is no server of that name',
	EAI_AGAIN: 'the name could not be looked up',
	EHOSTUNREACH: 'there is no way to the host',
	ENETUNREACH: 'there is no way to the network',
	UND_ERR_CONNECT_TIMEOUT: 'no connection came about in time',
	CERT_HAS_EXPIRED: 'its certificate has expired',
	DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed',
	SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is self-signed',
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate cannot be verified',
	ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host',
};
