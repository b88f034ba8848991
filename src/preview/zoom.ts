/** Size of the page's text in steps of a tenth, from half to three times. */
export class Zoom {
  readonly #root: HTMLElement;
  #step = 0;

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  by(steps: number): void {
    this.#step = Math.max(-5, Math.min(20, this.#step + steps));
    this.#root.style.setProperty('--zoom', String(1 + this.#step / 10));
  }

  reset(): void {
    this.by(-this.#step);
  }
}
