import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { actionsLog } from '../../action/adapters/actions-log.mts';
import { markdownLink, markdownText } from '../../action/markdown-text.mts';
import { fingerprint } from '../../core/boost/fingerprint';
import { fullHandle } from '../../core/mastodon/full-handle';
import { messageOf, oneLine } from '../../core/mastodon/answer';
import { accountFrom } from '../../core/mastodon/account';
import { normalHashtag, plainHashtag } from '../../core/mastodon/hashtag';
import { htmlText } from '../../core/mastodon/html-text';
import { idAt, idTime } from '../../core/mastodon/id-time';
import { profileHashtags, profileHasPhrase, profileText, wordsOf } from '../../core/mastodon/profile';
import { capabilitiesOf, serverFromVersion } from '../../core/mastodon/server';
import { accountJson } from '../fakes/make-status.mts';
import { expectTime } from './expect-sane.mts';
import { fuzzRuns } from './fuzz-runs.mts';
import { oddText } from './odd-text.mts';

const KINDS = ['snowflake', 'ulid', 'uuid7', 'seconds', 'opaque'] as const;

describe('Texts of any kind', () => {
	it('are profiles that can be searched, of bounded length', () => {
		fc.assert(
			fc.property(oddText, oddText, oddText, (name, note, value) => {
				const json = accountJson({ display_name: name, note, fields: [{ name, value }] });
				const account = accountFrom(json, 'it');
				expect(profileText(account).length).toBeLessThanOrEqual(20_000);
				for (const hashtag of profileHashtags(account)) expect(hashtag.length).toBeLessThan(2_000);
				expect(typeof profileHasPhrase(account, name.slice(0, 200))).toBe('boolean');
			}),
			fuzzRuns(400),
		);
	});

	it('are HTML of which a text is left that is no longer', () => {
		fc.assert(
			fc.property(oddText, (html) => {
				expect(htmlText(html).length).toBeLessThanOrEqual(html.length);
			}),
			fuzzRuns(1_000),
		);
	});

	it('are hashtags of one form each, and words of one form each', () => {
		fc.assert(
			fc.property(
				oddText.map((text) => text.slice(0, 200)),
				(text) => {
					const plain = plainHashtag(text);
					expect(normalHashtag(plain)).toBe(normalHashtag(normalHashtag(plain)));
					expect(wordsOf(wordsOf(text))).toBe(wordsOf(text));
				},
			),
			fuzzRuns(2_000),
		);
	});

	it('are one clean line in a message, whatever a body holds', () => {
		fc.assert(
			fc.property(oddText, fc.jsonValue(), (text, error) => {
				const bodies = [
					text,
					JSON.stringify({ error: text }),
					JSON.stringify({ error }),
					JSON.stringify(error),
				];
				for (const body of bodies) {
					const message = messageOf({ status: 500, headers: {}, body });
					expect(message.length).toBeLessThan(220);
					expect(message).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
				}
				expect(oneLine(text)).not.toMatch(/[\r\n]/);
			}),
			fuzzRuns(1_000),
		);
	});

	it('issue no command in a log and are nothing but text in Markdown', () => {
		fc.assert(
			fc.property(oddText, oddText, (text, url) => {
				const lines: string[] = [];
				const push = (line: unknown) => void lines.push(String(line));
				const log = actionsLog({ debug: push, info: push, warning: push });
				log.info(oneLine(text, 2_000));
				for (const line of lines) {
					expect(line).not.toMatch(/^\s*::/);
					expect(line).not.toContain('##[');
				}
				expect(markdownText(text)).not.toMatch(/[<>[\]()`*_|\\!\n]/);
				expect(markdownLink(text, url)).not.toMatch(/[\r\n`|]/);
			}),
			fuzzRuns(1_000),
		);
	});

	it('are handles, fingerprints and versions that can be compared', () => {
		fc.assert(
			fc.property(oddText, (text) => {
				expect(fullHandle(text, 'here.example')).toContain('@');
				expect(fingerprint(text)).toMatch(/^[\w-]{8}$/);
				const server = serverFromVersion(text.slice(0, 200));
				expect(typeof capabilitiesOf(server).packing).toBe('string');
				expect(typeof capabilitiesOf({ software: text, version: text }).packing).toBe('string');
			}),
			fuzzRuns(1_000),
		);
	});

	it('are ids that hold a time that can be written, or none', () => {
		const id = fc.oneof(
			oddText,
			fc.stringMatching(/^\d{15,19}$/),
			fc.stringMatching(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/),
			fc.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
			fc.stringMatching(/^\d{10}[0-9a-f]{32}$/),
		);
		fc.assert(
			fc.property(id, fc.double({ noNaN: true }), (text, time) => {
				for (const kind of KINDS) {
					const told = idTime(kind, text);
					if (told !== undefined) expectTime(told);
					const first = Math.abs(time) < 8.64e15 ? idAt(kind, time) : undefined;
					if (first !== undefined) expect(first).toMatch(/^[\w-]{1,60}$/);
				}
			}),
			fuzzRuns(1_500),
		);
	});
});
