// What is taken away of a plan: calendar, table, plan and report.
import type { RenderRequest } from "entretien/worker";
import { h, save } from "./dom";
import type { Engine } from "./engine";
import type { TextKey, Voice } from "./text";

const ICS_BYTES_MAX = 1_000_000;

/** Where the page says what happens. */
export interface Status {
  text: () => string;
  say: (text: string) => void;
}

/** Writes the plan as files. */
export class TakeAway {
  readonly #engine: Engine;
  readonly #status: Status;
  /** What files are named after. */
  readonly #name: () => string;
  readonly #split = h("input", { type: "checkbox", id: "split" });

  constructor(engine: Engine, status: Status, name: () => string) {
    [this.#engine, this.#status, this.#name] = [engine, status, name];
  }

  /** The panel of buttons. */
  panel(voice: Voice): HTMLElement {
    const { lang } = voice;
    const file = (id: string, key: TextKey, request: () => RenderRequest) =>
      h("button", { type: "button", id, class: "button", onclick: () => void this.#download(voice, request()) }, voice.say(key));
    return h(
      "section",
      { class: "card", "aria-labelledby": "take-title" },
      h("h2", { id: "take-title" }, voice.say("downloads")),
      h(
        "div",
        { class: "buttons grid" },
        file("get-ics", "downloadIcs", () => ({ format: "ics", lang, ...(this.#split.checked ? { bytesMax: ICS_BYTES_MAX } : {}) })),
        file("get-csv", "downloadCsv", () => ({ format: "csv", lang })),
        file("get-html", "downloadHtml", () => ({ format: "html", lang })),
        file("get-json", "downloadJson", () => ({ format: "json" })),
      ),
      h("label", { class: "check", for: "split" }, this.#split, voice.say("splitIcs")),
    );
  }

  async #download(voice: Voice, request: RenderRequest): Promise<void> {
    const before = this.#status.text();
    this.#status.say(voice.say("rendering"));
    try {
      const texts = await this.#engine.render(request);
      texts.forEach((text, index) => {
        const part = texts.length === 1 ? "" : `-${index + 1}-${texts.length}`;
        save(`${this.#name()}${part}.${request.format}`, text);
      });
      this.#status.say(before);
    } catch (thrown) {
      this.#status.say(voice.say("failed", { what: thrown instanceof Error ? thrown.message : String(thrown) }));
    }
  }
}
