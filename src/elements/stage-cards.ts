import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';

import { topicsOf } from '../domain/graph.js';
import type { RecordDesk } from '../runtime/record-desk.js';
import type { PlayerView } from '../runtime/player-view.js';
import type { Language } from './language.js';
import { visitOf } from './lead.js';
import { PARTS } from './parts.js';
import { renderQuestion } from './question-views.js';
import type { Panel } from './wishes.js';

interface Shown {
  readonly view: PlayerView;
  readonly language: Language;
  readonly viewerName: string | undefined;
}

/** The card that the player's life calls for, if any. */
export function renderCard({ view, language, viewerName }: Shown): TemplateResult | typeof nothing {
  const { life, failure, graph, scene, question } = view;
  if (life === 'notice') {
    return html`<followup-notice
      class="card"
      data-lead="notice"
      lang=${graph.language}
      exportparts=${PARTS.notice}
      .language=${language}
      .notice=${graph.notice}
      .heading=${graph.title}
      .viewerName=${viewerName}
    ></followup-notice>`;
  }
  if (life === 'asking' && question) {
    const seen = scene.hub ? view.seen : [];
    // A new visit asks anew: what was half filled in belongs to the visit before.
    return html`${keyed(
      `${visitOf(view)} ${question.id}`,
      renderQuestion({ question, given: view.given, seen, language, parts: PARTS.question }),
    )}`;
  }
  if (life === 'failed') {
    return html`<followup-failure
      class="card"
      data-lead="failure"
      exportparts=${PARTS.failure}
      .language=${language}
      .sceneTitle=${scene.title}
      .failure=${failure ?? 'network'}
    ></followup-failure>`;
  }
  if (life !== 'ended') return nothing;
  return html`<followup-ending
    class="card"
    data-lead="ending"
    exportparts=${PARTS.ending}
    .language=${language}
    .scene=${scene}
  ></followup-ending>`;
}

/** The panel that the viewer opened. */
export function renderOpenPanel(
  panel: Panel,
  { view, language, viewerName, desk }: Shown & { readonly desk: RecordDesk },
): TemplateResult {
  if (panel === 'way') {
    return html`<followup-way
      class="card"
      data-panel="way"
      exportparts=${PARTS.way}
      .language=${language}
      .way=${view.way}
    ></followup-way>`;
  }
  if (panel === 'record') {
    return html`<followup-record
      class="card"
      data-panel="record"
      exportparts=${PARTS.record}
      .language=${language}
      .graph=${view.graph}
      .way=${view.way}
      .viewerName=${viewerName}
      .desk=${desk}
    ></followup-record>`;
  }
  return html`<followup-ask
    class="card"
    data-panel="ask"
    exportparts=${PARTS.ask}
    .language=${language}
    .invitation=${view.graph.ask}
    .topics=${topicsOf(view.graph)}
    .choice=${view.choice}
    .contact=${view.graph.notice.contact}
  ></followup-ask>`;
}
