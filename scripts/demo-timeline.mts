import type { Sandbox } from '../test/sandbox/sandbox.mts';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** The hashtags of the demo. */
export const DEMO_HASHTAGS = 'introduction, sénégal';

/** What a small server may show of a day: people who arrive, and posts that are better left alone. */
export function fillTimeline(sandbox: Sandbox, now: number): void {
	const ago = (minutes: number) => now - minutes * MINUTE;
	const awa = sandbox.addAccount({ username: 'awa', displayName: 'Awa D.', createdAt: now - 2 * DAY });
	const moussa = sandbox.addAccount({
		username: 'moussa',
		host: 'dakar.example',
		note: '<p>Journalist in Dakar</p>',
		createdAt: now - DAY,
	});
	const lena = sandbox.addAccount({ username: 'lena', host: 'art.example', createdAt: now - 3 * DAY });
	const news = sandbox.addAccount({ username: 'headlines', host: 'news.example', bot: true });
	const quiet = sandbox.addAccount({
		username: 'quiet',
		host: 'cosy.example',
		note: '<p>Just for friends. #<span>NoBot</span></p>',
	});
	const arrival = sandbox.addPost({
		account: awa,
		text: 'Hello, I am new here! #introduction',
		hashtags: ['introduction'],
		createdAt: ago(180),
	});
	sandbox.addPost({
		account: moussa,
		text: 'Nouveau ici, je couvre la culture. #Introduction #Sénégal',
		hashtags: ['introduction', 'senegal'],
		createdAt: ago(120),
	});
	sandbox.addPost({
		account: lena,
		text: 'Painter, left the other place. #introduction',
		hashtags: ['introduction'],
		createdAt: ago(45),
		media: 1,
	});
	sandbox.addPost({ account: news, text: 'Top news #sénégal', hashtags: ['senegal'], createdAt: ago(100) });
	sandbox.addPost({
		account: quiet,
		text: 'Hi. #introduction',
		hashtags: ['introduction'],
		createdAt: ago(90),
	});
	sandbox.addPost({
		account: lena,
		text: '@awa Welcome! #introduction',
		hashtags: ['introduction'],
		inReplyTo: arrival.id,
		createdAt: ago(80),
	});
	sandbox.addPost({
		account: moussa,
		text: 'About the floods #sénégal',
		spoilerText: 'bad news',
		hashtags: ['senegal'],
		createdAt: ago(70),
	});
	sandbox.addPost({
		account: awa,
		text: 'Long ago #sénégal',
		hashtags: ['senegal'],
		createdAt: now - 9 * DAY,
	});
}

/** A post that was written before the first run and reaches the server after it, with an id of its own time. */
export function addLateArrival(sandbox: Sandbox, now: number): void {
	const fatou = sandbox.addAccount({ username: 'fatou', host: 'far.example', createdAt: now - DAY });
	sandbox.addPost({
		account: fatou,
		text: 'Bonjour de Thiès #introduction',
		hashtags: ['introduction'],
		createdAt: now - 40 * MINUTE,
		arrivedAt: 'created',
	});
}
