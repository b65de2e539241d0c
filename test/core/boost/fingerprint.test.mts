import { describe, expect, it } from '@jest/globals';
import { fingerprint, FINGERPRINT_LENGTH } from '../../../core/boost/fingerprint';

describe('fingerprint', () => {
	it('is eight signs that need no escape', () => {
		for (const text of ['', 'a', 'https://here.example/1', '日本', '\ud800']) {
			expect(fingerprint(text)).toMatch(/^[\w-]{8}$/);
		}
		expect(FINGERPRINT_LENGTH).toBe(8);
	});

	it('is the same every time', () => {
		expect(fingerprint('https://here.example/1')).toBe(fingerprint('https://here.example/1'));
	});

	it('tells 200,000 addresses apart that differ by a few digits', () => {
		const prints = new Set<string>();
		for (let id = 0; id < 100_000; id++) {
			prints.add(
				fingerprint(`https://here.example/users/ada/statuses/115000000000${String(id).padStart(6, '0')}`),
			);
			prints.add(fingerprint(`https://host${id}.example/notes/1`));
		}
		expect(prints.size).toBe(200_000);
	});

	it('uses every sign in every place about as often', () => {
		const counts = Array.from({ length: FINGERPRINT_LENGTH }, () => new Map<string, number>());
		for (let id = 0; id < 64_000; id++) {
			[...fingerprint(`https://here.example/${id}`)].forEach((sign, place) => {
				const count = counts[place]!;
				count.set(sign, (count.get(sign) ?? 0) + 1);
			});
		}
		for (const count of counts) {
			expect(count.size).toBe(64);
			expect(Math.min(...count.values())).toBeGreaterThan(800);
			expect(Math.max(...count.values())).toBeLessThan(1_200);
		}
	});

	it('tells the same signs in another order apart', () => {
		expect(fingerprint('ab')).not.toBe(fingerprint('ba'));
		expect(fingerprint('a')).not.toBe(fingerprint('aa'));
	});
});
