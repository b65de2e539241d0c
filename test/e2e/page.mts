/** What the tests use of playwright-core, which is not among the project's dependencies. */
export interface Locator {
	click(options?: object): Promise<void>;
	dblclick(options?: object): Promise<void>;
	fill(text: string): Promise<void>;
	hover(): Promise<void>;
	press(key: string): Promise<void>;
	waitFor(options?: { readonly state?: 'visible' | 'hidden' }): Promise<void>;
	innerText(): Promise<string>;
	allInnerTexts(): Promise<string[]>;
	inputValue(): Promise<string>;
	count(): Promise<number>;
	isVisible(): Promise<boolean>;
	first(): Locator;
	locator(selector: string): Locator;
	filter(options: { readonly hasText: string | RegExp }): Locator;
	getByRole(role: string, options?: { readonly name: string | RegExp }): Locator;
	getByTestId(id: string | RegExp): Locator;
	getByText(text: string | RegExp, options?: { readonly exact: boolean }): Locator;
}

export interface Page extends Pick<Locator, 'locator' | 'getByRole' | 'getByTestId' | 'getByText'> {
	readonly keyboard: { press(key: string): Promise<void> };
	goto(url: string): Promise<unknown>;
	url(): string;
	screenshot(options: { readonly path: string }): Promise<unknown>;
	waitForEvent(event: 'popup' | 'close'): Promise<Page>;
	setDefaultTimeout(milliseconds: number): void;
	on(event: 'pageerror', listener: (error: Error) => void): void;
	on(event: 'console', listener: (message: ConsoleMessage) => void): void;
}

export interface ConsoleMessage {
	type(): string;
	text(): string;
	location(): { readonly url: string };
}

export interface Browser {
	newContext(options: object): Promise<BrowserContext>;
	close(): Promise<void>;
}

export interface BrowserContext {
	addCookies(cookies: readonly object[]): Promise<void>;
	newPage(): Promise<Page>;
}
