import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What npm would publish. https://docs.npmjs.com/cli/commands/npm-pack */
interface Packed {
	readonly size: number;
	readonly files: ReadonlyArray<{ readonly path: string }>;
}

const LARGEST = 400_000;
const ALLOWED =
	/^(?:package\.json|README\.md|LICENSE|dist\/(?:core|nodes|credentials)\/[\w./-]+\.(?:js|d\.ts|json|svg))$/;

const [packed] = JSON.parse(
	execFileSync('npm', ['pack', '--dry-run', '--json'], { encoding: 'utf8' }),
) as Packed[];
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, unknown>;
const problems = [
	...packed!.files
		.filter(({ path }) => !ALLOWED.test(path))
		.map(({ path }) => `${path} does not belong into the package`),
	...(packed!.files.some(({ path }) => path === 'dist/core/index.js')
		? []
		: ['dist/core/index.js is missing']),
	...(packed!.size > LARGEST ? [`it has ${packed!.size} bytes, and ${LARGEST} are allowed`] : []),
	...(manifest.dependencies === undefined ? [] : ['package.json has runtime dependencies']),
];
for (const problem of problems) console.error(`The package: ${problem}.`);
if (problems.length === 0) console.log(`The package: ${packed!.files.length} files, ${packed!.size} bytes.`);
process.exitCode = problems.length === 0 ? 0 : 1;
