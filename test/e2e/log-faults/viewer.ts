import type { BrowserContext, Page } from '@playwright/test';

import type { Chance } from './chance.js';

/** A choice whose effect the viewer saw. */
export interface Choice {
  readonly question: string;
  readonly option: string;
}

interface Driven extends Window {
  tell(question: string, option: string): void;
  drive(options: readonly string[], pauseMs: number): void;
}

/** Runs in the page: agrees to be recorded, and presses an option as soon as there is one. */
function installDriver(): void {
  const page = window as unknown as Driven;
  document.addEventListener('followup-answer', ({ question, answer }) => {
    page.tell(question, answer.type === 'picked' ? answer.options.join() : '');
  });
  const findAll = (root: Document | ShadowRoot | Element, selector: string): HTMLElement[] => [
    ...root.querySelectorAll<HTMLElement>(selector),
    ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? findAll(shadowRoot, selector) : [])),
  ];
  let agreed = false;
  let answered: Node | undefined;
  page.drive = (options, pauseMs) => {
    const rest = [...options];
    const step = (): void => {
      const [, unnamed] = findAll(document, '[part~=choice]');
      if (unnamed && !agreed) unnamed.click();
      agreed ||= unnamed !== undefined;
      const choices = findAll(document, 'button[part~=option]');
      const question = choices[0]?.getRootNode();
      // The question stays until its answer is on disk, and another takes its place.
      if (question && question !== answered) {
        answered = question;
        choices['abc'.indexOf(rest.shift() ?? '')]?.click();
      }
      if (rest.length > 0) setTimeout(step, pauseMs);
    };
    step();
  };
}

/** One person at one page, who answers as chance has it. Keeps what they saw the effect of. */
export class Viewer {
  readonly acknowledged: Choice[] = [];
  readonly #context: BrowserContext;
  #page: Page | undefined;

  constructor(context: BrowserContext) {
    this.#context = context;
  }

  get page(): Page {
    if (!this.#page) throw new Error('No page is open.');
    return this.#page;
  }

  async open(address: string, prepare?: () => void): Promise<void> {
    const page = await this.#context.newPage();
    this.#page = page;
    await page.exposeFunction('tell', (question: string, option: string) => {
      this.acknowledged.push({ question, option });
    });
    await page.addInitScript(installDriver);
    if (prepare) await page.addInitScript(prepare);
    await page.goto(address);
  }

  /** Begins to answer, and does not wait. */
  async answer(count: number, chance: Chance, pauseMs = 5): Promise<void> {
    const options = Array.from({ length: count }, () => 'abc'[Math.floor(chance() * 3)] ?? 'a');
    await this.page.evaluate(([wanted, pause]) => (window as unknown as Driven).drive(wanted, pause), [
      options,
      pauseMs,
    ] as const);
  }

  async untilAcknowledged(count: number): Promise<void> {
    for (let tries = 0; this.acknowledged.length < count; tries += 1) {
      if (tries > 1_000) throw new Error(`Only ${this.acknowledged.length} of ${count} answers were acknowledged.`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
