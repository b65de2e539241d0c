/** Kinds of servers, by how their code behaves. `portable` is the worst that may come. */
export { mastodon } from './profiles/mastodon.mts';
export { mastodon43 } from './profiles/mastodon-4.3.mts';
export { mastodon42 } from './profiles/mastodon-4.2.mts';
export { gotosocial } from './profiles/gotosocial.mts';
export { akkoma } from './profiles/akkoma.mts';
export { pixelfed } from './profiles/pixelfed.mts';
export { hollo } from './profiles/hollo.mts';
export { snac } from './profiles/snac.mts';
export { friendica } from './profiles/friendica.mts';
export { iceshrimpNet } from './profiles/iceshrimp-net.mts';
export { sharkey } from './profiles/sharkey.mts';
export { mitra } from './profiles/mitra.mts';
export { takahe } from './profiles/takahe.mts';
export { portable } from './profiles/portable.mts';
